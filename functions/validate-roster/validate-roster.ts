// An uploaded file becomes a planned version of its roster: read, checked, compared with the version that is current, and sent on in slices. The
// same event again makes the same plan; a file that cannot be used gets its receipt and touches nothing else.
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { RosterUpload } from "#events/roster-upload.ts";
import { outcomesOf } from "#events/upload-outcome.ts";
import { type Admission, refuseWhileKeyChanges } from "#shared/domain/admission.ts";
import { dayInJakarta } from "#shared/domain/day.ts";
import { doubleProtection } from "#shared/domain/double-protection.ts";
import { mendedReceipt } from "#shared/domain/mended-receipt.ts";
import { parseObjectKey } from "#shared/domain/object-key.ts";
import type { Problem } from "#shared/domain/problem.ts";
import type { UploadMode } from "#shared/domain/receipt.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import { rejectedRowsForms } from "#shared/domain/rejected-rows-files.ts";
import type { RemovalGuard } from "#shared/domain/removal-guard.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { withRowProblems } from "#shared/domain/roster-file/more-problems.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { FileReading } from "#shared/domain/roster-file/reading.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { uploadOrder } from "#shared/domain/upload-order.ts";
import type { Log } from "#shared/lambda/log.ts";
import { MEASURED } from "#shared/names.ts";
import { receiptKeyOf, rejectedRowsKeyOf, uploadIdOf } from "#shared/upload-id.ts";
import { concludeOvertaken, decideHeldUpload } from "./decide-held-upload.ts";
import { endWithoutFile } from "./end-without-file.ts";
import type { ValidateRosterPorts } from "./needs.ts";
import { otherRosters } from "./other-rosters.ts";
import { planUpload } from "./plan-upload.ts";
import { readUpload } from "./read-upload.ts";
import { receiptOfReading, receiptOfRefusal, type UploadedFile } from "./receipts-of-upload.ts";

export interface ValidateRosterSettings {
  readonly province: ProvinceCode;
  readonly guard: RemovalGuard;
  readonly rostersBucket: string;
}

export async function validateRoster(
  ports: ValidateRosterPorts,
  settings: ValidateRosterSettings,
  message: RosterUpload,
): Promise<void> {
  const admission = await ports.admissions.read(settings.province);
  refuseWhileKeyChanges(admission);
  const admitted = { ...settings, admission };
  if (!("type" in message)) return validateObject(ports, admitted, message, null);
  if (message.type === "plan-again") return validateObject(ports, admitted, message.event, message.voidVersion);
  const released = await decideHeldUpload(ports, settings.rostersBucket, message);
  if (released !== null) await validateObject(ports, admitted, released, null);
}

/** The upload that a message is about, to find a failure by. */
export function uploadOf(message: RosterUpload): { readonly uploadId: string } {
  if (!("type" in message)) return { uploadId: uploadIdOf(message.detail.object) };
  return { uploadId: message.type === "plan-again" ? uploadIdOf(message.event.detail.object) : message.uploadId };
}

async function validateObject(
  ports: ValidateRosterPorts,
  { province, guard, rostersBucket, admission }: ValidateRosterSettings & { readonly admission: Admission },
  event: ObjectCreatedEvent,
  voidVersion: number | null,
): Promise<void> {
  if (event["detail-type"] !== "Object Created")
    return ports.log("info", "event-ignored", { kind: event["detail-type"] });

  const { object } = event.detail;
  const key = parseObjectKey(object.key, province);
  const uploadId = uploadIdOf(object);
  const receivedAt = event.time;
  if (key.kind === "refused") {
    return refuse(ports, { uploadId, roster: null, fileName: key.fileName, mode: "full", receivedAt }, key.problems);
  }

  const { roster } = key;
  const known = await ports.uploads.find(roster, uploadId);
  if (known !== null && known.status !== "planned") {
    await mend(ports, known);
    await concludeOvertaken(ports, roster);
    return ports.log("info", "upload-known", { uploadId, status: known.status });
  }

  const named = { uploadId, roster, fileName: key.fileName, mode: key.mode, receivedAt };
  const upload = await readUpload(ports, event, named, admission);
  if (upload.kind === "gone" && known !== null) return endWithoutFile(ports, known);
  if (upload.kind === "gone") return refuse(ports, named, [problem("object-gone")], event);
  const file = { ...named, mode: upload.mode };
  if (upload.kind === "refused") return refuse(ports, file, upload.problems, event);
  const { source, from, keyId } = upload;
  const reading = await withDoubleProtection(ports, roster, upload);

  // Counted when the file is first seen, not when it has to be planned again.
  if (known === null) logRows(ports.log, { uploadId, roster }, reading);
  const receiptKey = receiptKeyOf(roster, uploadId);
  for (const form of rejectedRowsForms(reading.rows.rejected)) {
    const rows = ports.reader.rejectedRows(source, reading, form);
    await ports.receipts.writeRejectedRows(rejectedRowsKeyOf(receiptKey, file.mode, form), rows);
  }
  await planUpload(ports, {
    record: recordOf(file, roster, event),
    known,
    voidVersion,
    event,
    reading,
    from,
    keyId,
    erased: admission.erased,
    guard,
    bucket: rostersBucket,
    receiptOf: (outcome) => receiptOfReading(file, reading, outcome),
    refusalOf: (problems) => receiptOfRefusal(file, problems),
  });
  // Those that a whole list without a change has overtaken, or this one, if it was held when the roster had moved on.
  await concludeOvertaken(ports, roster);
}

