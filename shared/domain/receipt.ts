// What the uploader gets back: counts, what was wrong in which row, what the upload changed. It names no person.
import type { Day } from "./day.ts";
import type { Problem, RowProblem } from "./problem.ts";
import type { RosterId } from "./roster.ts";

/** `held`: applied, but removals wait for a decision. `superseded`: a newer full file was there first. */
export type UploadStatus = "planned" | "applied" | "held" | "superseded" | "refused";

export const UPLOAD_MODES = ["full", "add", "end"] as const;
/** `full`: the whole truth from a month on; `add`: only the workers named change; `end`: the workers named lose their protection. */
export type UploadMode = (typeof UPLOAD_MODES)[number];

export function isUploadMode(text: string): text is UploadMode {
  return (UPLOAD_MODES as readonly string[]).includes(text);
}

/** What becomes of removals that wait: they are carried out, or dropped. */
export const HOLD_DECISIONS = ["release", "discard"] as const;
export type HoldDecision = (typeof HOLD_DECISIONS)[number];

/** Rows of the file: read = accepted + duplicate + rejected, always. */
export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
}

/**
 * Workers: those accepted = enrolled + changed + unchanged; in an `end` file: ended + notFound. Whom a full file names with months that are over, and
 * ends so, counts as changed and as ended, or as unchanged and as withheld.
 */
export interface ChangeCounts {
  /** Not in the roster before. */
  readonly enrolled: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Left as they were because their row was rejected but could be told to be theirs. */
  readonly kept: number;
  /** Losing a month that they had: no longer named, or with no month left from now on; in an `end` file: named. */
  readonly ended: number;
  /** Would have ended, but the removal waits. */
  readonly withheld: number;
  /** Named in an `end` file, but having nothing that could end. */
  readonly notFound: number;
}

export interface Receipt {
  readonly uploadId: string;
  /** null when no roster could be told from the key. */
  readonly roster: RosterId | null;
  readonly fileName: string;
  readonly mode: UploadMode;
  /** Instant of the upload, ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly asOf: Day;
  /** The version that the roster has after this upload; null when it was not touched. */
  readonly version: number | null;
  readonly status: UploadStatus;
  /** What was decided of removals that were held; null while nothing was, or nothing had to be. */
  readonly decision: HoldDecision | null;
  readonly rows: RowCounts;
  readonly changes: ChangeCounts | null;
  /** Distinct employers (NPP) named in accepted rows. */
  readonly employers: number;
  /** What made the whole file unusable, or is to be known of it as a whole. */
  readonly file: readonly Problem[];
  /** The first 1,000. */
  readonly problems: readonly RowProblem[];
  /** All of them, by code. */
  readonly problemCounts: Readonly<Record<string, number>>;
}

export const NO_ROWS: RowCounts = { read: 0, accepted: 0, duplicate: 0, rejected: 0 };
