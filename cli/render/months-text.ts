// Months one under the other with bars, so that a step is seen.
import type { MonthCoverage } from "#shared/domain/coverage.ts";
import { formatChangeId, formatNumberId, formatRupiahId, monthNameId } from "#shared/domain/format.ts";
import { bar } from "./bar.ts";
import { table } from "./table.ts";

const BAR_WIDTH = 30;

export function monthsText(months: readonly MonthCoverage[]): string {
  const most = Math.max(...months.map((one) => one.covered), 0);
  return table({
    head: ["Bulan", "Terlindungi/covered", "", "±", "Iuran/contribution"],
    rows: months.map((one, index) => {
      const before = months[index - 1];
      const step =
        before === undefined || before.covered === one.covered ? "" : formatChangeId(one.covered - before.covered);
      const shown = bar(one.covered, most, BAR_WIDTH);
      return [monthNameId(one.month), formatNumberId(one.covered), shown, step, formatRupiahId(one.contributionRupiah)];
    }),
    align: ["left", "right", "left", "right", "right"],
  });
}
