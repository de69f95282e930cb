// Who is protected, by segment and by who pays: agreements tie rosters to their sponsors. How old each list is stands beside it.
import { type Html, html } from "../../html.ts";
import { monthOfDay, monthText } from "../../month.ts";
import { both, named } from "../../receipt-page/page.ts";
import type { Bilingual } from "../../text.ts";
import type { RegencyReport } from "../regency-report.ts";
import type { ReportingRoster, SegmentLine, SponsorLine } from "../segment-lines.ts";
import {
  countCell,
  countWords,
  dayWords,
  missingCell,
  monthWords,
  NOT_SHOWN,
  numberCell,
  rupiahWords,
  segmentWords,
} from "./cells.ts";

/** More rosters than these are counted, not named. */
const ROSTERS_NAMED = 4;

export function segmentsPart({ segments, covered, overlap, month: at, asOf }: RegencyReport): Html {
  if (covered === null) return html``;
  const later = segments
    .flatMap(({ sponsors }) => sponsors)
    .flatMap(({ rosters }) => rosters)
    .some(({ reportedOn }) => reportedOn !== null && monthText(monthOfDay(reportedOn)) > at);
  return html`<div class="kept">
<h3>${both({ id: "Menurut segmen dan sponsor", en: "By segment and sponsor" })}</h3>
<div class="wide"><table>
<thead><tr><th scope="col">${both({ id: "Segmen, sponsor, daftar", en: "Segment, sponsor, roster" })}</th><th scope="col" class="number">${both({ id: "Pekerja", en: "Workers" })}</th><th scope="col" class="number">${both({ id: "Iuran sebulan", en: "Contributions of the month" })}</th><th scope="col">${both(later ? lastReportBy(dayWords(asOf)) : LAST_REPORT)}</th></tr></thead>
<tbody>
${segments.map(segmentRows)}</tbody>
<tfoot><tr><th scope="row">${both({ id: "Orang, masing-masing sekali", en: "People, each once" })}</th>${countCell(covered)}<td></td><td></td></tr></tfoot>
</table></div>
${
  overlap === null || overlap === 0
    ? ""
    : html`<p class="note">${both(overlapWords(countWords(overlap)))}</p>
`
}${
  later
    ? html`<p class="note">${both(cameLater(monthWords(at)))}</p>
`
    : ""
}${notFresh(segments)}</div>
`;
}

function segmentRows({ segment, workers, sponsors }: SegmentLine): Html {
  return html`<tr class="whole"><th scope="row">${both(segmentWords(segment))}</th>${countCell(workers)}<td></td><td></td></tr>
${sponsors.map(sponsorRow)}`;
}

function sponsorRow({ sponsor, inForce, workers, contributionRupiah, rosters }: SponsorLine): Html {
  const name =
    sponsor === null ? both(NO_AGREEMENT) : html`${named(sponsor)}${inForce ? "" : html` (${both(NOT_RUNNING)})`}`;
  return html`<tr class="part"><td>${name}${rosterNames(rosters)}</td>${countCell(workers)}${
    contributionRupiah === null ? missingCell(NOT_SHOWN) : numberCell(rupiahWords(contributionRupiah))
  }<td>${reportCell(rosters)}</td></tr>
`;
}

function rosterNames(rosters: readonly ReportingRoster[]): Html {
  if (rosters.length <= ROSTERS_NAMED)
    return html`${rosters.map(({ roster }) => html`<span class="roster">${roster}</span>`)}`;
  const many = countWords(rosters.length);
  return html`<span class="roster">${both({ id: `${many.id} daftar`, en: `${many.en} rosters` })}</span>`;
}

function reportCell(rosters: readonly ReportingRoster[]): Html {
  const days = rosters
    .map(({ reportedOn }) => reportedOn)
    .filter((day) => day !== null)
    .toSorted();
  const [first] = days;
  const last = days.at(-1);
  const overdue = rosters.filter((roster) => roster.overdue).length;
  const flag = overdue === 0 ? html`` : html` <span class="flag">${both(NOT_FRESH)}</span>`;
  if (first === undefined || last === undefined) return html`-${flag}`;
  const [from, to] = [dayWords(first), dayWords(last)];
  const words: Bilingual = first === last ? to : { id: `${from.id} – ${to.id}`, en: `${from.en} – ${to.en}` };
  return html`${both(words)}${flag}`;
}

function notFresh(segments: readonly SegmentLine[]): Html {
  const overdue = segments
    .flatMap(({ sponsors }) => sponsors)
    .flatMap(({ rosters }) => rosters.filter((one) => one.overdue));
  if (overdue.length === 0) return html``;
  const silent = Math.max(...overdue.map(({ daysSilent }) => daysSilent ?? 0));
  return html`<p class="note">${both({
    id: `Tidak segar: daftar bulanan belum datang, paling lama ${silent} hari; angkanya adalah yang terakhir dilaporkan.`,
    en: `Not fresh: a monthly list has not come, for ${silent} days at the most; its figures are those last reported.`,
  })}</p>
`;
}

function lastReportBy({ id, en }: Bilingual): Bilingual {
  return { id: `${LAST_REPORT.id} (sampai ${id})`, en: `${LAST_REPORT.en} (up to ${en})` };
}

/** A list that came after the month may have told of it too. */
function cameLater({ id, en }: Bilingual): Bilingual {
  return {
    id: `Laporan terakhir adalah yang terakhir sampai laporan ini dibuat, bukan sampai ${id}; daftar yang datang sesudah bulan itu dapat sudah mengubah angkanya.`,
    en: `Last reports are the last before this report was made, not those up to ${en}; lists that came after that month may have changed its figures.`,
  };
}

function overlapWords({ id, en }: Bilingual): Bilingual {
  return {
    id: `Orang yang ada di dua daftar atau segmen dihitung sekali saja dalam jumlah; tercatat ganda: ${id}.`,
    en: `Who is in two rosters or segments counts once in the total; counted twice above it: ${en}.`,
  };
}

const LAST_REPORT: Bilingual = { id: "Laporan terakhir", en: "Last report" };
const NO_AGREEMENT: Bilingual = { id: "Tanpa perjanjian yang diketahui", en: "No agreement is known" };
const NOT_RUNNING: Bilingual = {
  id: "tidak ada perjanjian yang berlaku pada bulan ini",
  en: "no agreement runs in this month",
};
const NOT_FRESH: Bilingual = { id: "! tidak segar", en: "! not fresh" };
