// What the roster said before an upload, and what newer ones say that it has taken already: they are read again and applied on top, so that uploads count
// in their order and not as they arrive. Where that cannot be done any more, the upload is told so and touches nothing.
import type { Day } from "#shared/domain/day.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { NO_ENROLMENTS, type PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import { planVersion, type RosterFile } from "#shared/domain/plan-version.ts";
import type { Problem } from "#shared/domain/problem.ts";
import { type KeptVersion, placeOf, type TakenUpload } from "#shared/domain/recent-uploads.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { joinSlices } from "#shared/domain/slice.ts";
import type { Head, UploadRecord } from "#shared/domain/upload.ts";
import { withoutWorkers } from "#shared/domain/without-workers.ts";
import type { Slices, Uploads } from "#shared/ports.ts";
import { eventOfRecord } from "#shared/upload-id.ts";
import { type ReadUploadPorts, readUpload } from "./read-upload.ts";

export interface PlaceInOrderPorts extends ReadUploadPorts {
  readonly uploads: Pick<Uploads, "find">;
  readonly slices: Pick<Slices, "read">;
}

/** Where files lie, and how they are read: under the key of the upload, without those who are kept out. */
export interface ReadingAgain {
  readonly bucket: string;
  readonly keyId: string;
  readonly erased: ReadonlySet<WorkerId>;
}

/** A file that the roster has taken already. */
export interface TakenFile {
  readonly file: RosterFile;
  readonly asOf: Day;
  readonly withholds: boolean;
}

export type PlaceInOrder =
  | { readonly kind: "placed"; readonly before: PackedEnrolments; readonly newer: readonly TakenFile[] }
  /** The head has moved since it was read. */
  | { readonly kind: "moved" }
  | { readonly kind: "too-late"; readonly problem: Problem };

export type Placed = Extract<PlaceInOrder, { kind: "placed" }>;

export async function placeInOrder(
  ports: PlaceInOrderPorts,
  reading: ReadingAgain,
  record: UploadRecord,
  head: Head,
): Promise<PlaceInOrder> {
  const place = placeOf(head.recent, record, { version: head.current, parts: head.parts });
  if (place === null) return { kind: "too-late", problem: problem("too-late") };
  const content = await contentOf(ports, record.roster, place.onto, reading.erased);
  if (content === null && place.onto.version === head.current) return { kind: "moved" };
  if (content === null) return { kind: "too-late", problem: problem("too-late") };
  const files: TakenFile[] = [];
  for (const taken of [...place.before, ...place.after]) {
    const file = await readAgain(ports, reading, record.roster, taken);
    if (file === null) return { kind: "too-late", problem: problem("newer-file-gone") };
    files.push(file);
  }
  const older = files.slice(0, place.before.length);
  return { kind: "placed", before: withFiles(content, older), newer: files.slice(older.length) };
}

/** What a roster says after some files, one after another. */
export function withFiles(content: PackedEnrolments, files: readonly TakenFile[]): PackedEnrolments {
  return files.reduce((says, { file, asOf, withholds }) => planVersion(says, file, asOf, withholds).content, content);
}

/** Without those who are kept out, should their erasure not be over; null when not all of it is there. */
export async function contentOf(
  ports: Pick<PlaceInOrderPorts, "slices">,
  roster: RosterId,
  { version, parts }: KeptVersion,
  erased: ReadonlySet<WorkerId>,
): Promise<PackedEnrolments | null> {
  if (version === 0) return NO_ENROLMENTS;
  const read = await ports.slices.read([{ roster, current: version, parts }]);
  return read === null ? null : withoutWorkers(joinSlices(read[0] ?? []), erased);
}

/** null when the object is gone. */
async function readAgain(
  ports: PlaceInOrderPorts,
  { bucket, keyId, erased }: ReadingAgain,
  roster: RosterId,
  { uploadId, withholds }: TakenUpload,
): Promise<TakenFile | null> {
  const record = await ports.uploads.find(roster, uploadId);
  if (record === null) throw new Error(`upload ${uploadId} is not stored`);
  const read = await readUpload(ports, eventOfRecord(record, bucket), record, { keyId, erased });
  if (read.kind !== "read") return null;
  const { enrolments, kept } = read.reading;
  return { file: { mode: read.mode, enrolments, kept, from: read.from }, asOf: record.asOf, withholds };
}
