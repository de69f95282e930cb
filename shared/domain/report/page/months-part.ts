// How coverage moves around the reported month: the picture, and the same numbers beneath it.
import { type Html, html } from "../../html.ts";
import { both } from "../../receipt-page/page.ts";
import type { MonthLine } from "../month-lines.ts";
import type { RegencyReport } from "../regency-report.ts";
import { countCell, missingCell, monthWords, NOT_KNOWN, NOT_SHOWN, numberCell, rupiahWords } from "./cells.ts";
import { monthChart } from "./month-chart.ts";

export function monthsPart({ months, month, regency }: RegencyReport): Html {
  const middle = months.length / 2;
  return html`<div class="kept">
<h3>${both({ id: "Pekerja terlindungi, 12 bulan terakhir dan 12 bulan berikut", en: "Workers protected, the last 12 and the next 12 months" })}</h3>
${monthChart({ months, at: month, id: regency.replace(".", "-") })}</div>
<div class="halves kept">
${[months.slice(0, middle), months.slice(middle)].map((half) => monthsTable(half, month))}</div>
`;
}

function monthsTable(months: readonly MonthLine[], at: string): Html {
  return html`<table>
<thead><tr><th scope="col">${both({ id: "Bulan", en: "Month" })}</th><th scope="col" class="number">${both({ id: "Terlindungi", en: "Protected" })}</th><th scope="col" class="number">${both({ id: "Iuran", en: "Contributions" })}</th></tr></thead>
<tbody>
${months.map(
  ({ month, covered, contributionRupiah }) =>
    html`<tr${month === at ? html` class="at"` : ""}><td>${both(monthWords(month))}</td>${countCell(covered)}${contributionCell(covered === null, contributionRupiah)}</tr>
`,
)}</tbody>
</table>
`;
}

function contributionCell(unknown: boolean, rupiah: number | null): Html {
  if (unknown) return missingCell(NOT_KNOWN);
  return rupiah === null ? missingCell(NOT_SHOWN) : numberCell(rupiahWords(rupiah));
}
