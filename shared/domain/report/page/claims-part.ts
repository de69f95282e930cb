// What protection has given, beside how many are protected: cases and rupiah as the sources state them.
import { type Html, html } from "../../html.ts";
import { PROGRAMME_NAMES } from "../../programme.ts";
import { both } from "../../receipt-page/page.ts";
import type { Bilingual } from "../../text.ts";
import type { ClaimsLine } from "../claims-lines.ts";
import type { RegencyReport } from "../regency-report.ts";
import { FEW } from "../shown-count.ts";
import {
  countCell,
  missingCell,
  monthsWords,
  NOT_SHOWN,
  NOT_STATED,
  numberCell,
  rupiahWords,
  segmentWords,
  sourceMark,
} from "./cells.ts";

export function claimsPart({ claims, sources }: RegencyReport): Html {
  return html`<div class="kept">
<h3>${both({ id: "Yang telah diberikan perlindungan: klaim yang dibayar", en: "What protection has given: claims paid" })}</h3>
${
  claims.length === 0
    ? html`<p>${both({ id: "Klaim untuk 12 bulan terakhir tidak diketahui.", en: "Claims of the last 12 months are not known." })}</p>
`
    : html`${claimsTable(claims, sources)}<p class="note">${both(HOW_TO_READ)}</p>
`
}</div>
`;
}

function claimsTable(claims: readonly ClaimsLine[], sources: readonly string[]): Html {
  return html`<div class="wide"><table>
<thead><tr><th scope="col">${both({ id: "Program dan segmen", en: "Programme and segment" })}</th><th scope="col">${both({ id: "Masa", en: "Time" })}</th><th scope="col" class="number">${both({ id: "Kasus", en: "Cases" })}</th><th scope="col" class="number">${both({ id: "Dibayar", en: "Paid" })}</th><th scope="col" class="number">${both({ id: "Terlindungi menurut daftar di sini", en: "Protected by the rosters here" })}</th></tr></thead>
<tbody>
${claims.map((line) => claimsRow(line, sources))}</tbody>
</table></div>
`;
}

function claimsRow(line: ClaimsLine, sources: readonly string[]): Html {
  const { first, last, cases, covered, source } = line;
  return html`<tr><td>${both(whatFor(line))} ${sourceMark(sources, source)}</td><td class="time">${both(monthsWords(first, last))}</td>${countCell(cases)}${paidCell(line)}${
    covered === 0 ? missingCell(IN_NO_ROSTER) : countCell(covered)
  }</tr>
`;
}

function whatFor({ programme, segment }: ClaimsLine): Bilingual {
  const name = programme === null ? ALL_PROGRAMMES : PROGRAMME_NAMES[programme];
  const code = programme === null ? "" : `${programme.toUpperCase()}, `;
  if (segment === null) return { id: `${code}${name.id}`, en: `${code}${name.en}` };
  const who = segmentWords(segment);
  return { id: `${code}${name.id}; ${who.id}`, en: `${code}${name.en}; ${who.en}` };
}

function paidCell({ cases, rupiah }: ClaimsLine): Html {
  if (rupiah !== null) return numberCell(rupiahWords(rupiah));
  return missingCell(cases === FEW ? NOT_SHOWN : NOT_STATED);
}

const IN_NO_ROSTER: Bilingual = { id: "tidak ada di daftar di sini", en: "in no roster here" };

const ALL_PROGRAMMES: Bilingual = { id: "Semua program", en: "All programmes" };

const HOW_TO_READ: Bilingual = {
  id: "Klaim menghitung kasus, bukan orang, dan memuat juga peserta yang daftarnya belum ada di sini; keduanya tidak dibagi satu sama lain. Baris menurut program atau segmen sudah termasuk dalam baris semua program. Terlindungi: pada bulan terakhir masa itu.",
  en: "Claims count cases, not people, and include participants whose roster is not here yet; the one is not divided by the other. Rows of a programme or segment are part of the row of all programmes. Protected: in the last month of that time.",
};
