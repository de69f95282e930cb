// One row of a CSV, the plain way. The text holds one character a byte (latin1), so that a chunk may end anywhere; each cell becomes what it was
// meant to be at the end: UTF-8, or Windows-1252 where its bytes are no UTF-8.
//
// A cell that begins with a quotation mark ends with the mark before the next separator or line end; two marks are one. A mark elsewhere is a
// character like any other, and a cell whose closing mark is followed by other text is taken as it is written.
import { isUtf8 } from "node:buffer";
import { SEPARATORS } from "#shared/domain/roster-file/other-separator.ts";

export interface CsvRow {
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly next: number;
  /** What the row ended with: its line, or the text, so that more may belong to it, or the text inside an open quotation mark. */
  readonly end: "line" | "text" | "quote";
}

/** A row beyond this many bytes is a quotation mark that nobody closed. */
export const LONGEST_ROW_BYTES = 1024 * 1024;

export function readCsvRow(text: string, from: number, delimiter: string): CsvRow {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = readCell(text, at, delimiter);
    if (cell === null) return { cells, next: text.length, end: "quote" };
    cells.push(meantText(cell.text));
    at = cell.end;
    if (text[at] !== delimiter) break;
    at += 1;
  }
  if (text[at] === "\n") return { cells, next: at + 1, end: "line" };
  // A carriage return at the end may be the first half of a line ending.
  if (at + 1 >= text.length) return { cells, next: text.length, end: "text" };
  return { cells, next: text[at + 1] === "\n" ? at + 2 : at + 1, end: "line" };
}

function readCell(text: string, from: number, delimiter: string): { text: string; end: number } | null {
  if (text[from] !== '"') {
    const end = endOfCell(text, from, delimiter);
    return { text: text.slice(from, end), end };
  }
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return null;
  let after = close + 1;
  while (text[after] === " ") after += 1;
  const end = endOfCell(text, after, delimiter);
  if (end > after) return { text: text.slice(from, end), end };
  return { text: text.slice(from + 1, close).replaceAll('""', '"'), end };
}

/** By separator: what a cell without quotation marks ends with. */
const CELL_ENDS = new Map(
  SEPARATORS.map((separator) => [separator as string, new RegExp(`[${separator}\\r\\n]`, "g")]),
);

function endOfCell(text: string, from: number, delimiter: string): number {
  const end = CELL_ENDS.get(delimiter) ?? /[\r\n]/g;
  end.lastIndex = from;
  return end.test(text) ? end.lastIndex - 1 : text.length;
}

const WINDOWS_1252 = new TextDecoder("windows-1252");

/** The text whose bytes are the characters of `latin1`. */
export function meantText(latin1: string): string {
  if (!/[\x80-\xff]/.test(latin1)) return latin1;
  const bytes = Buffer.from(latin1, "latin1");
  return isUtf8(bytes) ? bytes.toString("utf8") : WINDOWS_1252.decode(bytes);
}
