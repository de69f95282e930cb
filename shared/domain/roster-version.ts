// What is kept of a version besides its enrolments: which file made it, out of which version, and what that changed.
import type { Day } from "./day.ts";
import type { ChangeCounts, HoldDecision, RowCounts, UploadMode } from "./receipt.ts";
import type { RosterId } from "./roster.ts";
import type { UploadOrder } from "./upload-order.ts";

/** The file that made a version: counts, no person. */
export interface VersionSource {
  readonly fileName: string;
  /** Instant of the upload, ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly mode: UploadMode;
  readonly rows: RowCounts;
  readonly changes: ChangeCounts;
  /** `release` when its removals had been held and were then carried out. */
  readonly decision: HoldDecision | null;
  /** The day of that decision, where it is known. */
  readonly decidedOn: Day | null;
}

/** Why a version was written without a file: somebody was erased, or the pseudonym key was changed. */
export const REWRITING_CAUSES = ["erasure", "rekey"] as const;
export type RewritingCause = (typeof REWRITING_CAUSES)[number];

/** Which order wrote a version without a file, and what it took out. */
export interface Rewriting {
  /** Instant of the order, ISO 8601, UTC. */
  readonly at: string;
  /** As they named themselves. */
  readonly by: string;
  /** Enrolments that are no longer in it. */
  readonly removed: number;
}

export interface RosterVersion {
  readonly roster: RosterId;
  readonly version: number;
  /** The version that it was made out of; 0: none. */
  readonly base: number;
  /** How many slices it has. */
  readonly parts: number;
  readonly asOf: Day;
  readonly uploadId: string;
  readonly order: UploadOrder;
  readonly receiptKey: string;
  /** Which pseudonym key its worker ids were made with. */
  readonly keyId: string;
  /** Of a rewritten version: that of the one that it was made out of. */
  readonly source: VersionSource;
  /** Left out of a version that a file made. */
  readonly rewritten?: RewritingCause | undefined;
  /** Left out as well of rewritten versions that were recorded before it was kept. */
  readonly rewriting?: Rewriting | undefined;
}

/** What a head says of the file that made its version. */
export interface LatestFile {
  readonly asOf: Day;
  readonly mode: UploadMode;
  /** Rows that were rejected. */
  readonly rejected: number;
  /** Workers who were ended. */
  readonly ended: number;
  /** Whether its removals had been held, and were carried out after somebody had looked. */
  readonly released: boolean;
  /** Enrolments that were erased since, by order of a person; left out: none. */
  readonly erased?: number | undefined;
}

export function latestFile(asOf: Day, { mode, rows, changes, decision }: VersionSource): LatestFile {
  return { asOf, mode, rejected: rows.rejected, ended: changes.ended, released: decision === "release" };
}
