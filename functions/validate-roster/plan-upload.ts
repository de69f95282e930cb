// Plans a checked file in its place among the uploads of its roster, and sends what the roster then says. Whatever happens meanwhile, the plan is made
// again on what is then current, or the upload is found superseded.
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import { outcomesOf } from "#events/upload-outcome.ts";
import { changedBefore } from "#shared/domain/closed-months.ts";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { type Month, monthText } from "#shared/domain/month.ts";
import { notInRoster } from "#shared/domain/not-in-roster.ts";
import type { PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import type { VersionPlan } from "#shared/domain/plan-version.ts";
import type { Problem } from "#shared/domain/problem.ts";
import type { HoldDecision, Receipt } from "#shared/domain/receipt.ts";
import { planGuarded, type RemovalGuard } from "#shared/domain/removal-guard.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import { isAnswer } from "#shared/domain/roster-file/answer-sent-back.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { FileReading } from "#shared/domain/roster-file/reading.ts";
import { sameEnrolments } from "#shared/domain/same-enrolments.ts";
import { cutTable } from "#shared/domain/slice.ts";
import { foldWindow } from "#shared/domain/stored-coverage.ts";
import { type Head, isSuperseded, planOn, type UploadPlan, type UploadRecord } from "#shared/domain/upload.ts";
import { MEASURED } from "#shared/names.ts";
import { batchSlices } from "./batch-slices.ts";
import { lapsingHolds } from "./lapsing-holds.ts";
import type { ValidateRosterPorts } from "./needs.ts";
import { contentOf, type PlaceInOrder, placeInOrder, withFiles } from "./place-in-order.ts";
import type { Outcome } from "./receipts-of-upload.ts";
import { RowsUnbalanced } from "./rows-unbalanced.ts";

type Placed = Extract<PlaceInOrder, { kind: "placed" }>;

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

export async function planUpload(ports: ValidateRosterPorts, upload: UploadToPlan): Promise<void> {
  const { roster, uploadId } = upload.record;
  let record = upload.known ?? (await ports.uploads.create({ ...upload.record, plan: await newPlan(ports, upload) }));
  let voidVersion = upload.voidVersion;

  for (;;) {
    if (record.plan.version === voidVersion) {
      const plan = await newPlan(ports, upload);
      if (record.released && plan.base !== record.plan.base) return overtaken(ports, upload);
      record = await ports.uploads.planAgain(roster, uploadId, voidVersion, plan);
    }
    // A repetition has ended it meanwhile.
    if (record.status !== "planned") return ports.log("info", "upload-known", { uploadId, status: record.status });
    const { version, base, taken } = record.plan;
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
    if (head.taken === taken && (await planOnHead(ports, upload, record, head))) return;
    // The roster has taken another upload since this one was planned, or was rewritten.
    voidVersion = version;
  }
}

/** False when the roster has moved on meanwhile. */
async function planOnHead(
  ports: ValidateRosterPorts,
  upload: UploadToPlan,
  record: UploadRecord,
  head: Head,
): Promise<boolean> {
  const place = await placeInOrder(ports, upload, record, head);
  if (place.kind === "moved") return false;
  if (place.kind === "too-late") {
    await tooLate(ports, upload, record, place.problem);
    return true;
  }
  const { unreadable, rules } = upload.reading;
  const doubts = { unreadable, answer: isAnswer(rules.header), released: record.released };
  const plan = planGuarded(place.before, fileOf(upload), record.asOf, doubts, upload.guard);
  checkBalance(record, upload.reading, plan);
  const content = withFiles(plan.content, place.newer);
  const rows = notInRoster(place.before, { ...upload.reading, mode: record.mode }, plan);
  const notices = noticesOf(record, place, plan);
  const changed = await changes(ports, { head, place, plan, content, erased: upload.erased });
  if (changed === null) return false;
  if (changed) {
    const lapsing = await lapsingHolds(ports.uploads, record, head);
    await send(ports, upload, { record, plan, content, file: [...notices, ...lapsing], rows });
    return true;
  }
  if (!(await settles(ports, record, plan))) return false;
  if (head.current > 0) await tellThatItCame(ports, record);
  await finish(ports, upload, {
    status: mustWait(record, upload.reading, plan) ? "held" : "applied",
    version: head.current || null,
    changes: plan.changes,
    decision: decisionOf(record),
    file: notices,
    rows,
  });
  return true;
}

interface PlacedPlan {
  readonly head: Head;
  readonly place: Placed;
  readonly plan: VersionPlan;
  readonly content: PackedEnrolments;
  readonly erased: ReadonlySet<WorkerId>;
}

/** Whether the roster says anything else than it did; null when the head has moved. What a late file says may all be overtaken by newer ones. */
async function changes(
  ports: ValidateRosterPorts,
  { head: { roster, current, parts }, place, plan, content, erased }: PlacedPlan,
): Promise<boolean | null> {
  if (place.newer.length === 0) return plan.differs;
  const says = await contentOf(ports, roster, { version: current, parts }, erased);
  return says && !sameEnrolments(says, content);
}

async function newPlan(ports: ValidateRosterPorts, upload: UploadToPlan): Promise<UploadPlan> {
  const { version, head } = await ports.heads.nextVersion(upload.record.roster);
  return planOn(version, head);
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

/** Whether an upload without a change may stand: nothing has happened to what it was compared with. */
function settles(
  ports: ValidateRosterPorts,
  { roster, uploadId, plan: { base, taken }, order, mode, asOf }: UploadRecord,
  { withholds }: VersionPlan,
): Promise<boolean> {
  return ports.heads.confirm({ roster, base, taken, order, uploadId, full: mode === "full", withholds, asOf });
}

/** Without a version there are no new figures, but a list has come in: what was told of its missing, or waited for it, is over. */
function tellThatItCame({ coverageUpdates }: ValidateRosterPorts, { roster, asOf }: UploadRecord): Promise<void> {
  const { regency } = rosterParts(roster);
  return coverageUpdates.send([{ type: "coverage-update", regency, asOf, cause: "roster" }]);
}

interface PlannedVersion extends Pick<Outcome, "file" | "rows"> {
  readonly record: UploadRecord;
  readonly plan: VersionPlan;
  /** What the roster then says, newer files included. */
  readonly content: PackedEnrolments;
}

async function send(
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

async function finish(ports: ValidateRosterPorts, upload: UploadToPlan, outcome: Outcome): Promise<void> {
  await conclude(ports, upload, upload.receiptOf(outcome));
}

/** Nothing of it is applied, and whoever waits for it is told. */
async function tooLate(
  ports: ValidateRosterPorts,
  upload: UploadToPlan,
  record: UploadRecord,
  reason: Problem,
): Promise<void> {
  if (!record.released) return conclude(ports, upload, upload.refusalOf([reason]));
  const decision = decisionOf(record);
  await finish(ports, upload, { status: "superseded", version: null, changes: null, decision, file: [reason] });
}

async function conclude(ports: ValidateRosterPorts, upload: UploadToPlan, receipt: Receipt): Promise<void> {
  const { receiptKey, roster, uploadId } = upload.record;
  await ports.receipts.write(receiptKey, receipt);
  await ports.receipts.announce(receiptKey, receipt);
  await ports.uploadOutcomes.send(outcomesOf(receipt));
  await ports.uploads.finish(roster, receipt);
  ports.log("info", MEASURED.uploadFinished, { uploadId, roster, version: receipt.version, status: receipt.status });
}

/** A whole list without a single good row is never simply applied, even where there was nobody to end. */
export function mustWait(
  record: Pick<UploadRecord, "mode" | "released">,
  { rows }: Pick<FileReading, "rows">,
  { changes }: VersionPlan,
): boolean {
  return changes.withheld > 0 || (record.mode === "full" && rows.accepted === 0 && !record.released);
}

/** Removals wait for a decision: the uploader is told how to take it. */
function heldOf(record: UploadRecord, plan: VersionPlan): readonly Problem[] {
  const { withheld } = plan.changes;
  return withheld > 0 ? [problem("removals-held", withheld, record.uploadId)] : [];
}

/** What is to be known of the plan besides its counts. */
function noticesOf(record: UploadRecord, { before, newer }: Placed, plan: VersionPlan): readonly Problem[] {
  const open = foldWindow(record.asOf).first;
  const closed = changedBefore(open, before, plan.content);
  return [
    ...heldOf(record, plan),
    ...(newer.length > 0 ? [problem("put-before-newer", newer.length)] : []),
    ...(closed > 0 ? [problem("months-closed", monthText(open), closed)] : []),
  ];
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
