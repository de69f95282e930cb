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
  const employers = employerTexts(table);
  const cuts: Cut[] = [];
  for (let from = 0; from < table.count || cuts.length === 0; from = cuts.at(-1)?.to ?? 0)
    cuts.push(nextCut(table, employers, from, maxBytes));
  return {
    parts: cuts.length,
    *slices() {
      for (const cut of cuts) yield encodeSlice(table, employers, cut);
    },
  };
}

export function sliceEnrolments(table: PackedEnrolments, maxBytes = MAX_SLICE_BYTES): readonly Uint8Array[] {
  return [...cutTable(table, maxBytes).slices()];
}

/** All employers of a table in UTF-8, one after another, and where each begins. */
interface EmployerTexts {
  readonly texts: Uint8Array;
  /** One more than there are employers: the last is the end. */
  readonly starts: Uint32Array;
}

function employerTexts({ employers }: PackedEnrolments): EmployerTexts {
  const starts = new Uint32Array(employers.length + 1);
  for (let index = 0; index < employers.length; index += 1)
    starts[index + 1] = (starts[index] ?? 0) + Buffer.byteLength(employers[index] ?? "");
  const texts = Buffer.alloc(starts[employers.length] ?? 0);
  for (let index = 0; index < employers.length; index += 1) texts.write(employers[index] ?? "", starts[index] ?? 0);
  return { texts, starts };
}

function lengthOf({ starts }: EmployerTexts, employer: number): number {
  return (starts[employer + 1] ?? 0) - (starts[employer] ?? 0);
}

/** Rows of one slice, and the bytes of all of it. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
}

function nextCut(table: PackedEnrolments, employers: EmployerTexts, from: number, maxBytes: number): Cut {
  const isNamed = new Uint8Array(table.employers.length);
  isNamed[0] = 1;
  let bytes = HEADER_BYTES + 1;
  for (let row = from; row < table.count; row += 1) {
    const employer = employerIndexAt(table, row);
    const more = ROW_BYTES + (isNamed[employer] === 1 ? 0 : 1 + lengthOf(employers, employer));
    if (bytes + more > maxBytes && row > from) return { from, to: row, bytes };
    bytes += more;
    isNamed[employer] = 1;
  }
  return { from, to: table.count, bytes };
}

function encodeSlice(table: PackedEnrolments, employers: EmployerTexts, cut: Cut): Uint8Array {
  const bytes = new Uint8Array(cut.bytes);
  const view = new DataView(bytes.buffer);
  const rows = cut.bytes - (cut.to - cut.from) * ROW_BYTES;
  const { buffer, byteOffset } = table.view;
  bytes.set(new Uint8Array(buffer, byteOffset + cut.from * ROW_BYTES, (cut.to - cut.from) * ROW_BYTES), rows);
  const named = nameEmployers(bytes, view, rows, employers);
  view.setUint8(0, FORMAT);
  view.setUint32(1, cut.to - cut.from);
  view.setUint16(5, named);
  return bytes;
}

/** Writes the employers in the order in which the rows name them, behind "no employer", which is an empty text; gives how many there are. */
function nameEmployers(bytes: Uint8Array, view: DataView, rows: number, employers: EmployerTexts): number {
  const indexInSlice = new Uint16Array(employers.starts.length);
  const { texts, starts } = employers;
  let named = 1;
  let offset = HEADER_BYTES + 1;
  for (let at = rows + FIELD_AT.employer; at < bytes.length; at += ROW_BYTES) {
    const employer = view.getUint16(at);
    if (employer === 0) continue;
    if (indexInSlice[employer] === 0) {
      const length = lengthOf(employers, employer);
      const start = starts[employer] ?? 0;
      bytes[offset] = length;
      for (let place = 0; place < length; place += 1) bytes[offset + 1 + place] = texts[start + place] ?? 0;
      offset += 1 + length;
      indexInSlice[employer] = named;
      named += 1;
    }
    view.setUint16(at, indexInSlice[employer] ?? 0);
  }
  return named;
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
