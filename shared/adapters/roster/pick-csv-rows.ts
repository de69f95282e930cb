// A few rows of a CSV by their numbers: the others are passed over without making strings of them. Gives the rows that `csvRows` gives.
import type { SheetRow } from "#shared/domain/roster-file/cell.ts";
import { type CsvRow, readCsvRow } from "./csv-row.ts";
import type { Delimiter } from "./csv-rows.ts";

/** Nearly every row ends within these. */
const NEAR_BYTES = 1024;
const LF = 10;
const CR = 13;
const QUOTE = 34;

export async function* pickCsvRows(
  stream: AsyncIterable<Uint8Array>,
  delimiter: Delimiter,
  wanted: Uint32Array,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  const isWanted = inOrder(wanted);
  let bytes = Buffer.alloc(0);
  let row = 0;
  const take = (isAll: boolean): readonly SheetRow[] => {
    const rows: SheetRow[] = [];
    const text = (from: number, to: number): string => bytes.toString("latin1", from, to);
    const endOf = rowEnds(bytes);
    const carefully = (at: number): CsvRow => {
      const near = readCsvRow(text(at, Math.min(at + NEAR_BYTES, bytes.length)), 0, delimiter);
      return near.end === "line" ? near : readCsvRow(text(at, bytes.length), 0, delimiter);
    };
    let at = 0;
    while (at < bytes.length) {
      const plainEnd = endOf(at);
      // A row with quotation marks or its own kind of line end, or at the end of what is there: by the plain reader.
      const read = plainEnd === null ? carefully(at) : null;
      if (read !== null && read.end !== "line" && !isAll) break;
      const end = plainEnd ?? at + (read?.next ?? 0);
      row += 1;
      if (isWanted(row)) rows.push({ row, cells: (read ?? readCsvRow(text(at, end), 0, delimiter)).cells });
      at = end;
    }
    bytes = bytes.subarray(at);
    return rows;
  };
  for await (const chunk of stream) {
    bytes = Buffer.concat([bytes, chunk]);
    const rows = take(false);
    if (rows.length > 0) yield rows;
  }
  const rows = take(true);
  if (rows.length > 0) yield rows;
}

/** Whether a number is one of these, which are ascending; to be asked in ascending order. */
export function inOrder(numbers: Uint32Array): (number: number) => boolean {
  let next = 0;
  return (number) => {
    while ((numbers[next] ?? number) < number) next += 1;
    return numbers[next] === number;
  };
}

/** Where the row from a place on ends, behind its line end; null when that takes more than a look for the next marks. Asked in ascending order. */
function rowEnds(bytes: Buffer): (from: number) => number | null {
  let quote = -1;
  let carriageReturn = -1;
  const next = (mark: number, from: number): number => {
    const at = bytes.indexOf(mark, from);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  return (from) => {
    const end = bytes.indexOf(LF, from);
    if (end < 0) return null;
    if (quote < from) quote = next(QUOTE, from);
    if (carriageReturn < from) carriageReturn = next(CR, from);
    return quote < end || carriageReturn < end - 1 ? null : end + 1;
  };
}
