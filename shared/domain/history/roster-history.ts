// The history of a roster: every version and every upload, oldest first, with what became of it.
import type { Day } from "../day.ts";
import type { ChangeCounts, RowCounts, UploadMode } from "../receipt.ts";
import type { RewritingCause, RosterVersion } from "../roster-version.ts";
import type { Head, UploadRecord } from "../upload.ts";
import { versionChain } from "./known-on.ts";

/**
 * `discarded`: held, and somebody then dropped the removals; `released`: somebody then had them carried out; `erasure`, `rekey`: written anew without a
 * file.
 */
export type HistoryStatus = UploadRecord["status"] | "released" | "discarded" | RewritingCause;

export interface HistoryEntry {
  /** null when the upload made none. */
  readonly version: number | null;
  readonly base: number | null;
  /** Whether readers see this version now. */
  readonly current: boolean;
  /** The day from which it counts: of the upload, or of the decision to release its removals. */
  readonly asOf: Day;
  readonly uploadId: string;
  readonly fileName: string;
  readonly receivedAt: string;
  readonly requester: string | null;
  readonly mode: UploadMode;
  readonly status: HistoryStatus;
  readonly decidedOn: Day | null;
  /** null while they are not known. */
  readonly rows: RowCounts | null;
  readonly changes: ChangeCounts | null;
}

/**
 * @param versions of the roster, in any order
 * @param uploads of the roster, in any order
 */
export function rosterHistory(
  head: Pick<Head, "current">,
  versions: readonly RosterVersion[],
  uploads: readonly UploadRecord[],
): readonly HistoryEntry[] {
  const chain = versionChain(head.current, versions);
  const recordOf = new Map(uploads.map((upload) => [upload.uploadId, upload]));
  const made = chain.map(({ version, knownFrom }, place) => ({
    entry: ofVersion(version, knownFrom, recordOf.get(version.uploadId), head.current),
    key: keyOf(knownFrom, laterOrder(chain.slice(0, place + 1).map((one) => one.version.order))),
    place,
  }));
  const makers = new Set(chain.map(({ version }) => version.uploadId));
  const others = uploads
    .filter(({ uploadId }) => !makers.has(uploadId))
    .map((upload) => ({ entry: ofUpload(upload), key: keyOf(upload.asOf, upload.order), place: chain.length }));
  return [...made, ...others]
    .sort((a, b) => (a.key === b.key ? a.place - b.place : a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}

function ofVersion(
  version: RosterVersion,
  knownFrom: Day,
  record: UploadRecord | undefined,
  current: number,
): HistoryEntry {
  const { source, uploadId } = version;
  return {
    version: version.version,
    base: version.base,
    current: version.version === current,
    asOf: knownFrom,
    uploadId,
    fileName: source.fileName,
    receivedAt: source.receivedAt,
    requester: record?.requester ?? null,
    mode: source.mode,
    status: statusOfVersion(version, record),
    decidedOn: source.decidedOn,
    // Of a version that was written without a file there is nothing to count.
    rows: version.rewritten === undefined ? source.rows : null,
    changes: version.rewritten === undefined ? source.changes : null,
  };
}

/** A released upload made two versions: the one with what was added, and the one with what was then ended. */
function statusOfVersion({ source, rewritten }: RosterVersion, record: UploadRecord | undefined): HistoryStatus {
  if (rewritten !== undefined) return rewritten;
  if (source.decision === "release") return "released";
  if (record?.released === true) return "held";
  // The head moves a moment before its upload is marked.
  const moved = source.changes.withheld > 0 ? "held" : "applied";
  return record === undefined || record.status === "planned" ? moved : statusOfUpload(record);
}

function ofUpload(upload: UploadRecord): HistoryEntry {
  const { outcome, asOf, uploadId, fileName, receivedAt, requester, mode, decidedOn } = upload;
  return {
    version: null,
    base: null,
    current: false,
    asOf,
    uploadId,
    fileName,
    receivedAt,
    requester,
    mode,
    status: statusOfUpload(upload),
    decidedOn,
    rows: outcome?.rows ?? null,
    changes: outcome?.changes ?? null,
  };
}

function statusOfUpload({ status, outcome }: UploadRecord): HistoryStatus {
  if (status !== "applied") return status;
  if (outcome?.decision === "release") return "released";
  return outcome?.decision === "discard" ? "discarded" : status;
}

function keyOf(day: Day, order: string): string {
  return `${day} ${order}`;
}

function laterOrder(orders: readonly string[]): string {
  return orders.reduce((latest, order) => (order > latest ? order : latest), "");
}
