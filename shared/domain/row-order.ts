// The order of packed rows: by worker, first month and employer.
import { compareWorkers, employerAt, firstMonthAt, type PackedEnrolments, ROW_BYTES } from "./packed-enrolments.ts";

/** The same rows, sorted by worker, first month and employer (its text, so that the order does not depend on how a table was made). */
export function sortRows(table: PackedEnrolments): PackedEnrolments {
  const sorted = new Uint8Array(table.count * ROW_BYTES);
  const bytes = new Uint8Array(table.view.buffer, table.view.byteOffset, table.count * ROW_BYTES);
  let place = 0;
  for (const row of rowOrder(table)(0, table.count)) {
    sorted.set(bytes.subarray(row * ROW_BYTES, (row + 1) * ROW_BYTES), place);
    place += ROW_BYTES;
  }
  return { count: table.count, view: new DataView(sorted.buffer), employers: table.employers };
}

/** Digits of more bits are dearer than the comparisons that they spare. */
const MOST_BITS = 16;
/** More rows than these that agree in their digit are sorted by the general way. */
const FEW_ROWS = 32;

/** Orders the rows from one to another; what is given is good until the next are asked for. */
export type OrderRows = (from: number, to: number) => Uint32Array;

/**
 * Row numbers in the order of `sortRows`; stable. Each loop is a function of its own: compiled in the middle of a longer one, it would be thrown
 * back at its end.
 * @param most rows that are asked for at once
 * @param skip bits at the beginning of the worker ids in which all rows agree that are asked for at once; at most 16
 */
export function rowOrder(table: PackedEnrolments, most = table.count, skip = 0): OrderRows {
  const { view } = table;
  const order = new Uint32Array(most);
  const ends = new Uint32Array(2 ** MOST_BITS);
  const digitAt = (row: number, shift: number): number => (view.getInt32(row * ROW_BYTES) << skip) >>> shift;

  const countDigits = (from: number, to: number, shift: number): void => {
    for (let row = from; row < to; row += 1) {
      const digit = digitAt(row, shift);
      ends[digit] = (ends[digit] ?? 0) + 1;
    }
  };
  const sumUp = (digits: number): void => {
    for (let digit = 1; digit < digits; digit += 1) ends[digit] = (ends[digit] ?? 0) + (ends[digit - 1] ?? 0);
  };
  /** From the last row on, each to the last free place of its digit: the ends become the beginnings. */
  const bringToDigits = (from: number, to: number, shift: number): void => {
    for (let row = to - 1; row >= from; row -= 1) {
      const digit = digitAt(row, shift);
      const place = (ends[digit] ?? 0) - 1;
      ends[digit] = place;
      order[place] = row;
    }
  };
  const sortDigits = (digits: number, rows: Uint32Array): void => {
    const all = rows.length;
    for (let digit = 0; digit < digits; digit += 1) {
      const start = ends[digit] ?? 0;
      const end = digit + 1 < digits ? (ends[digit + 1] ?? 0) : all;
      if (end - start > 1) sortTied(table, rows, start, end);
    }
  };

  return (from, to) => {
    // So many of the next bits that nearly every row has a digit of its own.
    const bits = Math.min(MOST_BITS, 32 - Math.clz32(to - from));
    const rows = order.subarray(0, to - from);
    ends.fill(0, 0, 2 ** bits);
    countDigits(from, to, 32 - bits);
    sumUp(2 ** bits);
    bringToDigits(from, to, 32 - bits);
    sortDigits(2 ** bits, rows);
    return rows;
  };
}

/** Rows that agree in their digit; few, unless they are of one worker. */
function sortTied(table: PackedEnrolments, rows: Uint32Array, start: number, end: number): void {
  if (end - start > FEW_ROWS) {
    rows.subarray(start, end).sort((a, b) => compareRows(table, a, b));
    return;
  }
  for (let next = start + 1; next < end; next += 1) {
    const row = rows[next] ?? 0;
    let place = next;
    for (; place > start && compareRows(table, rows[place - 1] ?? 0, row) > 0; place -= 1)
      rows[place] = rows[place - 1] ?? 0;
    rows[place] = row;
  }
}

function compareRows(table: PackedEnrolments, a: number, b: number): number {
  return (
    compareWorkers(table, a, table, b) ||
    firstMonthAt(table, a) - firstMonthAt(table, b) ||
    compareTexts(employerAt(table, a), employerAt(table, b)) ||
    a - b
  );
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
