// What an operator did to a province's data or decided about it, as it is kept for those who must account for it. No person is named but the one who did
// it, and whoever was subscribed.
import type { FilterPolicy } from "./alerts/alert-filter.ts";
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

/** Somebody is told of alerts from now on, under a filter, or no more. */
export interface SubscriptionAct extends Act {
  readonly kind: "subscription" | "unsubscription";
  readonly topic: "alerts" | "digest";
  readonly protocol: string;
  /** Whom: a mail address, a queue or an HTTPS address. */
  readonly endpoint: string;
  /** null: everything. */
  readonly filter: FilterPolicy | null;
}

/** Messages that had failed were sent once more. */
export interface RedriveAct extends Act {
  readonly kind: "redrive";
  /** Whose dead letters. */
  readonly queue: string;
  readonly progress: Progress;
  /** null while it has only begun. */
  readonly sent: number | null;
}

export interface DiscardedLetter {
  readonly id: string;
  /** Why it had failed; null: it was tried until that was given up. */
  readonly reason: string | null;
  /** What it was about, as far as that names nobody. */
  readonly about: string;
}

/** Messages that can never work were thrown away. */
export interface LetterDiscardAct extends Act {
  readonly kind: "letter-discard";
  readonly queue: string;
  readonly progress: Progress;
  /** How many. */
  readonly letters: number;
  /** The first 500 of them. */
  readonly named: readonly DiscardedLetter[];
}

/** Of a record of discarded letters. */
export const MOST_NAMED_LETTERS = 500;

export type AuditAct = DecisionAct | ErasureAct | RekeyAct | SubscriptionAct | RedriveAct | LetterDiscardAct;

/** What tells acts of one kind by the same person at the same instant apart. */
export function subjectOf(act: AuditAct): string {
  switch (act.kind) {
    case "release":
    case "discard":
      return act.uploadId;
    case "subscription":
    case "unsubscription":
      return `${act.topic} ${act.protocol} ${act.endpoint}`;
    case "redrive":
    case "letter-discard":
      return act.queue;
    case "erasure":
    case "rekey":
      return "";
  }
}
