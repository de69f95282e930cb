// The order of packed rows: by worker, first month and employer.
import { compareWorkers, employerAt, firstMonthAt, type PackedEnrolments, ROW_BYTES } from "./packed-enrolments.ts";

/** The same rows, sorted by worker, first month and employer (its text, so that the order does not depend on how a table was made). */
export function sortRows(table: PackedEnrolments): PackedEnrolments {
  const sorted = new Uint8Array(table.count * ROW_BYTES);
  const bytes = new Uint8Array(table.view.buffer, table.view.byteOffset, table.count * ROW_BYTES);
  let place = 0;
  for (const row of rowOrder(table)) {
    sorted.set(bytes.subarray(row * ROW_BYTES, (row + 1) * ROW_BYTES), place);
    place += ROW_BYTES;
  }
  return { count: table.count, view: new DataView(sorted.buffer), employers: table.employers };
}

/** Row numbers in the order of `sortRows`; stable. */
export function rowOrder(table: PackedEnrolments): Uint32Array {
  const compare = (a: number, b: number): number => compareRows(table, a, b);
  if (table.count < FEW_ROWS) return Uint32Array.from({ length: table.count }, (_, row) => row).sort(compare);
  const { prefixes, order } = orderByPrefix(table);
  settleTies(prefixes, order, compare);
  return order;
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

/** Fewer rows are sooner compared. */
const FEW_ROWS = 256;
const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;

interface ByPrefix {
  /** The first 32 bits of the worker ids, in the order of the rows. */
  readonly prefixes: Int32Array;
  readonly order: Uint32Array;
}

/** A radix sort from the last digit of the prefix to the first: each round keeps the order of the one before among equal digits. */
function orderByPrefix(table: PackedEnrolments): ByPrefix {
  const { count, view } = table;
  let prefixes = new Int32Array(count);
  let order = new Uint32Array(count);
  let nextPrefixes = new Int32Array(count);
  let nextOrder = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) {
    prefixes[row] = view.getInt32(row * ROW_BYTES);
    order[row] = row;
  }
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    bringToDigits({ prefixes, order }, { prefixes: nextPrefixes, order: nextOrder }, shift);
    [prefixes, nextPrefixes] = [nextPrefixes, prefixes];
    [order, nextOrder] = [nextOrder, order];
  }
  return { prefixes, order };
}

function bringToDigits(from: ByPrefix, to: ByPrefix, shift: number): void {
  const { prefixes, order } = from;
  const places = new Uint32Array(DIGITS);
  for (let index = 0; index < prefixes.length; index += 1) {
    const digit = ((prefixes[index] ?? 0) >>> shift) & (DIGITS - 1);
    places[digit] = (places[digit] ?? 0) + 1;
  }
  let before = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const rows = places[digit] ?? 0;
    places[digit] = before;
    before += rows;
  }
  for (let index = 0; index < prefixes.length; index += 1) {
    const prefix = prefixes[index] ?? 0;
    const digit = (prefix >>> shift) & (DIGITS - 1);
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    to.prefixes[place] = prefix;
    to.order[place] = order[index] ?? 0;
  }
}

/** Rows whose prefixes agree lie side by side. */
function settleTies(prefixes: Int32Array, order: Uint32Array, compare: (a: number, b: number) => number): void {
  for (let from = 0; from < order.length; ) {
    const prefix = prefixes[from];
    let to = from + 1;
    while (to < order.length && prefixes[to] === prefix) to += 1;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
}
