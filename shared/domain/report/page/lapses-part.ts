// What ends next, unless it is renewed.
import type { Cause } from "../../alert.ts";
import { type Html, html } from "../../html.ts";
import { both } from "../../receipt-page/page.ts";
import type { Bilingual } from "../../text.ts";
import type { LapseLine, LapsePart } from "../lapse-lines.ts";
import type { RegencyReport } from "../regency-report.ts";
import type { ShownCount } from "../shown-count.ts";
import {
  countCell,
  countWords,
  dayWords,
  missingCell,
  NOT_SHOWN,
  numberCell,
  rupiahWords,
  segmentWords,
} from "./cells.ts";

export function lapsesPart({ lapses, covered }: RegencyReport): Html {
  if (covered === null) return html``;
  return html`<div class="kept">
<h3>${both({ id: "Yang berakhir dalam 12 bulan berikut", en: "What ends in the next 12 months" })}</h3>
${
  lapses.length === 0
    ? html`<p>${both({ id: "Menurut yang sudah diunggah tidak ada penurunan yang berarti.", en: "By what has been uploaded there is no notable fall." })}</p>
`
    : lapsesTable(lapses)
}</div>
`;
}

function lapsesTable(lapses: readonly LapseLine[]): Html {
  return html`<div class="wide"><table>
<thead><tr><th scope="col">${both({ id: "Hari pertama tanpa perlindungan", en: "First day without protection" })}</th><th scope="col" class="number">${both({ id: "Sebelum", en: "Before" })}</th><th scope="col" class="number">${both({ id: "Sesudah", en: "After" })}</th><th scope="col">${both({ id: "Sebab", en: "Why" })}</th><th scope="col" class="number">${both({ id: "Iuran sebulan untuk meneruskan", en: "A month's contributions to go on" })}</th></tr></thead>
<tbody>
${lapses.map(lapseRow)}</tbody>
</table></div>
`;
}

function lapseRow({ firstDay, passed, before, after, toCome, parts, renewalRupiah }: LapseLine): Html {
  return html`<tr><td>${both(dayWords(firstDay))}${passed ? html`<span class="roster">${both({ id: "sudah lewat", en: "has come" })}</span>` : ""}</td>${countCell(before)}${countCell(after)}<td>${parts.map(
    (part) =>
      html`<div>${both(partWords(part))}${part.roster === null ? "" : html`<span class="roster">${part.roster}</span>`}</div>`,
  )}${toCome === null ? "" : html`<div>${both(toComeWords(toCome))}</div>`}</td>${renewalRupiah === null ? missingCell(NOT_SHOWN) : numberCell(rupiahWords(renewalRupiah))}</tr>
`;
}

function toComeWords(toCome: ShownCount): Bilingual {
  const { id, en } = countWords(toCome);
  return {
    id: `Sesudahnya dihitung ${id} dari daftar bulanan yang masih akan datang`,
    en: `After it ${en} are counted on from monthly lists still to come`,
  };
}

function partWords({ segment, cause, workers }: LapsePart): Bilingual {
  const count = countWords(workers);
  const why = CAUSE_WORDS[cause];
  if (segment === null) return { id: `${count.id} ${why.id}`, en: `${count.en} ${why.en}` };
  const who = segmentWords(segment);
  return { id: `${count.id} ${who.id}: ${why.id}`, en: `${count.en} ${who.en}: ${why.en}` };
}

const CAUSE_WORDS: Readonly<Record<Cause, Bilingual>> = {
  "protection-ended": { id: "masa perlindungan berakhir", en: "protection ends" },
  "protection-started": { id: "masa perlindungan mulai", en: "protection begins" },
  "left-roster": { id: "keluar dari daftar", en: "left the roster" },
  "joined-roster": { id: "masuk daftar", en: "joined the roster" },
  erased: { id: "data dihapus", en: "erased" },
  "programmes-changed": { id: "program berubah", en: "programmes changed" },
  overlap: { id: "perubahan yang tercatat ganda", en: "change of those counted twice" },
  regency: { id: "kabupaten/kota", en: "regency" },
  others: { id: "lainnya", en: "others" },
};
