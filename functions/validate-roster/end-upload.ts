// The ends of an upload of which nothing more is sent: its receipt, whoever waits for it, and the record last, so that a try that fails is made again.
import { outcomesOf } from "#events/upload-outcome.ts";
import type { Problem } from "#shared/domain/problem.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { MEASURED } from "#shared/names.ts";
import type { ValidateRosterPorts } from "./needs.ts";
import type { Outcome } from "./receipts-of-upload.ts";
import { decisionOf, type UploadToPlan } from "./upload-to-plan.ts";

export async function endUpload(ports: ValidateRosterPorts, upload: UploadToPlan, outcome: Outcome): Promise<void> {
  await concludeUpload(ports, upload.record, upload.receiptOf(outcome));
}

/** Nothing of it is applied, and whoever waits for it is told. */
export async function endTooLate(
  ports: ValidateRosterPorts,
  upload: UploadToPlan,
  record: UploadRecord,
  reason: Problem,
): Promise<void> {
  if (!record.released) return concludeUpload(ports, upload.record, upload.refusalOf([reason]));
  const decision = decisionOf(record);
  await endUpload(ports, upload, { status: "superseded", version: null, changes: null, decision, file: [reason] });
}

/** Removals were released, but the roster has moved on meanwhile. */
export async function endOvertaken(ports: ValidateRosterPorts, upload: UploadToPlan): Promise<void> {
  await endUpload(ports, upload, {
    status: "superseded",
    version: null,
    changes: null,
    decision: "release",
    file: [problem("hold-overtaken")],
  });
}

/** @param event what is logged of it; only an upload that ends for the first time is measured */
export async function concludeUpload(
  ports: ValidateRosterPorts,
  { receiptKey, roster, uploadId }: UploadRecord,
  receipt: Receipt,
  event: string = MEASURED.uploadFinished,
): Promise<void> {
  await ports.receipts.write(receiptKey, receipt);
  await ports.receipts.announce(receiptKey, receipt);
  await ports.uploadOutcomes.send(outcomesOf(receipt));
  await ports.uploads.finish(roster, receipt);
  ports.log("info", event, { uploadId, roster, version: receipt.version, status: receipt.status });
}
