// A year's contributions, month by month, beside what was reported as its budget.
import type { MonthCoverage } from "#shared/domain/coverage.ts";
import { table, wrapped } from "../render/table.ts";
import { figure, monthWord, percent, rupiah } from "../render/words.ts";

const WIDTH = 96;

export interface BudgetedYear {
  readonly year: number;
  readonly budgetRupiah: number;
  /** Who reported the budget. */
  readonly source: string;
}

export function budgetText(months: readonly MonthCoverage[], { year, budgetRupiah, source }: BudgetedYear): string {
  const total = months.reduce((sum, one) => sum + one.contributionRupiah, 0);
  return [
    table({
      head: ["Bulan / month", "Terlindungi / covered", "Iuran / contribution"],
      rows: months.map((one) => [monthWord(one.month), figure(one.covered), rupiah(one.contributionRupiah)]),
      align: ["left", "right", "right"],
      foot: [String(year), "", rupiah(total)],
    }),
    "",
    ...wrapped(`Anggaran yang diberitakan / budget as reported: ${rupiah(budgetRupiah)} (${source}).`, WIDTH),
    `Iuran ${year} adalah ${percent(total / budgetRupiah)} dari anggaran itu: JKK 0,24 % + JKM 0,30 % dari upah yang dilaporkan.`,
    `The contributions of ${year} are ${percent(total / budgetRupiah)} of it: JKK 0.24 % + JKM 0.30 % of the reported wage.`,
  ].join("\n");
}
