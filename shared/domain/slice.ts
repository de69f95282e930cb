// A version of a roster is stored as slices: packed enrolments cut so that each fits one table item and three fit one message. A slice carries its
// own list of employers, so that it can be read without any other.
//
//   0 format | 1 rows (4) | 5 employers (2) | then each employer: length (1), UTF-8 | then the rows
import { employerIndexAt, FIELD_AT, NO_ENROLMENTS, type PackedEnrolments, ROW_BYTES } from "./packed-enrolments.ts";
import { packInto } from "./row-writer.ts";

const FORMAT = 1;
const HEADER_BYTES = 7;

/** No slice is larger: three of them in base64 stay below the 1 MiB of a message. */
export const MAX_SLICE_BYTES = 240 * 1024;

/** Where to cut a sorted table into slices, and each of them made when it is asked for: all at once would be the table a second time. */
export interface CutTable {
  /** At least one; an empty table gives one empty slice. */
  readonly parts: number;
  slices(): Iterable<Uint8Array>;
}

/** The same table always gives the same slices. */
export function cutTable(table: PackedEnrolments, maxBytes = MAX_SLICE_BYTES): CutTable {
  const encoder = new TextEncoder();
  const employers = table.employers.map((employer) => encoder.encode(employer));
  const starts: number[] = [];
  for (let from = 0; from < table.count || starts.length === 0; from = endOfSlice(table, employers, from, maxBytes))
    starts.push(from);
  return {
    parts: starts.length,
    *slices() {
      for (const [part, from] of starts.entries())
        yield encodeSlice(table, employers, from, starts[part + 1] ?? table.count);
    },
  };
}

export function sliceEnrolments(table: PackedEnrolments, maxBytes = MAX_SLICE_BYTES): readonly Uint8Array[] {
  return [...cutTable(table, maxBytes).slices()];
}

function endOfSlice(table: PackedEnrolments, employers: readonly Uint8Array[], from: number, maxBytes: number): number {
  const isNamed = new Uint8Array(employers.length);
  isNamed[0] = 1;
  let bytes = HEADER_BYTES + 1;
  for (let row = from; row < table.count; row += 1) {
    const employer = employerIndexAt(table, row);
    bytes += ROW_BYTES + (isNamed[employer] === 1 ? 0 : 1 + (employers[employer]?.length ?? 0));
    if (bytes > maxBytes && row > from) return row;
    isNamed[employer] = 1;
  }
  return table.count;
}

function encodeSlice(table: PackedEnrolments, employers: readonly Uint8Array[], from: number, to: number): Uint8Array {
  const indexInSlice = new Uint16Array(employers.length);
  const named: Uint8Array[] = [new Uint8Array(0)];
  let namedBytes = 1;
  for (let row = from; row < to; row += 1) {
    const employer = employerIndexAt(table, row);
    if (employer === 0 || indexInSlice[employer] !== 0) continue;
    const text = employers[employer] ?? new Uint8Array(0);
    indexInSlice[employer] = named.length;
    named.push(text);
    namedBytes += 1 + text.length;
  }
  const bytes = new Uint8Array(HEADER_BYTES + namedBytes + (to - from) * ROW_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, FORMAT);
  view.setUint32(1, to - from);
  view.setUint16(5, named.length);
  let offset = HEADER_BYTES;
  for (const text of named) {
    view.setUint8(offset, text.length);
    bytes.set(text, offset + 1);
    offset += 1 + text.length;
  }
  const { buffer, byteOffset } = table.view;
  bytes.set(new Uint8Array(buffer, byteOffset + from * ROW_BYTES, (to - from) * ROW_BYTES), offset);
  for (let at = offset + FIELD_AT.employer; at < bytes.length; at += ROW_BYTES)
    view.setUint16(at, indexInSlice[view.getUint16(at)] ?? 0);
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
