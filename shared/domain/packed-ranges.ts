// The rows of one worker in a packed table, and his ranges in the plain form, there and back.
import {
  basisRupiahAt,
  compareWorkers,
  employerAt,
  firstMonthAt,
  lastMonthAt,
  occupationAt,
  type PackedEnrolments,
  programmesAt,
  riskClassAt,
} from "./packed-enrolments.ts";
import type { RowWriter } from "./row-writer.ts";
import type { Range } from "./worker-ranges.ts";

export interface Rows {
  readonly from: number;
  readonly to: number;
}

/** Behind the last row of the worker of a row, in a sorted table. */
export function endOfWorker(table: PackedEnrolments, row: number): number {
  let end = row + 1;
  while (end < table.count && compareWorkers(table, row, table, end) === 0) end += 1;
  return end;
}

export function rangesOf(table: PackedEnrolments, rows: Rows): readonly Range[] {
  const ranges: Range[] = [];
  for (let row = rows.from; row < rows.to; row += 1) {
    ranges.push({
      first: firstMonthAt(table, row),
      last: lastMonthAt(table, row),
      terms: {
        basisRupiah: basisRupiahAt(table, row),
        employer: employerAt(table, row),
        occupation: occupationAt(table, row),
        programmes: programmesAt(table, row),
        riskClass: riskClassAt(table, row),
      },
    });
  }
  return ranges;
}

export function writeRanges(content: RowWriter, worker: Uint8Array, ranges: readonly Range[]): void {
  for (const range of ranges) content.append(worker, range.first, range.last, range.terms);
}

/** Walks two sorted tables side by side: the rows that each has of one worker, one worker at a time. */
export function* byWorker(
  base: PackedEnrolments,
  file: PackedEnrolments,
): Generator<{ baseRows: Rows; fileRows: Rows }> {
  let b = 0;
  let f = 0;
  while (b < base.count || f < file.count) {
    const order = b === base.count ? 1 : f === file.count ? -1 : compareWorkers(base, b, file, f);
    const bEnd = order <= 0 ? endOfWorker(base, b) : b;
    const fEnd = order >= 0 ? endOfWorker(file, f) : f;
    yield { baseRows: { from: b, to: bEnd }, fileRows: { from: f, to: fEnd } };
    b = bEnd;
    f = fEnd;
  }
}
