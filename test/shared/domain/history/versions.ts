// Versions and uploads for tests, with only the fields that matter.
import { day } from "#shared/domain/day.ts";
import { NO_ROWS } from "#shared/domain/receipt.ts";
import { type RosterId, rosterId } from "#shared/domain/roster.ts";
import type { RosterVersion, VersionSource } from "#shared/domain/roster-version.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { uploadOrder } from "#shared/domain/upload-order.ts";

export const ROSTER: RosterId = rosterId("14.03/rentan/apbd");
const NO_CHANGES = { enrolled: 0, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 };

export interface MadeVersion {
  readonly version: number;
  readonly base: number;
  /** `yyyy-mm-dd` */
  readonly on: string;
  readonly uploadId?: string;
  readonly source?: Partial<VersionSource>;
}

export function version({
  version: number,
  base,
  on,
  uploadId = `u${number}`,
  source = {},
}: MadeVersion): RosterVersion {
  const receivedAt = `${on}T02:00:00Z`;
  return {
    roster: ROSTER,
    version: number,
    base,
    parts: 1,
    asOf: day(on),
    uploadId,
    order: uploadOrder(receivedAt, uploadId, "0"),
    receiptKey: `receipts/${ROSTER}/${uploadId}.json`,
    keyId: "2e8a632b",
    source: {
      fileName: `${uploadId}.csv`,
      receivedAt,
      mode: "full",
      rows: NO_ROWS,
      changes: NO_CHANGES,
      decision: null,
      decidedOn: null,
      ...source,
    },
  };
}

export function upload(uploadId: string, on: string, others: Partial<UploadRecord> = {}): UploadRecord {
  const receivedAt = `${on}T02:00:00Z`;
  return {
    uploadId,
    roster: ROSTER,
    order: uploadOrder(receivedAt, uploadId, "0"),
    mode: "full",
    asOf: day(on),
    receivedAt,
    fileName: `${uploadId}.csv`,
    object: { key: `rosters/${ROSTER}/${uploadId}.csv`, etag: uploadId, sequencer: "0", versionId: null },
    receiptKey: `receipts/${ROSTER}/${uploadId}.json`,
    status: "applied",
    plan: { version: 0, base: 0, baseParts: 0, taken: 0 },
    released: false,
    decidedOn: null,
    requester: "111122223333",
    outcome: null,
    ...others,
  };
}
