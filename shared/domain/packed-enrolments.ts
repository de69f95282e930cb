// Enrolments packed into 28 bytes each, the form in which they are sorted, merged, stored and folded.
//
//   0..15 worker id | 16 first month | 18 last month | 20 basis, rupiah | 24 employer (index) | 26 programmes and risk class | 27 occupation
//
// Numbers are big-endian, so that rows sorted as bytes are sorted by worker id. The employers of a table stand once, in its own list, index 0
// being "no employer": a table can be read without any other.
import type { Enrolment, WorkerId } from "./enrolment.ts";
import { bytesOfHex, hexOfBytes } from "./hex.ts";
import type { Month } from "./month.ts";
import type { ProgrammeSet } from "./programme.ts";

export const ROW_BYTES = 28;
const WORKER_BYTES = 16;
const FIRST = 16;
const LAST = 18;
const BASIS = 20;
const EMPLOYER = 24;
const PROGRAMMES = 26;
const OCCUPATION = 27;

/** The largest basis that a row can hold, rupiah a month. */
export const MAX_BASIS_RUPIAH = 0xffff_ffff;
/** How many different employers one table can hold. */
export const MAX_EMPLOYERS = 0xffff;

/** A table of packed enrolments; `view` holds `count` rows of `ROW_BYTES`. Never changed once made. */
export interface PackedEnrolments {
  readonly count: number;
  readonly view: DataView;
  /** NPP by index; `employers[0]` is "". */
  readonly employers: readonly string[];
}

export const NO_ENROLMENTS: PackedEnrolments = { count: 0, view: new DataView(new ArrayBuffer(0)), employers: [""] };

/** Everything of a row but the worker. */
export interface Terms {
  readonly basisRupiah: number;
  readonly employer: string;
  readonly occupation: number;
  readonly programmes: ProgrammeSet;
  readonly riskClass: number;
}

export function firstMonthAt(table: PackedEnrolments, row: number): Month {
  return table.view.getUint16(row * ROW_BYTES + FIRST) as Month;
}

export function lastMonthAt(table: PackedEnrolments, row: number): Month {
  return table.view.getUint16(row * ROW_BYTES + LAST) as Month;
}

export function basisRupiahAt(table: PackedEnrolments, row: number): number {
  return table.view.getUint32(row * ROW_BYTES + BASIS);
}

export function employerIndexAt(table: PackedEnrolments, row: number): number {
  return table.view.getUint16(row * ROW_BYTES + EMPLOYER);
}

export function employerAt(table: PackedEnrolments, row: number): string {
  return table.employers[employerIndexAt(table, row)] ?? "";
}

export function programmesAt(table: PackedEnrolments, row: number): ProgrammeSet {
  return (table.view.getUint8(row * ROW_BYTES + PROGRAMMES) & 0x1f) as ProgrammeSet;
}

export function riskClassAt(table: PackedEnrolments, row: number): number {
  return table.view.getUint8(row * ROW_BYTES + PROGRAMMES) >> 5;
}

export function occupationAt(table: PackedEnrolments, row: number): number {
  return table.view.getUint8(row * ROW_BYTES + OCCUPATION);
}

/** The 16 bytes of a row's worker id, as a view on the table. */
export function workerBytesAt(table: PackedEnrolments, row: number): Uint8Array {
  return new Uint8Array(table.view.buffer, table.view.byteOffset + row * ROW_BYTES, WORKER_BYTES);
}

export function workerAt(table: PackedEnrolments, row: number): WorkerId {
  return hexOfBytes(workerBytesAt(table, row)) as WorkerId;
}

/** The first 32 bits of a row's worker id: enough to tell nearly all workers apart. */
export function workerPrefixAt(table: PackedEnrolments, row: number): number {
  return table.view.getUint32(row * ROW_BYTES);
}

