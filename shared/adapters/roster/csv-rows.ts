// Rows of a CSV, the plain way: what the hot loop is held against, and what reads whatever that one leaves. A row is counted as a spreadsheet
// counts it: a line break inside quotes stays in its row, and a blank line is one.
import type { SheetRow } from "#shared/domain/roster-file/cell.ts";
import { SEPARATORS, type Separator } from "#shared/domain/roster-file/other-separator.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { LONGEST_ROW_BYTES, readCsvRow } from "./csv-row.ts";
import { UnreadableFile } from "./unreadable-file.ts";

export const DELIMITERS = SEPARATORS;
export type Delimiter = Separator;

/** @throws UnreadableFile when a quotation mark is never closed */
export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: Delimiter,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  let text = "";
  let row = 0;
  for await (const chunk of bytes) {
    const read = readRows(text + Buffer.from(chunk).toString("latin1"), delimiter, row, false);
    text = read.rest;
    row += read.rows.length;
    if (read.rows.length > 0) yield read.rows;
  }
  const { rows } = readRows(text, delimiter, row, true);
  if (rows.length > 0) yield rows;
}

/** The whole rows of a text; the rest is what waits for more, unless the text is all there is. */
function readRows(
  text: string,
  delimiter: Delimiter,
  before: number,
  isAll: boolean,
): { readonly rows: readonly SheetRow[]; readonly rest: string } {
  const rows: SheetRow[] = [];
  let at = 0;
  while (at < text.length) {
    const { cells, next, end } = readCsvRow(text, at, delimiter);
    const row = before + rows.length + 1;
    if (next - at > LONGEST_ROW_BYTES || (isAll && end === "quote"))
      throw new UnreadableFile(problem("csv-quote-open", row));
    if (end !== "line" && !isAll) break;
    rows.push({ row, cells });
    at = next;
  }
  return { rows, rest: text.slice(at) };
}
