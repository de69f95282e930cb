// Months one under the other with bars, so that a step is seen.
import type { MonthCoverage } from "#shared/domain/coverage.ts";
import { bar } from "./bar.ts";
import { table } from "./table.ts";
import { change, figure, monthWord, rupiah } from "./words.ts";

const BAR_WIDTH = 40;

export function monthsText(months: readonly MonthCoverage[]): string {
  const most = Math.max(...months.map((one) => one.covered), 0);
  return table({
    head: ["Bulan / month", "Terlindungi / covered", "", "±", "Iuran / contribution"],
    rows: months.map((one, index) => {
      const before = months[index - 1];
      const step = before === undefined || before.covered === one.covered ? "" : change(one.covered - before.covered);
      const shown = bar(one.covered, most, BAR_WIDTH);
      return [monthWord(one.month), figure(one.covered), shown, step, rupiah(one.contributionRupiah)];
    }),
    align: ["left", "right", "left", "right", "right"],
  });
}
