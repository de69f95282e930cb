// The rows of the file and the workers of the roster, in numbers with their picture.
import { formatNumberEn, formatNumberId } from "../format.ts";
import { type Html, html } from "../html.ts";
import type { ChangeCounts, Receipt, RowCounts } from "../receipt.ts";
import type { Bilingual } from "../text.ts";
import { both } from "./page.ts";
import { bar, type Colour, stackedBar, swatch } from "./picture.ts";

interface Line {
  readonly label: Bilingual;
  readonly value: number;
  readonly colour: Colour;
}

export function rowsPart({ rows }: Pick<Receipt, "rows">): Html {
  const lines = rowLines(rows);
  return html`<section>
<h2>${both({ id: "Baris berkas", en: "Rows of the file" })}</h2>
${stackedBar(lines) ?? ""}
<table>
${lines.map(
  ({ label, value, colour }) => html`<tr><th scope="row">${swatch(colour)}${both(label)}</th>${number(value)}</tr>
`,
)}<tr><th scope="row">${both({ id: "Dibaca semuanya", en: "Read in all" })}</th>${number(rows.read)}</tr>
</table>
</section>
`;
}

/** Empty where the roster was not looked at. */
export function changesPart({ changes, employers, mode }: Pick<Receipt, "changes" | "employers" | "mode">): Html {
  if (changes === null) return html``;
  const lines = changeLines(changes).filter(({ value, always }) => value > 0 || always === mode);
  const most = Math.max(...lines.map(({ value }) => value));
  return html`<section>
<h2>${both({ id: "Apa yang berubah di daftar (pekerja)", en: "What changed in the roster (workers)" })}</h2>
<table>
${lines.map(
  ({
    label,
    value,
    colour,
  }) => html`<tr><th scope="row">${both(label)}</th>${number(value)}<td class="bar">${bar(value, most, colour)}</td></tr>
`,
)}</table>
${employers === 0 ? "" : html`<p>${both({ id: `Pemberi kerja (NPP) dalam berkas: ${formatNumberId(employers)}`, en: `Employers (NPP) in the file: ${formatNumberEn(employers)}` })}</p>`}
</section>
`;
}

function number(value: number): Html {
  return html`<td class="number">${both({ id: formatNumberId(value), en: formatNumberEn(value) })}</td>`;
}

function rowLines(rows: RowCounts): readonly Line[] {
  return [
    { label: { id: "Diterima", en: "Accepted" }, value: rows.accepted, colour: "good" },
    {
      label: { id: "Ganda (dihitung sekali)", en: "Duplicate (counted once)" },
      value: rows.duplicate,
      colour: "plain",
    },
    { label: { id: "Ditolak", en: "Rejected" }, value: rows.rejected, colour: "bad" },
  ];
}

/** `always`: the mode in which a line is shown even at zero. */
function changeLines(changes: ChangeCounts): readonly (Line & { readonly always?: Receipt["mode"] })[] {
  return [
    { label: { id: "Baru", en: "New" }, value: changes.enrolled, colour: "good", always: "full" },
    { label: { id: "Berubah", en: "Changed" }, value: changes.changed, colour: "changed", always: "full" },
    { label: { id: "Tetap", en: "Unchanged" }, value: changes.unchanged, colour: "plain", always: "full" },
    { label: { id: "Berakhir", en: "Ended" }, value: changes.ended, colour: "bad", always: "full" },
    {
      label: { id: "Dibiarkan, karena barisnya ditolak", en: "Left as they were: their row was rejected" },
      value: changes.kept,
      colour: "look",
    },
    {
      label: { id: "Pengakhiran ditahan", en: "Removal waits" },
      value: changes.withheld,
      colour: "look",
    },
    {
      label: { id: "Tidak ada yang dapat diakhiri", en: "Nothing there to end" },
      value: changes.notFound,
      colour: "look",
      always: "end",
    },
  ];
}
