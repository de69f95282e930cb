// The receipt of a file of reference data, from what was read and what became of it.
import { dayInJakarta } from "../day.ts";
import { LISTED_PROBLEMS, type Problem } from "../problem.ts";
import type { RegencyCode } from "../region.ts";
import type { ReferenceKey, ReferenceKind } from "./reference-key.ts";
import type { ReferenceReading } from "./reference-reading.ts";
import {
  NOTHING_READ,
  type ReferenceCounts,
  type ReferenceReceipt,
  type ReferenceStatus,
} from "./reference-receipt.ts";

export interface UploadedReference {
  readonly uploadId: string;
  readonly kind: ReferenceKind;
  readonly agreement: string | null;
  readonly fileName: string;
  readonly receivedAt: string;
  readonly requester: string | null;
}

export interface ReferenceOutcome {
  readonly status: ReferenceStatus;
  readonly counts: Omit<ReferenceCounts, "read">;
  readonly regencies: readonly RegencyCode[];
  /** To be known of the file besides what its reading told. */
  readonly file?: readonly Problem[];
}

export function uploadedReference(
  key: ReferenceKey,
  about: Pick<UploadedReference, "uploadId" | "receivedAt" | "requester">,
): UploadedReference {
  const agreement = key.kind === "agreement" ? `${key.agreement.regency}/${key.agreement.slug}` : null;
  return { ...about, kind: key.kind, agreement, fileName: key.fileName };
}

export function receiptOfReferenceRefusal(upload: UploadedReference, problems: readonly Problem[]): ReferenceReceipt {
  return receiptOfReference(upload, { kind: "refused", rows: 0, file: problems, problems: [] }, REFUSED);
}

export function receiptOfReference(
  upload: UploadedReference,
  { rows, file, problems }: ReferenceReading,
  outcome: ReferenceOutcome,
): ReferenceReceipt {
  return {
    ...upload,
    asOf: dayInJakarta(upload.receivedAt),
    status: outcome.status,
    counts: { read: rows, ...outcome.counts },
    regencies: outcome.regencies,
    file: [...file, ...(outcome.file ?? [])],
    problems: problems.slice(0, LISTED_PROBLEMS),
  };
}

const { read: _, ...NOTHING } = NOTHING_READ;
export const REFUSED: ReferenceOutcome = { status: "refused", counts: NOTHING, regencies: [] };