/** Orders two rows by worker id: negative, 0 (the same worker) or positive. */
export function compareWorkers(a: PackedEnrolments, rowA: number, b: PackedEnrolments, rowB: number): number {
  const at = rowA * ROW_BYTES;
  const bt = rowB * ROW_BYTES;
  for (let word = 0; word < WORKER_BYTES; word += 4) {
    const difference = a.view.getUint32(at + word) - b.view.getUint32(bt + word);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** All fields of a row, in the plain form. */
export function enrolmentAt(table: PackedEnrolments, row: number): Enrolment {
  return {
    worker: workerAt(table, row),
    first: firstMonthAt(table, row),
    last: lastMonthAt(table, row),
    programmes: programmesAt(table, row),
    basisRupiah: basisRupiahAt(table, row),
    employer: employerAt(table, row),
    occupation: occupationAt(table, row),
    riskClass: riskClassAt(table, row),
  };
}

/** The plain form of a whole table, in its order. */
export function unpack(table: PackedEnrolments): readonly Enrolment[] {
  return Array.from({ length: table.count }, (_, row) => enrolmentAt(table, row));
}

/** Packs a list, sorted by worker, then first month, then employer. */
export function pack(enrolments: readonly Enrolment[]): PackedEnrolments {
  const rows = packInto(enrolments.length);
  for (const enrolment of enrolments)
    rows.append(bytesOfHex(enrolment.worker), enrolment.first, enrolment.last, enrolment);
  return sortRows(rows.table());
}

export interface RowWriter {
  /** Writes one row in the plain form; `worker` are 16 bytes. */
  append(worker: Uint8Array, first: Month, last: Month, terms: Terms): void;
  /** Copies a row of another table as it is. */
  copy(from: PackedEnrolments, row: number): void;
  readonly count: number;
  table(): PackedEnrolments;
}

/** A writer of rows in any order, growing as needed; `expected` rows are made room for at once. */
export function packInto(expected: number): RowWriter {
  let bytes = new Uint8Array(Math.max(expected, 16) * ROW_BYTES);
  let view = new DataView(bytes.buffer);
  let count = 0;
  const employers: string[] = [""];
  const indexOf = new Map<string, number>([["", 0]]);

  const employerIndex = (employer: string): number => {
    const known = indexOf.get(employer);
    if (known !== undefined) return known;
    const index = employers.length;
    if (index > MAX_EMPLOYERS) throw new RangeError(`more than ${MAX_EMPLOYERS} employers in one table`);
    employers.push(employer);
    indexOf.set(employer, index);
    return index;
  };
  const nextOffset = (): number => {
    const offset = count * ROW_BYTES;
    if (offset === bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
      view = new DataView(bytes.buffer);
    }
    count += 1;
    return offset;
  };

  return {
    append(worker, first, last, terms) {
      const employer = employerIndex(terms.employer);
      const offset = nextOffset();
      bytes.set(worker, offset);
      view.setUint16(offset + FIRST, first);
      view.setUint16(offset + LAST, last);
      view.setUint32(offset + BASIS, terms.basisRupiah);
      view.setUint16(offset + EMPLOYER, employer);
      view.setUint8(offset + PROGRAMMES, terms.programmes | (terms.riskClass << 5));
      view.setUint8(offset + OCCUPATION, terms.occupation);
    },
    copy(from, row) {
      const employer = employerIndex(employerAt(from, row));
      const offset = nextOffset();
      bytes.set(new Uint8Array(from.view.buffer, from.view.byteOffset + row * ROW_BYTES, ROW_BYTES), offset);
      view.setUint16(offset + EMPLOYER, employer);
    },
    get count() {
      return count;
    },
    table: () => ({ count, view: new DataView(bytes.buffer, 0, count * ROW_BYTES), employers }),
  };
}

/** The same rows with the worker ids replaced: `ids` are 16 bytes a row, in the order of the rows. */
export function withWorkerIds(table: PackedEnrolments, ids: Uint8Array): PackedEnrolments {
  const bytes = new Uint8Array(table.view.buffer, table.view.byteOffset, table.count * ROW_BYTES).slice();
  for (let row = 0; row < table.count; row += 1)
    bytes.set(ids.subarray(row * WORKER_BYTES, (row + 1) * WORKER_BYTES), row * ROW_BYTES);
  return { count: table.count, view: new DataView(bytes.buffer), employers: table.employers };
}

/** The worker ids of all rows, 16 bytes each, one after another. */
export function workerIds(table: PackedEnrolments): Uint8Array {
  const ids = new Uint8Array(table.count * WORKER_BYTES);
  for (let row = 0; row < table.count; row += 1) ids.set(workerBytesAt(table, row), row * WORKER_BYTES);
  return ids;
}

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
  return (keys[place] ?? 0) % ROW_BITS;
}

/** The first 29 bits of the worker id in a sorted key. */
export function prefixOfKey(keys: Float64Array, place: number): number {
  return Math.floor((keys[place] ?? 0) / ROW_BITS);
}

function settleTies(keys: Float64Array, order: Uint32Array, compare: (a: number, b: number) => number): void {
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && prefixOfKey(keys, to) === prefixOfKey(keys, from)) to += 1;
    if (to - from > 1) order.subarray(from, to).sort(compare);
    from = to;
  }
}
