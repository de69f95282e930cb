// A version of a roster is stored as slices: packed enrolments cut so that each fits one table item and three fit one message. A slice carries its
// own list of employers, so that it can be read without any other.
//
//   0 format | 1 rows (4) | 5 employers (2) | then each employer: length (1), UTF-8 | then the rows
import { employerAt, NO_ENROLMENTS, type PackedEnrolments, ROW_BYTES } from "./packed-enrolments.ts";
import { packInto } from "./row-writer.ts";

const FORMAT = 1;
const HEADER_BYTES = 7;

/** No slice is larger: three of them in base64 stay below the 1 MiB of a message. */
export const MAX_SLICE_BYTES = 240 * 1024;

/** Cuts a sorted table into slices; at least one, an empty table giving one empty slice. The same table always gives the same bytes. */
export function sliceEnrolments(table: PackedEnrolments, maxBytes = MAX_SLICE_BYTES): readonly Uint8Array[] {
  const slices: Uint8Array[] = [];
  let from = 0;
  do {
    const to = endOfSlice(table, from, maxBytes);
    slices.push(encodeSlice(rowsBetween(table, from, to)));
    from = to;
  } while (from < table.count);
  return slices;
}

function endOfSlice(table: PackedEnrolments, from: number, maxBytes: number): number {
  const employers = new Set<string>([""]);
  let bytes = HEADER_BYTES + 1;
  for (let row = from; row < table.count; row += 1) {
    const employer = employerAt(table, row);
    bytes += ROW_BYTES + (employers.has(employer) ? 0 : 1 + utf8Length(employer));
    if (bytes > maxBytes && row > from) return row;
    employers.add(employer);
  }
  return table.count;
}

function rowsBetween(table: PackedEnrolments, from: number, to: number): PackedEnrolments {
  const rows = packInto(to - from);
  for (let row = from; row < to; row += 1) rows.copy(table, row);
  return rows.table();
}

function encodeSlice(table: PackedEnrolments): Uint8Array {
  const employers = table.employers.map((employer) => new TextEncoder().encode(employer));
  const employerBytes = employers.reduce((sum, text) => sum + 1 + text.length, 0);
  const bytes = new Uint8Array(HEADER_BYTES + employerBytes + table.count * ROW_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, FORMAT);
  view.setUint32(1, table.count);
  view.setUint16(5, employers.length);
  let offset = HEADER_BYTES;
  for (const text of employers) {
    view.setUint8(offset, text.length);
    bytes.set(text, offset + 1);
    offset += 1 + text.length;
  }
  bytes.set(new Uint8Array(table.view.buffer, table.view.byteOffset, table.count * ROW_BYTES), offset);
  return bytes;
}

/** @throws RangeError when the bytes are not a slice of this format, or cut short */
export function decodeSlice(bytes: Uint8Array): PackedEnrolments {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint8(0) !== FORMAT) throw new RangeError("not a slice of enrolments");
  const count = view.getUint32(1);
  const employers: string[] = [];
  let offset = HEADER_BYTES;
  for (let index = 0; index < view.getUint16(5); index += 1) {
    const length = view.getUint8(offset);
    employers.push(new TextDecoder().decode(bytes.subarray(offset + 1, offset + 1 + length)));
    offset += 1 + length;
  }
  if (bytes.length !== offset + count * ROW_BYTES) throw new RangeError("a slice of enrolments that is cut short");
  return { count, view: new DataView(bytes.buffer, bytes.byteOffset + offset, count * ROW_BYTES), employers };
}

/** All slices of a version as one table, in their order. */
export function joinSlices(slices: readonly PackedEnrolments[]): PackedEnrolments {
  const [only] = slices;
  if (only === undefined) return NO_ENROLMENTS;
  if (slices.length === 1) return only;
  const rows = packInto(slices.reduce((sum, slice) => sum + slice.count, 0));
  for (const slice of slices) for (let row = 0; row < slice.count; row += 1) rows.copy(slice, row);
  return rows.table();
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
