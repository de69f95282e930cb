// Plans a checked file on the roster's current version and sends what it makes. Whatever moves meanwhile, the plan is made again on what is then
// current, or the upload is found superseded.
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { Month } from "#shared/domain/month.ts";
import { NO_ENROLMENTS, type PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import { planVersion, type VersionPlan } from "#shared/domain/plan-version.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import type { FileReading } from "#shared/domain/roster-file/reading.ts";
import { joinSlices, sliceEnrolments } from "#shared/domain/slice.ts";
import { isSuperseded, type UploadPlan, type UploadRecord } from "#shared/domain/upload.ts";
import { batchSlices } from "./batch-slices.ts";
import type { Outcome } from "./receipts-of-upload.ts";
import type { ValidateRosterPorts } from "./validate-roster.ts";

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
  readonly receiptOf: (outcome: Outcome) => Receipt;
}

export async function planUpload(ports: ValidateRosterPorts, upload: UploadToPlan): Promise<void> {
  const { roster, uploadId } = upload.record;
  let record = upload.known ?? (await ports.uploads.create({ ...upload.record, plan: await newPlan(ports, upload) }));
  let voidVersion = upload.voidVersion;

  for (;;) {
    if (record.plan.version === voidVersion) {
      record = await ports.uploads.planAgain(roster, uploadId, voidVersion, await newPlan(ports, upload));
    }
    const { version, base } = record.plan;
    // Applied already: whoever moved the head also finishes the upload, and is tried again until that is done.
    if (await ports.heads.wasCurrent(roster, version)) {
      return ports.log("info", "version-known", { uploadId, roster, version });
    }
    if (isSuperseded(record.order, await ports.heads.read(roster))) {
      return finish(ports, upload, { status: "superseded", version: null, changes: null });
    }
    const content = await baseOf(ports, record);
    if (content !== null) {
      const plan = planVersion(content, fileOf(upload), record.asOf);
      checkBalance(upload.reading, plan);
      if (plan.differs) return send(ports, upload, record, plan);
      if (await settles(ports, record)) {
        const status = plan.changes.withheld > 0 ? "held" : "applied";
        return finish(ports, upload, { status, version: base || null, changes: plan.changes });
      }
    }
    // The base is no longer what the roster says.
    voidVersion = version;
  }
}

async function newPlan(ports: ValidateRosterPorts, upload: UploadToPlan): Promise<UploadPlan> {
  const { version, head } = await ports.heads.nextVersion(upload.record.roster);
  return { version, base: head.current, baseParts: head.parts };
}

async function baseOf(ports: ValidateRosterPorts, record: UploadRecord): Promise<PackedEnrolments | null> {
  const { base, baseParts } = record.plan;
  if (base === 0) return NO_ENROLMENTS;
  const read = await ports.slices.read([{ roster: record.roster, current: base, parts: baseParts, fullOrder: null }]);
  return read === null ? null : joinSlices(read[0] ?? []);
}

function fileOf(upload: UploadToPlan) {
  const { reading, record, from } = upload;
  return {
    mode: record.mode,
    enrolments: reading.enrolments,
    kept: reading.kept,
    unreadable: reading.unreadable,
    from,
  };
}

/** Whether an upload without a change may stand: what it was compared with is still current. */
async function settles(ports: ValidateRosterPorts, record: UploadRecord): Promise<boolean> {
  if (record.mode === "full") return ports.heads.confirm(record.roster, record.plan.base, record.order);
  return (await ports.heads.read(record.roster)).current === record.plan.base;
}

async function send(
  ports: ValidateRosterPorts,
  upload: UploadToPlan,
  record: UploadRecord,
  plan: VersionPlan,
): Promise<void> {
  const slices = sliceEnrolments(plan.content);
  const receipt = upload.receiptOf({ status: "planned", version: record.plan.version, changes: plan.changes });
  await ports.receipts.write(record.receiptKey, receipt);
  const about: Omit<EnrolmentBatch, "slices"> = {
    type: "enrolment-batch",
    uploadId: record.uploadId,
    roster: record.roster,
    version: record.plan.version,
    base: record.plan.base,
    baseParts: record.plan.baseParts,
    asOf: record.asOf,
    keyId: upload.keyId,
    full: record.mode === "full",
    order: record.order,
    receiptKey: record.receiptKey,
    parts: slices.length,
    event: upload.event,
  };
  await ports.enrolmentEvents.send(batchSlices(about, slices));
  ports.log("info", "version-planned", {
    uploadId: record.uploadId,
    roster: record.roster,
    version: record.plan.version,
    count: slices.length,
  });
}

async function finish(ports: ValidateRosterPorts, upload: UploadToPlan, outcome: Outcome): Promise<void> {
  const { receiptKey, roster, uploadId } = upload.record;
  const receipt = upload.receiptOf(outcome);
  await ports.receipts.write(receiptKey, receipt);
  await ports.receipts.announce(receiptKey, receipt);
  await ports.uploads.finish(roster, receipt);
  ports.log("info", "upload-finished", { uploadId, roster, version: outcome.version, status: outcome.status });
}

/** Rows and workers must balance, or nothing is sent. */
function checkBalance({ rows, workers }: FileReading, { changes }: VersionPlan): void {
  if (rows.read !== rows.accepted + rows.duplicate + rows.rejected) throw new Error("rows do not balance");
  if (workers !== changes.enrolled + changes.changed + changes.unchanged) throw new Error("workers do not balance");
}
