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
} from "./packed-enrolments.ts";
import { sortRows } from "./row-order.ts";

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
      view.setUint16(offset + FIELD_AT.first, first);
      view.setUint16(offset + FIELD_AT.last, last);
      view.setUint32(offset + FIELD_AT.basis, terms.basisRupiah);
      view.setUint16(offset + FIELD_AT.employer, employer);
      view.setUint8(offset + FIELD_AT.programmes, terms.programmes | (terms.riskClass << 5));
      view.setUint8(offset + FIELD_AT.occupation, terms.occupation);
    },
    copy(from, row) {
      const employer = employerIndex(employerAt(from, row));
      const offset = nextOffset();
      bytes.set(new Uint8Array(from.view.buffer, from.view.byteOffset + row * ROW_BYTES, ROW_BYTES), offset);
      view.setUint16(offset + FIELD_AT.employer, employer);
    },
    get count() {
      return count;
    },
    table: () => ({ count, view: new DataView(bytes.buffer, 0, count * ROW_BYTES), employers }),
  };
}

/** Packs a list, sorted by worker, then first month, then employer. */
export function pack(enrolments: readonly Enrolment[]): PackedEnrolments {
  const rows = packInto(enrolments.length);
  for (const enrolment of enrolments)
    rows.append(bytesOfHex(enrolment.worker), enrolment.first, enrolment.last, enrolment);
  return sortRows(rows.table());
}
