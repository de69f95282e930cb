// The history of a roster: every version and every upload, oldest first, with who did what when and what became of it.
import type { DecisionAct } from "../audit.ts";
import { type Day, dayInJakarta, laterDay } from "../day.ts";
import type { ChangeCounts, RowCounts, UploadMode } from "../receipt.ts";
import type { RewritingCause, RosterVersion } from "../roster-version.ts";
import type { Head, UploadRecord } from "../upload.ts";
import { type KnownVersion, versionChain } from "./known-on.ts";

/**
 * `unchanged`: said nothing that the roster did not say; `discarded`: held, and somebody then dropped the removals; `released`: somebody then had them
 * carried out; `erasure`, `rekey`: written anew without a file.
 */
export type HistoryStatus = UploadRecord["status"] | "unchanged" | "released" | "discarded" | RewritingCause;

export interface HistoryEntry {
  /** null when the upload made none. */
  readonly version: number | null;
  readonly base: number | null;
  /** The number that an upload without a version was given; null for versions. */
  readonly unused: number | null;
  /** Whether readers see this version now. */
  readonly current: boolean;
  /** The day of the upload, of the decision to release its removals, or of the order that wrote it anew. */
  readonly asOf: Day;
  /** The instant of that, ISO 8601, UTC; null where it was not kept. */
  readonly at: string | null;
  /** Who did it: of an upload an AWS account or service, else the name that they gave; null where it is not known. */
  readonly by: string | null;
  /** Of a version written anew: of the file that the version before it was made of. */
  readonly uploadId: string;
  readonly fileName: string;
  readonly receivedAt: string;
  readonly requester: string | null;
  readonly mode: UploadMode;
  readonly status: HistoryStatus;
  readonly decidedOn: Day | null;
  /** Who decided about removals that were held, as they named themselves; null where nobody has, or it is not known. */
  readonly decidedBy: string | null;
  /** null while they are not known, and of a version that was written without a file. */
  readonly rows: RowCounts | null;
  readonly changes: ChangeCounts | null;
  /** Enrolments that a version written without a file left out; null for all others, and where it was not kept. */
  readonly removed: number | null;
}

export interface RosterRecords {
  /** Of the roster, in any order. */
  readonly versions: readonly RosterVersion[];
  readonly uploads: readonly UploadRecord[];
  /** Decisions about removals that were held, of any roster. */
  readonly decisions: readonly DecisionAct[];
}

export function rosterHistory(
  head: Pick<Head, "current">,
  { versions, uploads, decisions }: RosterRecords,
): readonly HistoryEntry[] {
  const chain = versionChain(head.current, versions);
  const recordOf = new Map(uploads.map((upload) => [upload.uploadId, upload]));
  const decisionOf = new Map(decisions.map((act) => [act.uploadId, act]));
  let reached: Day | null = null;
  const made = chain.map((known, place) => {
    const { uploadId } = known.version;
    const entry = ofVersion(known, recordOf.get(uploadId), decisionOf.get(uploadId), head.current);
    reached = laterDay(entry.asOf, reached ?? entry.asOf);
    const order = laterOrder(chain.slice(0, place + 1).map((one) => one.version.order));
    return { entry, key: keyOf(reached, order), place };
  });
  const makers = new Set(chain.map(({ version }) => version.uploadId));
  const others = uploads
    .filter(({ uploadId }) => !makers.has(uploadId))
    .map((upload) => ({
      entry: ofUpload(upload, decisionOf.get(upload.uploadId)),
      key: keyOf(upload.asOf, upload.order),
      place: chain.length,
    }));
  return [...made, ...others]
    .sort((a, b) => (a.key === b.key ? a.place - b.place : a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}

function ofVersion(
  { version, knownFrom }: KnownVersion,
  record: UploadRecord | undefined,
  decision: DecisionAct | undefined,
  current: number,
): HistoryEntry {
  const { source, uploadId, rewritten, rewriting } = version;
  const requester = record?.requester ?? null;
  const own = {
    version: version.version,
    base: version.base,
    unused: null,
    current: version.version === current,
    uploadId,
    fileName: source.fileName,
    receivedAt: source.receivedAt,
    requester,
    mode: source.mode,
    status: statusOfVersion(version, record),
    decidedOn: source.decidedOn,
  };
  if (rewritten !== undefined) {
    const { at = null, by = null, removed = null } = rewriting ?? {};
    // Of a version that was written without a file there is nothing to count but what it left out.
    const nothing = { decidedBy: null, rows: null, changes: null };
    return { ...own, ...nothing, asOf: at === null ? knownFrom : dayInJakarta(at), at, by, removed };
  }
  const decidedBy = own.status === "held" ? null : (decision?.by ?? null);
  const counts = { rows: source.rows, changes: source.changes, removed: null };
  const did =
    own.status === "released" ? { at: decision?.at ?? null, by: decidedBy } : { at: source.receivedAt, by: requester };
  return { ...own, ...counts, ...did, asOf: knownFrom, decidedBy };
}

/** A released upload made two versions: the one with what was added, and the one with what was then ended. */
function statusOfVersion({ source, rewritten }: RosterVersion, record: UploadRecord | undefined): HistoryStatus {
  if (rewritten !== undefined) return rewritten;
  if (source.decision === "release") return "released";
  if (record?.released === true && record.status !== "superseded") return "held";
  // The head moves a moment before its upload is marked.
  const moved = source.changes.withheld > 0 ? "held" : "applied";
  return record === undefined || record.status === "planned" ? moved : decidedStatus(record);
}

function ofUpload(upload: UploadRecord, decision: DecisionAct | undefined): HistoryEntry {
  const { outcome, asOf, uploadId, fileName, receivedAt, requester, mode, decidedOn } = upload;
  const status = decidedStatus(upload);
  const decided = status === "released" || status === "discarded" ? decision : undefined;
  return {
    version: null,
    base: null,
    unused: upload.plan.version,
    current: false,
    asOf,
    at: receivedAt,
    by: requester,
    uploadId,
    fileName,
    receivedAt,
    requester,
    mode,
    status: status === "applied" ? "unchanged" : status,
    decidedOn: decidedOn ?? (decided === undefined ? null : dayInJakarta(decided.at)),
    decidedBy: decided?.by ?? null,
    rows: outcome?.rows ?? null,
    changes: outcome?.changes ?? null,
    removed: null,
  };
}

function decidedStatus({ status, outcome }: UploadRecord): HistoryStatus {
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
