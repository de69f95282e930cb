// A year's contributions, month by month, beside what was reported as its budget.
import type { MonthCoverage } from "#shared/domain/coverage.ts";
import {
  formatNumberId,
  formatPercentEn,
  formatPercentId,
  formatRupiahId,
  monthNameId,
} from "#shared/domain/format.ts";
import { table, wrapped } from "../render/table.ts";

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
      rows: months.map((one) => [
        monthNameId(one.month),
        formatNumberId(one.covered),
        formatRupiahId(one.contributionRupiah),
      ]),
      align: ["left", "right", "right"],
      foot: [String(year), "", formatRupiahId(total)],
    }),
    "",
    ...wrapped(`Anggaran yang diberitakan / budget as reported: ${formatRupiahId(budgetRupiah)} (${source}).`, WIDTH),
    `Iuran ${year} adalah ${formatPercentId(total / budgetRupiah)} dari anggaran itu: JKK 0,24 % + JKM 0,30 % dari upah yang dilaporkan.`,
    `The contributions of ${year} are ${formatPercentEn(total / budgetRupiah)} of it: JKK 0.24 % + JKM 0.30 % of the reported wage.`,
  ].join("\n");
}
