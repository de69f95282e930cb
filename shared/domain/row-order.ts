// The order of packed rows: by worker, first month and employer.
import {
  compareWorkers,
  employerAt,
  firstMonthAt,
  type PackedEnrolments,
  ROW_BYTES,
  workerPrefixAt,
} from "./packed-enrolments.ts";

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
  const keys = prefixKeys(table.count, (row) => workerPrefixAt(table, row));
  const order = new Uint32Array(table.count);
  for (let place = 0; place < table.count; place += 1) order[place] = rowOfKey(keys, place);
  settleTies(keys, order, (a, b) => compareRows(table, a, b));
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

// A sort of numbers is several times faster than one with a comparison in JavaScript. A key is the first 29 bits of the worker id and the row
// number in the 24 bits below: 16.7 million rows in the 53 bits of a number. Rows whose 29 bits agree lie side by side and are settled after.
const ROW_BITS = 2 ** 24;

/** Sorted keys of `count` rows from the first 32 bits of their worker ids. */
export function prefixKeys(count: number, prefixOf: (row: number) => number): Float64Array {
  if (count > ROW_BITS) throw new RangeError(`more than ${ROW_BITS} rows`);
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row += 1) keys[row] = (prefixOf(row) >>> 3) * ROW_BITS + row;
  return keys.sort();
}

/** The row number in a sorted key. */
export function rowOfKey(keys: Float64Array, place: number): number {
  // Not by `%`, which is slow where numbers are larger than 32 bits.
  const key = keys[place] ?? 0;
  return key - Math.floor(key / ROW_BITS) * ROW_BITS;
}

/** The first 29 bits of the worker id in a sorted key. */
export function prefixOfKey(keys: Float64Array, place: number): number {
  return Math.floor((keys[place] ?? 0) / ROW_BITS);
}

function settleTies(keys: Float64Array, order: Uint32Array, compare: (a: number, b: number) => number): void {
  for (let from = 0; from < order.length; ) {
    const prefix = prefixOfKey(keys, from);
    let to = from + 1;
    while (to < order.length && prefixOfKey(keys, to) === prefix) to += 1;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
}
