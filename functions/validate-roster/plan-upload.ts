// Plans a checked file in its place among the uploads of its roster, and sends what the roster then says. Whatever happens meanwhile, the plan is made
// again on what is then current, or the upload is found superseded.
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { notInRoster } from "#shared/domain/not-in-roster.ts";
import type { PackedEnrolments } from "#shared/domain/packed-enrolments.ts";
import type { VersionPlan } from "#shared/domain/plan-version.ts";
import { planGuarded } from "#shared/domain/removal-guard.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import { isAnswer } from "#shared/domain/roster-file/answer-sent-back.ts";
import { sameEnrolments } from "#shared/domain/same-enrolments.ts";
import { type Head, isSuperseded, planOn, type UploadPlan, type UploadRecord } from "#shared/domain/upload.ts";
import { endOvertaken, endTooLate, endUpload } from "./end-upload.ts";
import { lapsingHolds } from "./lapsing-holds.ts";
import type { ValidateRosterPorts } from "./needs.ts";
import { mustWait, noticesOf } from "./notices-of-plan.ts";
import { contentOf, type Placed, placeInOrder, withFiles } from "./place-in-order.ts";
import { checkBalance } from "./rows-unbalanced.ts";
import { sendVersion } from "./send-version.ts";
import { decisionOf, type UploadToPlan } from "./upload-to-plan.ts";

export async function planUpload(ports: ValidateRosterPorts, upload: UploadToPlan): Promise<void> {
  const { roster, uploadId } = upload.record;
  let record = upload.known ?? (await ports.uploads.create({ ...upload.record, plan: await newPlan(ports, upload) }));
  let voidVersion = upload.voidVersion;

  for (;;) {
    if (record.plan.version === voidVersion) {
      const plan = await newPlan(ports, upload);
      if (record.released && plan.base !== record.plan.base) return endOvertaken(ports, upload);
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
      return endUpload(ports, upload, { status: "superseded", version: null, changes: null, decision: null });
    }
    if (record.released && head.current !== base) return endOvertaken(ports, upload);
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
    await endTooLate(ports, upload, record, place.problem);
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
    await sendVersion(ports, upload, { record, plan, content, file: [...notices, ...lapsing], rows });
    return true;
  }
  if (!(await settles(ports, record, plan))) return false;
  if (head.current > 0) await tellThatItCame(ports, record);
  await endUpload(ports, upload, {
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
