// Enrolments packed into 28 bytes each, the form in which they are sorted, merged, stored and folded.
//
//   0..15 worker id | 16 first month | 18 last month | 20 basis, rupiah | 24 employer (index) | 26 programmes and risk class | 27 occupation
//
// Numbers are big-endian, so that rows sorted as bytes are sorted by worker id. The employers of a table stand once, in its own list, index 0
// being "no employer": a table can be read without any other.
import type { Enrolment, WorkerId } from "./enrolment.ts";
import { hexOfBytes } from "./hex.ts";
import type { Month } from "./month.ts";
import type { ProgrammeSet } from "./programme.ts";

export const ROW_BYTES = 28;
/** Where each field of a row begins. */
export const FIELD_AT = { first: 16, last: 18, basis: 20, employer: 24, programmes: 26, occupation: 27 } as const;
export const WORKER_BYTES = 16;

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
  return table.view.getUint16(row * ROW_BYTES + FIELD_AT.first) as Month;
}

export function lastMonthAt(table: PackedEnrolments, row: number): Month {
  return table.view.getUint16(row * ROW_BYTES + FIELD_AT.last) as Month;
}

export function basisRupiahAt(table: PackedEnrolments, row: number): number {
  return table.view.getUint32(row * ROW_BYTES + FIELD_AT.basis);
}

export function employerIndexAt(table: PackedEnrolments, row: number): number {
  return table.view.getUint16(row * ROW_BYTES + FIELD_AT.employer);
}

export function employerAt(table: PackedEnrolments, row: number): string {
  return table.employers[employerIndexAt(table, row)] ?? "";
}

export function programmesAt(table: PackedEnrolments, row: number): ProgrammeSet {
  return (table.view.getUint8(row * ROW_BYTES + FIELD_AT.programmes) & 0x1f) as ProgrammeSet;
}

export function riskClassAt(table: PackedEnrolments, row: number): number {
  return table.view.getUint8(row * ROW_BYTES + FIELD_AT.programmes) >> 5;
}

export function occupationAt(table: PackedEnrolments, row: number): number {
  return table.view.getUint8(row * ROW_BYTES + FIELD_AT.occupation);
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
    const ofA = a.view.getInt32(at + word);
    const ofB = b.view.getInt32(bt + word);
    if (ofA !== ofB) return ofA >>> 0 < ofB >>> 0 ? -1 : 1;
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
