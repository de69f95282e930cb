// What the uploader of reference data gets back. It names no person.
import type { Day } from "../day.ts";
import type { Problem, RowProblem } from "../problem.ts";
import type { RegencyCode } from "../region.ts";
import type { ReferenceKind } from "./reference-key.ts";

export const REFERENCE_STATUSES = ["applied", "unchanged", "superseded", "refused"] as const;
/** `unchanged`: says nothing that was not so; `superseded`: newer files have said all of it; `refused`: nothing of it was taken. */
export type ReferenceStatus = (typeof REFERENCE_STATUSES)[number];

/** Figures of a table, or periods of an agreement. */
export interface ReferenceCounts {
  /** Rows below the header, or periods in the file. */
  readonly read: number;
  readonly applied: number;
  readonly unchanged: number;
  readonly superseded: number;
}

export interface ReferenceReceipt {
  readonly uploadId: string;
  readonly kind: ReferenceKind;
  /** `14.03/apbd-2022`; null for tables, and where the key names none. */
  readonly agreement: string | null;
  readonly fileName: string;
  /** Instant of the upload, ISO 8601, UTC. */
  readonly receivedAt: string;
  readonly asOf: Day;
  /** Whose request put the file: an AWS account or service, as S3 tells it; null where it does not. */
  readonly requester: string | null;
  readonly status: ReferenceStatus;
  readonly counts: ReferenceCounts;
  /** Those of which something is known now that was not. */
  readonly regencies: readonly RegencyCode[];
  /** What made the whole file unusable, or is to be known of it as a whole. */
  readonly file: readonly Problem[];
  /** The first 1,000. */
  readonly problems: readonly RowProblem[];
}

export const NOTHING_READ: ReferenceCounts = { read: 0, applied: 0, unchanged: 0, superseded: 0 };
