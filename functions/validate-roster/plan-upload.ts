// Plans a checked file on the roster's current version and sends what it makes. Whatever moves meanwhile, the plan is made again on what is then
// current, or the upload is found superseded.
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import { outcomesOf } from "#events/upload-outcome.ts";
import { changedBefore } from "#shared/domain/closed-months.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { type Month, monthText } from "#shared/domain/month.ts";
import { NO_ENROLMENTS, type PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import type { VersionPlan } from "#shared/domain/plan-version.ts";
import type { Problem } from "#shared/domain/problem.ts";
import type { HoldDecision, Receipt } from "#shared/domain/receipt.ts";
import { planGuarded, type RemovalGuard } from "#shared/domain/removal-guard.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { FileReading } from "#shared/domain/roster-file/reading.ts";
import { cutTable, joinSlices } from "#shared/domain/slice.ts";
import { foldWindow } from "#shared/domain/stored-coverage.ts";
import { isSuperseded, type UploadPlan, type UploadRecord } from "#shared/domain/upload.ts";
import { withoutWorkers } from "#shared/domain/without-workers.ts";
import { MEASURED } from "#shared/names.ts";
import { batchSlices } from "./batch-slices.ts";
import type { ValidateRosterPorts } from "./needs.ts";
import type { Outcome } from "./receipts-of-upload.ts";
import { RowsUnbalanced } from "./rows-unbalanced.ts";

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
  readonly receiptOf: (outcome: Outcome) => Receipt;
}

export async function planUpload(ports: ValidateRosterPorts, upload: UploadToPlan): Promise<void> {
  const { roster, uploadId } = upload.record;
  let record = upload.known ?? (await ports.uploads.create({ ...upload.record, plan: await newPlan(ports, upload) }));
  let voidVersion = upload.voidVersion;

  for (;;) {
    if (record.plan.version === voidVersion) {
      if (record.released) return overtaken(ports, upload);
      record = await ports.uploads.planAgain(roster, uploadId, voidVersion, await newPlan(ports, upload));
    }
    // A repetition has ended it meanwhile.
    if (record.status !== "planned") return ports.log("info", "upload-known", { uploadId, status: record.status });
    const { version, base } = record.plan;
    // Applied already: whoever moved the head also finishes the upload, and is tried again until that is done.
    if (await ports.heads.wasCurrent(roster, version)) {
      return ports.log("info", "version-known", { uploadId, roster, version });
    }
    const head = await ports.heads.read(roster);
    if (isSuperseded(record.order, head)) {
      return finish(ports, upload, { status: "superseded", version: null, changes: null, decision: null });
    }
    if (record.released && head.current !== base) return overtaken(ports, upload);
    if (head.keyId !== null && head.keyId !== upload.keyId) throw new Error("the roster stands under another key");
    const content = await baseOf(ports, record, upload.erased);
    if (content !== null) {
      const doubts = { unreadable: upload.reading.unreadable, released: record.released };
      const plan = planGuarded(content, fileOf(upload), record.asOf, doubts, upload.guard);
      checkBalance(record, upload.reading, plan);
      const notices = noticesOf(record, content, plan);
      if (plan.differs) return send(ports, upload, { record, plan, notices });
      if (await settles(ports, record)) {
        return finish(ports, upload, {
          status: waits(record, upload.reading, plan) ? "held" : "applied",
          version: base || null,
          changes: plan.changes,
          decision: decisionOf(record),
          file: notices,
        });
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

async function baseOf(
  ports: ValidateRosterPorts,
  record: UploadRecord,
  erased: ReadonlySet<WorkerId>,
): Promise<PackedEnrolments | null> {
  const { base, baseParts } = record.plan;
  if (base === 0) return NO_ENROLMENTS;
  const read = await ports.slices.read([{ roster: record.roster, current: base, parts: baseParts }]);
  return read === null ? null : withoutWorkers(joinSlices(read[0] ?? []), erased);
}

function fileOf(upload: UploadToPlan) {
  const { reading, record, from } = upload;
  return {
    mode: record.mode,
    enrolments: reading.enrolments,
    kept: reading.kept,
    from,
  };
}

/** Whether an upload without a change may stand: what it was compared with is still current. */
function settles(ports: ValidateRosterPorts, { roster, plan, order, mode, asOf }: UploadRecord): Promise<boolean> {
  return ports.heads.confirm({ roster, base: plan.base, order, full: mode === "full", asOf });
}

interface PlannedVersion {
  readonly record: UploadRecord;
  readonly plan: VersionPlan;
  readonly notices: readonly Problem[];
}

async function send(
  ports: ValidateRosterPorts,
  upload: UploadToPlan,
  { record, plan, notices }: PlannedVersion,
): Promise<void> {
  const cut = cutTable(plan.content);
  const receipt = upload.receiptOf({
    status: "planned",
    version: record.plan.version,
    changes: plan.changes,
    decision: decisionOf(record),
    file: notices,
  });
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

async function finish(ports: ValidateRosterPorts, upload: UploadToPlan, outcome: Outcome): Promise<void> {
  const { receiptKey, roster, uploadId } = upload.record;
  const receipt = upload.receiptOf(outcome);
  await ports.receipts.write(receiptKey, receipt);
  await ports.receipts.announce(receiptKey, receipt);
  await ports.uploadOutcomes.send(outcomesOf(receipt));
  await ports.uploads.finish(roster, receipt);
  ports.log("info", MEASURED.uploadFinished, { uploadId, roster, version: outcome.version, status: outcome.status });
}

/** A whole list without a single good row is never simply applied, even where there was nobody to end. */
function waits(record: UploadRecord, { rows }: FileReading, { changes }: VersionPlan): boolean {
  return changes.withheld > 0 || (record.mode === "full" && rows.accepted === 0 && !record.released);
}

/** Removals wait for a decision: the uploader is told how to take it. */
function heldOf(record: UploadRecord, plan: VersionPlan): readonly Problem[] {
  const { withheld } = plan.changes;
  return withheld > 0 ? [problem("removals-held", withheld, record.uploadId)] : [];
}

/** What is to be known of the plan besides its counts. */
function noticesOf(record: UploadRecord, base: PackedEnrolments, plan: VersionPlan): readonly Problem[] {
  const open = foldWindow(record.asOf).first;
  const closed = changedBefore(open, base, plan.content);
  return [...heldOf(record, plan), ...(closed > 0 ? [problem("months-closed", monthText(open), closed)] : [])];
}

function decisionOf(record: UploadRecord): HoldDecision | null {
  return record.released ? "release" : null;
}

/** Removals were released, but the roster has moved on meanwhile. */
async function overtaken(ports: ValidateRosterPorts, upload: UploadToPlan): Promise<void> {
  await finish(ports, upload, {
    status: "superseded",
    version: null,
    changes: null,
    decision: "release",
    file: [problem("hold-overtaken")],
  });
}

/** Rows and workers must balance, or nothing is sent. */
function checkBalance(record: UploadRecord, { rows, workers }: FileReading, { changes }: VersionPlan): void {
  if (rows.read !== rows.accepted + rows.duplicate + rows.rejected) throw new RowsUnbalanced("rows do not balance");
  const { enrolled, changed, unchanged, ended, notFound } = changes;
  const accountedFor = record.mode === "end" ? ended + notFound : enrolled + changed + unchanged;
  if (workers !== accountedFor) throw new RowsUnbalanced("workers do not balance");
}
