// What a reconciliation finds wrong, and what becomes of it.

export const FINDING_KINDS = [
  "object-never-processed",
  "upload-stuck",
  "upload-unfinished",
  "upload-object-gone",
  "hold-overtaken",
  "slices-missing",
  "coverage-missing",
  "coverage-behind",
  "coverage-differs",
] as const;
/**
 * `object-never-processed`: a file lies there of which nothing is recorded. `upload-stuck`: planned for long, its version never became current.
 * `upload-unfinished`: its version was current, but the upload was never marked. `upload-object-gone`: stuck, and its file cannot be read any more.
 * `hold-overtaken`: its removals wait, but the roster has moved on, and nobody can decide on them.
 * `slices-missing`: a head names slices that are not there. `coverage-missing`, `coverage-behind`: not counted at all, or before a head moved.
 * `coverage-differs`: counted anew from the same versions it is something else.
 */
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** A roster or a regency; null for a file without a usable roster. */
  readonly scope: string | null;
  /** The file, the upload, the slices or the months that it is about. No person. */
  readonly about: string;
}

/** `would-mend`: found in a dry run. `cannot-mend`: a person has to look. `failed`: mending it was refused or broke off, and may be tried again. */
export type Mending = "mended" | "would-mend" | "cannot-mend" | "failed";

export interface ReconciledFinding extends Finding {
  readonly mending: Mending;
  /** The class of the error with which mending failed, never its message. */
  readonly error: string | null;
}
