// What a roster says after an upload, sent slice by slice; its receipt, which says that it is planned, is there before.
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";
import type { PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import type { VersionPlan } from "#shared/domain/plan-version.ts";
import { cutTable } from "#shared/domain/slice.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { batchSlices } from "./batch-slices.ts";
import type { ValidateRosterPorts } from "./needs.ts";
import type { Outcome } from "./receipts-of-upload.ts";
import { decisionOf, type UploadToPlan } from "./upload-to-plan.ts";

interface PlannedVersion extends Pick<Outcome, "file" | "rows"> {
  readonly record: UploadRecord;
  readonly plan: VersionPlan;
  /** What the roster then says, newer files included. */
  readonly content: PackedEnrolments;
}

export async function sendVersion(
  ports: ValidateRosterPorts,
  upload: UploadToPlan,
  { record, plan, content, ...told }: PlannedVersion,
): Promise<void> {
  const cut = cutTable(content);
  const receipt = upload.receiptOf({
    status: "planned",
    version: record.plan.version,
    changes: plan.changes,
    decision: decisionOf(record),
    ...told,
  });
  await ports.receipts.write(record.receiptKey, receipt);
  const about: Omit<EnrolmentBatch, "slices"> = {
    type: "enrolment-batch",
    uploadId: record.uploadId,
    roster: record.roster,
    version: record.plan.version,
    base: record.plan.base,
    baseParts: record.plan.baseParts,
    taken: record.plan.taken,
    asOf: record.asOf,
    keyId: upload.keyId,
    full: record.mode === "full",
    withholds: plan.withholds,
    order: record.order,
    receiptKey: record.receiptKey,
    source: {
      fileName: record.fileName,
      receivedAt: record.receivedAt,
      mode: record.mode,
      rows: upload.reading.rows,
      changes: plan.changes,
      decision: decisionOf(record),
      decidedOn: record.decidedOn,
    },
    parts: cut.parts,
    event: upload.event,
  };
  for (const batch of batchSlices(about, cut.slices())) await ports.enrolmentEvents.send([batch]);
  ports.log("info", "version-planned", {
    uploadId: record.uploadId,
    roster: record.roster,
    version: record.plan.version,
    count: cut.parts,
  });
}
