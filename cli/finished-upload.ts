// Waits for an upload: first for its receipt, then until the stored coverage includes what it changed.
import { setTimeout as pause } from "node:timers/promises";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { Receipt, UploadStatus } from "#shared/domain/receipt.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { generationOf } from "#shared/domain/stored-coverage.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { uploadIdOf } from "#shared/upload-id.ts";

const PAUSE_MS = 300;

export interface Deadline {
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
}

export function deadlineIn(seconds: number): Deadline {
  return { at: performance.now() + seconds * 1000 };
}

export interface FinishedUpload {
  readonly receipt: Receipt;
  readonly receiptKey: string;
}

/** An object that was put just now. */
export interface PutObject {
  readonly regency: RegencyCode;
  readonly key: string;
  /** null from a bucket that keeps no versions. */
  readonly versionId: string | null;
  /** Ids of the uploads that were there before. */
  readonly known: ReadonlySet<string>;
}

/** null when time ran out. */
export async function finishedUpload(
  access: ProvinceAccess,
  put: PutObject,
  deadline: Deadline,
): Promise<FinishedUpload | null> {
  return polled(deadline, async () => {
    const record = (await access.reader.uploads(put.regency)).find((one) => isUploadOf(put, one));
    if (record === undefined || record.status === "planned") return null;
    const receipt = await access.receipts.read(record.receiptKey);
    return receipt === null || receipt.status === "planned" ? null : { receipt, receiptKey: record.receiptKey };
  });
}

/** The receipt of a known upload once it has left the stages named; null when time ran out. */
export async function finishedRecord(
  access: ProvinceAccess,
  { regency, uploadId }: { readonly regency: RegencyCode; readonly uploadId: string },
  left: readonly UploadStatus[],
  deadline: Deadline,
): Promise<Receipt | null> {
  return polled(deadline, async () => {
    const record = await access.reader.upload(regency, uploadId);
    if (record === null || left.includes(record.status)) return null;
    const receipt = await access.receipts.read(record.receiptKey);
    return receipt === null || left.includes(receipt.status) ? null : receipt;
  });
}

/** Without versions the id cannot be known beforehand: then it is the key's new upload. */
function isUploadOf({ key, versionId, known }: PutObject, upload: UploadRecord): boolean {
  if (versionId === null) return upload.object.key === key && !known.has(upload.uploadId);
  return upload.uploadId === uploadIdOf({ key, etag: "", sequencer: "0", "version-id": versionId });
}

/** Whether the stored coverage includes every version that is current now. */
export async function coverageCaughtUp(
  access: ProvinceAccess,
  regency: RegencyCode,
  deadline: Deadline,
): Promise<boolean> {
  const wanted = generationOf(await access.heads.ofRegency(regency));
  const done = await polled(deadline, async () => {
    const stored = await access.coverage.current(regency);
    return (stored?.generation ?? 0) >= wanted ? true : null;
  });
  return done === true;
}

/** Asks again and again; null when time ran out. */
export async function polled<T>(deadline: Deadline, ask: () => Promise<T | null>): Promise<T | null> {
  for (;;) {
    const answer = await ask();
    if (answer !== null || performance.now() >= deadline.at) return answer;
    await pause(PAUSE_MS);
  }
}
