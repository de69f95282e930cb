// A checked file on its way into its roster: all that planning it, sending it and ending it need to know.
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import type { Month } from "#shared/domain/month.ts";
import type { Problem } from "#shared/domain/problem.ts";
import type { HoldDecision, Receipt } from "#shared/domain/receipt.ts";
import type { RemovalGuard } from "#shared/domain/removal-guard.ts";
import type { FileReading } from "#shared/domain/roster-file/reading.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import type { Outcome } from "./receipts-of-upload.ts";

export interface UploadToPlan {
  /** As it would be stored; its plan is not made yet. */
  readonly record: UploadRecord;
  readonly known: UploadRecord | null;
  /** The version that became void, when this upload has to be planned again. */
  readonly voidVersion: number | null;
  readonly event: ObjectCreatedEvent;
  readonly reading: FileReading;
  readonly from: Month | null;
  readonly keyId: string;
  /** Workers who are kept out: also of what the base still says, should their erasure not be over. */
  readonly erased: ReadonlySet<WorkerId>;
  readonly guard: RemovalGuard;
  /** Where the files of other uploads lie. */
  readonly bucket: string;
  readonly receiptOf: (outcome: Outcome) => Receipt;
  readonly refusalOf: (problems: readonly Problem[]) => Receipt;
}

export function decisionOf(record: UploadRecord): HoldDecision | null {
  return record.released ? "release" : null;
}
