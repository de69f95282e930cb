// When a full file ends so many workers that a person should look first: neither a short file nor one with the wrong year must silently take a regency's
// protection away.
import type { Day } from "./day.ts";
import type { PackedEnrolments } from "./packed-enrolments.ts";
import { planVersion, type RosterFile, type VersionPlan } from "./plan-version.ts";

export interface RemovalGuard {
  /** Removals wait from this many on, if they are also … */
  readonly workers: number;
  /** … this share of those who could lose a month; … */
  readonly share: number;
  /** … and from this many on in any case. */
  readonly most: number;
}

/** What is to be known of a file besides its accepted rows. */
export interface FileDoubts {
  /** Rejected rows that cannot be told to be anybody's. */
  readonly unreadable: number;
  /** Whether it has the columns of an answer: it is then but part of a list, whatever its name says. */
  readonly answer: boolean;
  /** Whether a person has looked and wants the removals carried out. */
  readonly released: boolean;
}

/** The plan of a file, its removals withheld where nobody has looked and there is reason to. */
export function planGuarded(
  base: PackedEnrolments,
  file: RosterFile,
  asOf: Day,
  { unreadable, answer, released }: FileDoubts,
  guard: RemovalGuard,
): VersionPlan {
  const plan = planVersion(base, file, asOf, false);
  if (released || file.mode !== "full") return plan;
  // A list of nobody may end none now and still take months that have passed, where its uploader said from when on it holds.
  const ofNobody = file.enrolments.count === 0 && plan.differs;
  const doubtful = ofNobody || (plan.changes.ended > 0 && (unreadable > 0 || answer || endsMany(plan, guard)));
  return doubtful ? planVersion(base, file, asOf, true) : plan;
}

/** Enough workers and enough of them, or very many. */
export function endsMany({ changes, endable }: VersionPlan, { workers, share, most }: RemovalGuard): boolean {
  return changes.ended >= most || (changes.ended >= workers && changes.ended >= share * endable);
}
