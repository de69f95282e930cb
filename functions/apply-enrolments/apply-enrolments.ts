// Writes the slices of a new version; whoever sees the last of them written moves the roster's head. Until then readers see the version before,
// whole; from then on this one, whole. Every step may be repeated, and a version whose base has moved is planned again.
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";
import { outcomesOf } from "#events/upload-outcome.ts";
import { isKeyInForce, refuseWhileKeyChanges } from "#shared/domain/admission.ts";
import { type Day, laterDay } from "#shared/domain/day.ts";
import { mendedReceipt } from "#shared/domain/mended-receipt.ts";
import { addMonths, firstDayOf, monthOfDay } from "#shared/domain/month.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { provinceOf } from "#shared/domain/region.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import { latestFile } from "#shared/domain/roster-version.ts";
import { decodeSlice } from "#shared/domain/slice.ts";
import { holdsAny } from "#shared/domain/without-workers.ts";
import type { Log } from "#shared/lambda/log.ts";
import { MEASURED } from "#shared/names.ts";
import type {
  Admissions,
  CoverageUpdates,
  Heads,
  Receipts,
  RosterUploads,
  Slices,
  UploadOutcomes,
  Uploads,
} from "#shared/ports.ts";
import { overtakenHolds } from "#shared/reconcile/overtaken-holds.ts";

export interface ApplyEnrolmentsPorts {
  readonly admissions: Admissions;
  readonly slices: Slices;
  readonly heads: Heads;
  readonly uploads: Uploads;
  readonly receipts: Receipts;
  readonly coverageUpdates: CoverageUpdates;
  readonly uploadOutcomes: UploadOutcomes;
  readonly rosterUploads: RosterUploads;
  readonly log: Log;
}

/** @param historyMonths how long a replaced version is kept */
export async function applyEnrolments(
  ports: ApplyEnrolmentsPorts,
  historyMonths: number,
  batch: EnrolmentBatch,
): Promise<void> {
  const { roster, version, uploadId } = batch;
  const admission = await ports.admissions.read(provinceOf(rosterParts(roster).regency));
  refuseWhileKeyChanges(admission);
  const slices = batch.slices.map(({ part, bytes }) => ({ part, bytes: Buffer.from(bytes, "base64") }));
  if (
    !isKeyInForce(batch.keyId, admission) ||
    slices.some(({ bytes }) => holdsAny(decodeSlice(bytes), admission.erased))
  )
    return refuseBatch(ports, historyMonths, batch);

  let applied = 0;
  for (const { part, bytes } of slices) {
    await ports.slices.put(roster, version, part, bytes);
    applied = await ports.heads.addPart(batch, part);
  }
  if (applied < batch.parts) return;

  const moved = await ports.heads.move({ ...batch, latest: latestFile(batch.asOf, batch.source) });
  if (!moved && !(await ports.heads.wasCurrent(roster, version))) {
    await ports.slices.expire(roster, version, batch.parts, endOfHistory(batch.asOf, 1));
    await ports.rosterUploads.send([{ type: "plan-again", voidVersion: version, event: batch.event }]);
    return ports.log("info", "version-void", { uploadId, roster, version });
  }
  await finishUpload(ports, historyMonths, batch);
  ports.log("info", "version-applied", { uploadId, roster, version });
}

/**
 * Slices under a key that is no longer in force, or with somebody who was erased since they were planned: nothing of them is written. A version that was
 * current has been rewritten without them; its upload may still have to be finished.
 */
async function refuseBatch(ports: ApplyEnrolmentsPorts, historyMonths: number, batch: EnrolmentBatch): Promise<void> {
  const { roster, version, uploadId, event } = batch;
  if (await ports.heads.wasCurrent(roster, version)) return finishUpload(ports, historyMonths, batch);
  await ports.rosterUploads.send([{ type: "plan-again", voidVersion: version, event }]);
  ports.log("info", "version-refused", { uploadId, roster, version });
}

/** The head has moved. */
async function finishUpload(ports: ApplyEnrolmentsPorts, historyMonths: number, batch: EnrolmentBatch): Promise<void> {
  await tellAndEnd(ports, historyMonths, batch);
  const { roster } = batch;
  // Its own removals, too: another may have moved the head before it was held.
  for (const { uploadId } of await overtakenHolds(ports, roster))
    await ports.rosterUploads.send([{ type: "decide-held", roster, uploadId, decision: "discard" }]);
}

async function tellAndEnd(ports: ApplyEnrolmentsPorts, historyMonths: number, batch: EnrolmentBatch): Promise<void> {
  await ports.coverageUpdates.send([
    {
      type: "coverage-update",
      regency: rosterParts(batch.roster).regency,
      asOf: batch.asOf,
      cause: "roster",
      upload: {
        uploadId: batch.uploadId,
        receivedAt: batch.source.decision === null ? batch.source.receivedAt : null,
      },
    },
  ]);
  if (batch.base > 0) {
    await ports.slices.expire(
      batch.roster,
      batch.base,
      batch.baseParts,
      endOfHistory(await replacedOn(ports, batch), historyMonths),
    );
  }
  const record = await ports.uploads.find(batch.roster, batch.uploadId);
  // A repetition that comes late: the upload was set back to another plan.
  if (record === null || record.plan.version !== batch.version) return;
  const planned = await ports.receipts.read(batch.receiptKey);
  if (planned === null) throw new Error("the receipt of a planned upload is not there");
  if (record.status !== "planned") {
    // It has ended: what was decided since must stay.
    const mended = mendedReceipt(planned, record);
    if (mended !== null) await ports.receipts.write(batch.receiptKey, mended);
    return;
  }
  const receipt: Receipt = { ...planned, status: (planned.changes?.withheld ?? 0) > 0 ? "held" : "applied" };
  await ports.receipts.write(batch.receiptKey, receipt);
  await ports.receipts.announce(batch.receiptKey, receipt);
  await ports.uploadOutcomes.send(outcomesOf(receipt));
  await ports.uploads.finish(batch.roster, receipt);
  const { roster, version, uploadId } = batch;
  ports.log("info", MEASURED.uploadFinished, { uploadId, roster, version, status: receipt.status });
}

/**
 * Until when the base was what was known: the day of the upload, or of the decision to release its removals; for an upload that came late, the day of
 * those that were there before it.
 */
async function replacedOn({ heads }: ApplyEnrolmentsPorts, { roster, asOf, source }: EnrolmentBatch): Promise<Day> {
  const { reportedOn } = await heads.read(roster);
  return [source.decidedOn, reportedOn].reduce<Day>((latest, one) => laterDay(latest, one ?? latest), asOf);
}

/** The first of the month that lies so many months after. */
function endOfHistory(asOf: Day, months: number): Day {
  return firstDayOf(addMonths(monthOfDay(asOf), months + 1));
}
