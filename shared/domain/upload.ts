// What is remembered of an upload and of a roster, so that the same event always makes the same plan.
import type { Day } from "./day.ts";
import type { PackedEnrolments } from "./packed-enrolments.ts";
import type { ChangeCounts, HoldDecision, RowCounts, UploadMode, UploadStatus } from "./receipt.ts";
import type { TakenUpload } from "./recent-uploads.ts";
import type { RosterId } from "./roster.ts";
import type { LatestFile } from "./roster-version.ts";
import type { UploadOrder } from "./upload-order.ts";

/** The version number an upload was given, and how the roster stood when it was planned. */
export interface UploadPlan {
  readonly version: number;
  /** The version that was current; 0: none. */
  readonly base: number;
  readonly baseParts: number;
  /** How many uploads the roster had taken. */
  readonly taken: number;
}

export interface UploadRecord {
  readonly uploadId: string;
  readonly roster: RosterId;
  readonly order: UploadOrder;
  readonly mode: UploadMode;
  readonly asOf: Day;
  readonly receivedAt: string;
  readonly fileName: string;
  /** The version of the object that was uploaded, so that it can be read again. */
  readonly object: UploadedObject;
  readonly receiptKey: string;
  readonly status: UploadStatus;
  readonly plan: UploadPlan;
  /** Whether removals that were held are to be carried out. */
  readonly released: boolean;
  /** The day on which that was decided, where it is known. */
  readonly decidedOn: Day | null;
  /** Whose request put the object: an AWS account or service, as S3 tells it; null where it does not. */
  readonly requester: string | null;
  /** How it ended; null while it has not. */
  readonly outcome: UploadOutcome | null;
}

export interface UploadOutcome {
  readonly version: number | null;
  readonly rows: RowCounts;
  readonly changes: ChangeCounts | null;
  readonly decision: HoldDecision | null;
}

export interface UploadedObject {
  readonly key: string;
  readonly etag: string;
  readonly sequencer: string;
  /** null where the bucket keeps no versions. */
  readonly versionId: string | null;
}

/** Where a roster stands. */
export interface Head {
  readonly roster: RosterId;
  /** The version that readers see; 0 before the first. */
  readonly current: number;
  /** Slices of that version. */
  readonly parts: number;
  /** The version that a file made, of which the current one may be a rewriting; mostly the same. */
  readonly filed: number;
  /** The pseudonym key of that version's worker ids; null before the first. */
  readonly keyId: string | null;
  /** Counts the uploads that were taken, also those that changed nothing, and the rewritings: equal means that nothing has happened to the roster. */
  readonly taken: number;
  /** Those that an older one, should it come late, has to be put before. */
  readonly recent: readonly TakenUpload[];
  /** The newest full upload that was taken. */
  readonly fullOrder: UploadOrder | null;
  /** The day of the newest upload that was taken, of any mode, also one that changed nothing. It never falls. */
  readonly reportedOn: Day | null;
  /** The file that made the current version; null before the first. */
  readonly latest: LatestFile | null;
}

export function planOn(version: number, { current, parts, taken }: Head): UploadPlan {
  return { version, base: current, baseParts: parts, taken };
}

/** Which slices are a version. */
export type VersionSlices = Pick<Head, "roster" | "current" | "parts">;

/** Whether a newer full file has made this upload void. */
export function isSuperseded(order: UploadOrder, head: Head): boolean {
  return head.fullOrder !== null && order < head.fullOrder;
}

/** One slice of a version. */
export interface SliceName {
  readonly roster: RosterId;
  readonly version: number;
  readonly part: number;
}

export interface StoredSlice extends SliceName {
  readonly enrolments: PackedEnrolments;
}

/** `14.03/rentan/apbd-2022@7/0`. */
export function sliceKey(roster: RosterId, version: number, part: number): string {
  return `${roster}@${version}/${part}`;
}
