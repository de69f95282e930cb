// The first page of a province's report: its regencies one under the other, each with its own denominator, and those of which nothing is known.
import { type Html, html } from "../../html.ts";
import { both } from "../../receipt-page/page.ts";
import type { Bilingual } from "../../text.ts";
import { DENOMINATOR_NAMES } from "../../workforce.ts";
import { isEmpty, type RegencyReport } from "../regency-report.ts";
import { FEW } from "../shown-count.ts";
import {
  countCell,
  countWords,
  missingCell,
  NOT_KNOWN,
  NOT_SHOWN,
  NOT_STATED,
  numberCell,
  percentWords,
  rupiahWords,
} from "./cells.ts";

export function summary(reports: readonly RegencyReport[]): Html {
  const known = reports.filter((report) => !isEmpty(report));
  const silent = reports.filter(isEmpty).map(({ name, regency }) => `${name} (${regency})`);
  return html`<section>
<div class="wide kept"><table>
<thead><tr><th scope="col">${both({ id: "Kabupaten/kota", en: "Regency or city" })}</th><th scope="col" class="number">${both({ id: "Terlindungi", en: "Protected" })}</th><th scope="col" class="number">${both({ id: "Perusahaan", en: "Firms" })}</th><th scope="col" class="number">${both({ id: "Cakupan", en: "Coverage" })}</th><th scope="col">${both({ id: "dari (tahun)", en: "of (year)" })}</th><th scope="col" class="number">${both({ id: "Iuran terutang", en: "Contributions due" })}</th></tr></thead>
<tbody>
${known.map(regencyRow)}</tbody>
<tfoot><tr><th scope="row">${both({ id: "Jumlah kabupaten/kota", en: "Sum of the regencies" })}</th>${countCell(sumOfKnown(known))}<td></td><td></td><td></td><td></td></tr></tfoot>
</table></div>
<p class="note">${both(SUM_NOTE)}</p>
${
  silent.length === 0
    ? ""
    : html`<p>${both({ id: "Belum ada daftar, perjanjian, atau klaim", en: "No roster, agreement or claims yet" })}: ${silent.join(", ")}.</p>
`
}</section>
`;
}

/** Without those that are too few to be shown. */
function sumOfKnown(reports: readonly RegencyReport[]): number {
  return reports.reduce((sum, { covered }) => sum + (covered === null || covered === FEW ? 0 : covered), 0);
}

function regencyRow({ regency, name, covered, employers, rates, contributions }: RegencyReport): Html {
  const [first] = rates;
  const due = contributions.periodRupiah;
  return html`<tr><th scope="row">${name}<span class="roster">${regency}</span></th>${countCell(covered)}${employers === null ? missingCell(NOT_STATED) : countCell(employers)}${
    first === undefined ? missingCell(NO_RATE) : numberCell(first.rate === null ? NOT_SHOWN : flagged(first.rate))
  }<td>${first === undefined ? "" : both(ofWords(first))}</td>${
    due === null ? missingCell(contributions.known === 0 ? NOT_KNOWN : NOT_SHOWN) : numberCell(rupiahWords(due))
  }</tr>
`;
}

function flagged(rate: number): Bilingual {
  const { id, en } = percentWords(rate);
  return rate > 1 ? { id: `! ${id}`, en: `! ${en}` } : { id, en };
}

function ofWords({ workers, denominator, year }: RegencyReport["rates"][number]): Bilingual {
  const name = DENOMINATOR_NAMES[denominator];
  const of = countWords(workers);
  return { id: `${of.id} ${name.id} (${year})`, en: `${of.en}, ${name.en} (${year})` };
}

const NO_RATE: Bilingual = { id: "tanpa persentase", en: "no rate" };

const SUM_NOTE: Bilingual = {
  id: "Jumlah menghitung orang yang terdaftar di dua kabupaten/kota dua kali, dan tidak memuat yang ditutup (< 5). Untuk provinsi tidak ada persentase, dan persentase dengan penyebut atau tahun yang berbeda tidak dapat dibandingkan.",
  en: "The sum counts a person enrolled in two regencies twice, and leaves out what is hidden (< 5). There is no rate for the province, and rates with different denominators or years cannot be compared.",
};
