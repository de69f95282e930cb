// Writes packed rows, in any order, into a table that grows as needed.
import type { Enrolment } from "./enrolment.ts";
import { bytesOfHex } from "./hex.ts";
import type { Month } from "./month.ts";
import {
  employerAt,
  FIELD_AT,
  MAX_EMPLOYERS,
  type PackedEnrolments,
  ROW_BYTES,
  type Terms,
  WORKER_BYTES,
} from "./packed-enrolments.ts";
import { sortRows } from "./row-order.ts";

/** Everything of a row but the worker, as the numbers that are stored. */
export interface PackedRow {
  first: number;
  last: number;
  basisRupiah: number;
  /** What `employerIndex` gave. */
  employer: number;
  programmes: number;
  occupation: number;
  riskClass: number;
}

export interface RowWriter {
  /** Writes one row in the plain form; `worker` are 16 bytes. */
  append(worker: Uint8Array, first: Month, last: Month, terms: Terms): void;
  /** Writes one row as it is stored; the worker are the 16 bytes from `at` on. */
  appendPacked(worker: DataView, at: number, row: PackedRow): void;
  /** The same, with no worker yet. */
  appendUnnamed(row: PackedRow): void;
  /** The index under which an employer is stored in this table. */
  employerIndex(employer: string): number;
  /** Copies a row of another table as it is. */
  copy(from: PackedEnrolments, row: number): void;
  /** Writes the worker ids from row `from` on, 16 bytes each. */
  nameWorkers(from: number, ids: Uint8Array): void;
  readonly count: number;
  table(): PackedEnrolments;
}

/** From here on a table that grows takes all the room that it may ever need: memory that is not written to is not taken, a copy would be. */
const LARGE_TABLE_ROWS = 2 ** 17;

/** Room that the collector of garbage does not count, as it would all of what is set aside: it would begin to collect, and find nothing. */
export function uncountedRoom(length: number): SharedArrayBuffer {
  return new SharedArrayBuffer(length);
}

function roomFor(count: number, most: number): Uint8Array {
  if (count < LARGE_TABLE_ROWS) return new Uint8Array(count * 2 * ROW_BYTES);
  return new Uint8Array(uncountedRoom(Math.max(count * 2, most) * ROW_BYTES));
}

/**
 * A writer of rows in any order, growing as needed.
 * @param expected rows that are made room for at once
 * @param most rows beyond which it grows by copies
 */
export function packInto(expected: number, most = 0): RowWriter {
  let bytes: Uint8Array = new Uint8Array(Math.max(expected, 16) * ROW_BYTES);
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
  const grow = (): void => {
    const larger = roomFor(count, most);
    larger.set(bytes);
    bytes = larger;
    view = new DataView(bytes.buffer);
  };
  const nextOffset = (): number => {
    const offset = count * ROW_BYTES;
    if (offset === bytes.length) grow();
    count += 1;
    return offset;
  };

  const appendUnnamed = (row: PackedRow): void => {
    const offset = nextOffset();
    view.setUint16(offset + FIELD_AT.first, row.first);
    view.setUint16(offset + FIELD_AT.last, row.last);
    view.setUint32(offset + FIELD_AT.basis, row.basisRupiah);
    view.setUint16(offset + FIELD_AT.employer, row.employer);
    view.setUint8(offset + FIELD_AT.programmes, row.programmes | (row.riskClass << 5));
    view.setUint8(offset + FIELD_AT.occupation, row.occupation);
  };

  const appendPacked = (worker: DataView, at: number, row: PackedRow): void => {
    appendUnnamed(row);
    copyWorker(worker, at, view, (count - 1) * ROW_BYTES);
  };

  return {
    append(worker, first, last, terms) {
      appendPacked(new DataView(worker.buffer, worker.byteOffset, WORKER_BYTES), 0, {
        ...terms,
        first,
        last,
        employer: employerIndex(terms.employer),
      });
    },
    appendPacked,
    appendUnnamed,
    employerIndex,
    copy(from, row) {
      const employer = employerIndex(employerAt(from, row));
      const offset = nextOffset();
      bytes.set(new Uint8Array(from.view.buffer, from.view.byteOffset + row * ROW_BYTES, ROW_BYTES), offset);
      view.setUint16(offset + FIELD_AT.employer, employer);
    },
    nameWorkers(from, ids) {
      const given = new DataView(ids.buffer, ids.byteOffset, ids.length);
      for (let at = 0; at < ids.length; at += WORKER_BYTES)
        copyWorker(given, at, view, (from + at / WORKER_BYTES) * ROW_BYTES);
    },
    get count() {
      return count;
    },
    table: () => ({ count, view: new DataView(bytes.buffer, 0, count * ROW_BYTES), employers }),
  };
}

/** Four words, for a view made for each row would cost more than the copy. */
export function copyWorker(from: DataView, at: number, to: DataView, offset: number): void {
  for (let byte = 0; byte < WORKER_BYTES; byte += 4) to.setInt32(offset + byte, from.getInt32(at + byte, true), true);
}

/** Packs a list, sorted by worker, then first month, then employer. */
export function pack(enrolments: readonly Enrolment[]): PackedEnrolments {
  const rows = packInto(enrolments.length);
  for (const enrolment of enrolments)
    rows.append(bytesOfHex(enrolment.worker), enrolment.first, enrolment.last, enrolment);
  return sortRows(rows.table());
}
