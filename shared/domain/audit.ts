// What an operator did to people's data or decided about it, as it is kept for those who must account for it. No person is named but the one who did it.
import type { Day } from "./day.ts";
import type { HoldDecision } from "./receipt.ts";
import type { RosterId } from "./roster.ts";

interface Act {
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  /** As they named themselves: who it was for certain is for CloudTrail to say. */
  readonly by: string;
}

export interface DecisionAct extends Act {
  readonly kind: HoldDecision;
  readonly roster: RosterId;
  readonly uploadId: string;
}

/** `begun` stays where it was cut off. */
type Progress = "begun" | "done";

export interface ErasureCounts {
  /** Rosters of which a version without them was written. */
  readonly rosters: number;
  /** Slices of replaced or void versions that were written again without them. */
  readonly slices: number;
  /** Versions of uploaded files, and of rejected rows, that were deleted. */
  readonly files: number;
  readonly rejectedRows: number;
  /** Files that hold them and wait for an upload to end, and files that cannot be read. */
  readonly waiting: number;
  readonly unreadable: number;
}

export interface ErasureAct extends Act {
  readonly kind: "erasure";
  readonly reason: string;
  /** When the request came; null: not said. */
  readonly requestedOn: Day | null;
  /** How many people. */
  readonly workers: number;
  readonly progress: Progress;
  /** null while it has only begun. */
  readonly counts: ErasureCounts | null;
}

export interface RekeyAct extends Act {
  readonly kind: "rekey";
  readonly reason: string;
  readonly fromKeyId: string;
  readonly toKeyId: string;
  readonly progress: Progress;
}

export type AuditAct = DecisionAct | ErasureAct | RekeyAct;
