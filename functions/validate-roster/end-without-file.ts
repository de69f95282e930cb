// The end of an upload that was planned, and whose file is gone for good before it was applied: deleted, replaced or expired. Trying again would never help.

import { notToDecide } from "#shared/domain/overtaken-hold.ts";
import type { Problem } from "#shared/domain/problem.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { concludeUpload } from "./end-upload.ts";
import type { ValidateRosterPorts } from "./needs.ts";
import { receiptOfRefusal } from "./receipts-of-upload.ts";

export async function endWithoutFile(ports: ValidateRosterPorts, record: UploadRecord): Promise<void> {
  const { roster, uploadId, plan } = record;
  // Its slices may be on their way: either they have moved the head by now, or they cannot any more.
  await ports.heads.voidPlans(roster);
  if (await ports.heads.wasCurrent(roster, plan.version))
    return ports.log("info", "version-known", { uploadId, roster, version: plan.version });
  await concludeUpload(ports, record, await receiptOf(ports, record));
}

async function receiptOf({ receipts }: ValidateRosterPorts, record: UploadRecord): Promise<Receipt> {
  if (!record.released) return receiptOfRefusal(record, [problem("object-gone")]);
  const held = await receipts.read(record.receiptKey);
  if (held === null) throw new Error("the receipt of a released upload is not there");
  // What it had done when it was held stays.
  const stays = record.outcome ?? { version: null, changes: null };
  const gone: Problem = problem("released-file-gone");
  return { ...held, ...stays, status: "superseded", decision: "release", file: [...notToDecide(held.file), gone] };
}