/** The reading, with a warning for each worker whom another roster protects in the same months. */
async function withDoubleProtection(
  ports: ValidateRosterPorts,
  roster: RosterId,
  { mode, reading }: { readonly mode: UploadMode; readonly reading: FileReading },
): Promise<FileReading> {
  if (mode === "end") return reading;
  const { segment } = rosterParts(roster);
  return withRowProblems(reading, doubleProtection({ segment, ...reading }, await otherRosters(ports, roster)));
}

/** A repetition may have written over the receipt, and then failed. */
async function mend(ports: ValidateRosterPorts, known: UploadRecord): Promise<void> {
  const receipt = await ports.receipts.read(known.receiptKey);
  const mended = receipt && mendedReceipt(receipt, known);
  if (mended !== null) await ports.receipts.write(known.receiptKey, mended);
}

function logRows(
  log: Log,
  upload: { readonly uploadId: string; readonly roster: RosterId },
  { rows, problemCounts }: Pick<FileReading, "rows" | "problemCounts">,
): void {
  log("info", MEASURED.rowsChecked, {
    ...upload,
    rowsRead: rows.read,
    rowsAccepted: rows.accepted,
    rowsDuplicate: rows.duplicate,
    rowsRejected: rows.rejected,
  });
  for (const [code, count] of Object.entries(problemCounts))
    log("info", MEASURED.problemsFound, { ...upload, code, count });
}

async function refuse(
  ports: ValidateRosterPorts,
  file: UploadedFile,
  problems: readonly Problem[],
  event?: ObjectCreatedEvent,
): Promise<void> {
  const receipt = receiptOfRefusal(file, problems);
  const key = receiptKeyOf(file.roster, file.uploadId);
  await ports.receipts.write(key, receipt);
  await ports.receipts.announce(key, receipt);
  await ports.uploadOutcomes.send(outcomesOf(receipt));
  if (file.roster !== null && event !== undefined) {
    await ports.uploads.create({ ...recordOf(file, file.roster, event), status: "refused" });
    await ports.uploads.finish(file.roster, receipt);
  }
  ports.log("warn", MEASURED.uploadRefused, {
    status: "refused",
    uploadId: file.uploadId,
    roster: file.roster,
    ...(problems[0] && { code: problems[0].code }),
  });
}

function recordOf(file: UploadedFile, roster: RosterId, event: ObjectCreatedEvent): UploadRecord {
  const { key, etag, sequencer, "version-id": versionId = null } = event.detail.object;
  return {
    uploadId: file.uploadId,
    roster,
    order: uploadOrder(event.time, key, sequencer),
    mode: file.mode,
    asOf: dayInJakarta(event.time),
    receivedAt: event.time,
    fileName: file.fileName,
    object: { key, etag, sequencer, versionId },
    receiptKey: receiptKeyOf(roster, file.uploadId),
    status: "planned",
    plan: { version: 0, base: 0, baseParts: 0, taken: 0 },
    released: false,
    decidedOn: null,
    requester: event.detail.requester ?? null,
    outcome: null,
  };
}
