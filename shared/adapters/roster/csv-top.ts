// What the first bytes of a CSV tell: what stands before its first row, and the separator, which a `sep=` line states or the header shows.
import type { SheetRow } from "#shared/domain/roster-file/cell.ts";
import { findHeader, HEADER_WITHIN_ROWS } from "#shared/domain/roster-file/header.ts";
import { readCsvRow } from "./csv-row.ts";
import { DELIMITERS, type Delimiter } from "./csv-rows.ts";

export interface CsvTop {
  readonly delimiter: Delimiter;
  /** Bytes before the first row: the byte order mark and a `sep=` line, which no spreadsheet shows or counts. */
  readonly before: number;
  readonly rows: readonly SheetRow[];
}

/**
 * The first rows, under the separator that shows a header; of several, the one that is stated or else gives the header most columns.
 * @param headerWidth the more, the wider the header among some rows is; 0 where none is one
 */
export function csvTop(head: Uint8Array, headerWidth = rosterHeaderWidth): CsvTop {
  const text = Buffer.from(head).toString("latin1");
  const mark = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
  const statement = /^"?sep=([^\r\n])"?(?:\r\n|\n|\r|$)/i.exec(text.slice(mark, mark + 10));
  const before = mark + (statement?.[0].length ?? 0);
  const tops = DELIMITERS.map((delimiter) => ({ delimiter, before, rows: topRows(text.slice(before), delimiter) }));
  const stated = tops.find((top) => top.delimiter === statement?.[1]);
  if (stated && headerWidth(stated.rows) > 0) return stated;
  return widest(tops, (top) => headerWidth(top.rows)) ?? widest(tops, (top) => rowWidth(top.rows)) ?? noRows(before);
}

function noRows(before: number): CsvTop {
  return { delimiter: ",", before, rows: [] };
}

function widest(tops: readonly CsvTop[], widthOf: (top: CsvTop) => number): CsvTop | undefined {
  const best = tops.toSorted((a, b) => widthOf(b) - widthOf(a))[0];
  return best && widthOf(best) > 0 ? best : undefined;
}

const MOST_COLUMNS = 1000;

/** Known columns count first: the name of one may stand in a cell of data, which another separator cuts into as many. */
function rosterHeaderWidth(rows: readonly SheetRow[]): number {
  const header = findHeader(rows);
  if ("refused" in header) return header.known;
  return Object.keys(header.columns).length * MOST_COLUMNS + Math.min(header.names.length, MOST_COLUMNS - 1);
}

function rowWidth(rows: readonly SheetRow[]): number {
  return Math.max(0, ...rows.map((row) => row.cells.length));
}

function topRows(text: string, delimiter: Delimiter): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  let at = 0;
  while (at < text.length && rows.length < HEADER_WITHIN_ROWS) {
    const { cells, next, end } = readCsvRow(text, at, delimiter);
    // The head ends somewhere, perhaps inside quotes: the rows before are what is wanted.
    if (end === "quote") break;
    rows.push({ row: rows.length + 1, cells });
    at = next;
  }
  return rows;
}
