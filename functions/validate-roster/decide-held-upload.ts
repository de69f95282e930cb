// Somebody has looked at an upload whose removals were held. Discarding drops them; releasing plans the same object again, removals and all. Both only
// as long as the version that the upload left is still the current one, or was only rewritten since: otherwise the roster has moved on, and the file
// speaks of what is gone.
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { DecideHeld } from "#events/roster-upload.ts";
import { isHoldOvertaken, notToDecide, overtakenReceipt } from "#shared/domain/overtaken-hold.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { planOn, type UploadRecord } from "#shared/domain/upload.ts";
import { overtakenHolds } from "#shared/reconcile/overtaken-holds.ts";
import { eventOfRecord } from "#shared/upload-id.ts";
import { concludeUpload } from "./end-upload.ts";
import type { ValidateRosterPorts } from "./needs.ts";

/** The event of the upload when it is to be planned again; null when there is nothing more to do. */
export async function decideHeldUpload(
  ports: ValidateRosterPorts,
  bucket: string,
  { roster, uploadId, decision, decidedOn }: DecideHeld,
): Promise<ObjectCreatedEvent | null> {
  const record = await ports.uploads.find(roster, uploadId);
  if (record === null) {
    ports.log("warn", "decision-unknown-upload", { uploadId, roster });
    return null;
  }
  // The same decision again, after the upload was set back to be planned.
  if (record.status === "planned" && record.released && decision === "release") return eventOfRecord(record, bucket);
  if (record.status !== "held") {
    ports.log("info", "decision-late", { uploadId, roster, status: record.status });
    return null;
  }
  const { version, head } =
    decision === "release"
      ? await ports.heads.nextVersion(roster)
      : { version: 0, head: await ports.heads.read(roster) };
  if (isHoldOvertaken(record, head)) {
    await conclude(ports, record, overtakenReceipt(await receiptOf(ports, record)));
    return null;
  }
  if (decision === "discard") {
    const receipt = await receiptOf(ports, record);
    await conclude(ports, record, { ...receipt, status: "applied", decision, file: notToDecide(receipt.file) });
    return null;
  }
  const plan = planOn(version, head);
  await ports.uploads.release(roster, uploadId, { plan, decidedOn: decidedOn ?? null });
  ports.log("info", "upload-released", { uploadId, roster });
  return eventOfRecord(record, bucket);
}

/** Ends the uploads of a roster whose removals wait for a decision that can no longer be taken. */
export async function concludeOvertaken(ports: ValidateRosterPorts, roster: RosterId): Promise<void> {
  for (const record of await overtakenHolds(ports, roster))
    await conclude(ports, record, overtakenReceipt(await receiptOf(ports, record)));
}

async function receiptOf(ports: ValidateRosterPorts, { receiptKey }: UploadRecord): Promise<Receipt> {
  const receipt = await ports.receipts.read(receiptKey);
  if (receipt === null) throw new Error("the receipt of a held upload is not there");
  return receipt;
}

function conclude(ports: ValidateRosterPorts, record: UploadRecord, receipt: Receipt): Promise<void> {
  return concludeUpload(ports, record, receipt, "hold-concluded");
}
