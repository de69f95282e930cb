// The receipt as one HTML page for the person who sent the file: what became of it, what to do next, the counts, and each problem with its remedy.

import { dayInJakarta } from "../day.ts";
import { dayNameEn, dayNameId } from "../format.ts";
import { type Html, html } from "../html.ts";
import { notToDecide } from "../overtaken-hold.ts";
import type { Receipt } from "../receipt.ts";
import { regencyName } from "../region.ts";
import { rosterParts } from "../roster.ts";
import { SEGMENTS } from "../segment.ts";
import type { Bilingual } from "../text.ts";
import { changesPart, rowsPart } from "./counts.ts";
import { outcomeOf } from "./outcome.ts";
import { both, bothMarkup, named, pageText } from "./page.ts";
import { problemsPart } from "./problems.ts";

export interface ReceiptPageOptions {
  /** Whether the file was checked and not sent anywhere. */
  readonly checkedOnly?: boolean;
  /** Names of the files of rejected rows that stand beside the page. */
  readonly rejectedRows?: readonly string[];
  /** Whether those can be opened from the page: not where each needs a link of its own. */
  readonly linked?: boolean;
}

export function receiptPage(receipt: Receipt, options: ReceiptPageOptions = {}): string {
  const { checkedOnly = false } = options;
  const outcome = outcomeOf(receipt, checkedOnly);
  const title = checkedOnly
    ? { id: "Hasil pemeriksaan berkas", en: "What the check of a file found" }
    : { id: "Tanda terima unggahan", en: "Receipt of an upload" };
  return pageText({
    title,
    body: html`<section class="outcome ${outcome.tone}">
<p>${both(outcome.headline)}</p>
${outcome.next.map(
  (paragraph) => html`<p>${paragraph}</p>
`,
)}${rejectedFiles(receipt, options)}</section>
${receipt.status === "refused" ? html`` : html`${rowsPart(receipt)}${changesPart(receipt)}`}${problemsPart(withoutHold(receipt))}${aboutPart(receipt, checkedOnly)}<footer><p>${both(FOOTER)}</p></footer>
`,
  });
}

/** What waits is said above, with what to do about it. */
function withoutHold(receipt: Receipt): Receipt {
  return { ...receipt, file: notToDecide(receipt.file) };
}

function rejectedFiles({ rows, uploadId }: Receipt, { rejectedRows = [], linked = false }: ReceiptPageOptions): Html {
  if (rows.rejected === 0 || rejectedRows.length === 0) return html``;
  const files = rejectedRows.map((name, index) => {
    const shown = html`${index > 0 ? ", " : ""}${named(name)}`;
    return linked ? html`${index > 0 ? ", " : ""}<a href="./${encodeURIComponent(name)}">${named(name)}</a>` : shown;
  });
  const where = linked ? html`` : html`<br>${bothMarkup(whereToGetThem(uploadId))}`;
  return html`<p>${both({ id: "Baris yang ditolak", en: "Rejected rows" })}: ${files}${where}</p>
`;
}

function whereToGetThem(uploadId: string): { readonly id: Html; readonly en: Html } {
  const command = html`<code>npx cakupan receipt ${uploadId} --link</code>`;
  return {
    id: html`Berkasnya dari yang memberi Anda tanda terima ini; tautannya dengan ${command}`,
    en: html`Get the files from whoever gave you this receipt; their links come with ${command}`,
  };
}

function aboutPart(receipt: Receipt, checkedOnly: boolean): Html {
  const { roster, receivedAt, version } = receipt;
  const lines: (readonly [Bilingual, Html])[] = [
    [{ id: "Berkas", en: "File" }, named(receipt.fileName)],
    [{ id: "Daftar", en: "Roster" }, roster === null ? html`-` : rosterLine(roster)],
    [{ id: "Cara", en: "Mode" }, both(MODE_WORDS[receipt.mode])],
  ];
  if (checkedOnly)
    lines.push([
      { id: "Per tanggal", en: "As of" },
      both({ id: dayNameId(receipt.asOf), en: dayNameEn(receipt.asOf) }),
    ]);
  else {
    lines.push([{ id: "Diterima", en: "Received" }, both(instantWords(receivedAt))]);
    if (version !== null) lines.push([{ id: "Versi daftar", en: "Version of the roster" }, html`${version}`]);
    lines.push([{ id: "Nomor unggahan", en: "Upload" }, html`<code>${receipt.uploadId}</code>`]);
  }
  return html`<section>
<h2>${both({ id: "Tentang unggahan ini", en: "About this upload" })}</h2>
<table class="about">
${lines.map(
  ([label, value]) => html`<tr><th scope="row">${both(label)}</th><td>${value}</td></tr>
`,
)}</table>
</section>
`;
}

function rosterLine(roster: NonNullable<Receipt["roster"]>): Html {
  const { regency, segment, slug } = rosterParts(roster);
  const { label } = SEGMENTS[segment];
  const of = (name: string): string => `${regencyName(regency)}, ${name}, ${slug}`;
  return html`${both({ id: of(label.id), en: of(label.en) })} (<code>${roster}</code>)`;
}

/** `16 Februari 2023 pukul 09.30 WIB`. */
function instantWords(instant: string): Bilingual {
  const day = dayInJakarta(instant);
  const minutes = Math.floor(Date.parse(instant) / 60_000) + 7 * 60;
  const two = (value: number): string => String(value).padStart(2, "0");
  const [hour, minute] = [two(Math.floor(minutes / 60) % 24), two(minutes % 60)];
  return { id: `${dayNameId(day)} pukul ${hour}.${minute} WIB`, en: `${dayNameEn(day)}, ${hour}:${minute} WIB` };
}

const MODE_WORDS: Readonly<Record<Receipt["mode"], Bilingual>> = {
  full: {
    id: "Daftar lengkap: yang tidak disebut lagi, berakhir",
    en: "Full list: whoever is no longer named, ends",
  },
  add: { id: "Tambahan: tidak mengakhiri siapa pun", en: "Addition: ends nobody" },
  end: { id: "Pengakhiran: hanya yang disebut, berakhir", en: "Removals: only those named end" },
};

const FOOTER: Bilingual = {
  id: "Tanda terima ini tidak memuat NIK atau nama. Nomor baris dihitung seperti di lembar kerja Anda: baris pertama berkas adalah 1.",
  en: "This receipt holds no NIK and no name. Rows are counted as in your spreadsheet: the first line of the file is 1.",
};
