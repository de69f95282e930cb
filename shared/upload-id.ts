// An upload is one version of one object. Its id is made from both, so that the same event gives the same id however often it comes.
import { createHash } from "node:crypto";
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { UploadMode } from "#shared/domain/receipt.ts";
import type { ReferenceKind } from "#shared/domain/reference/reference-key.ts";
import { type RejectedRowsForm, rejectedRowsName } from "#shared/domain/rejected-rows-files.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { RECEIPTS_PREFIX, REFERENCE_RECEIPTS_PREFIX, REFUSED_RECEIPTS_PREFIX } from "#shared/names.ts";

/** 20 hexadecimal digits. Where the bucket keeps no versions, ETag and sequencer stand for one. */
export function uploadIdOf(object: ObjectCreatedEvent["detail"]["object"]): string {
  const version = object["version-id"] ?? `${object.etag}\n${object.sequencer.toUpperCase()}`;
  return createHash("sha256").update(`${object.key}\n${version}`).digest("hex").slice(0, 20);
}

/** Where the receipt stands in the Receipts bucket; null: the key named no usable roster. */
export function receiptKeyOf(roster: RosterId | null, uploadId: string): string {
  return `${roster === null ? REFUSED_RECEIPTS_PREFIX : `${RECEIPTS_PREFIX}${roster}/`}${uploadId}.json`;
}

/** The receipt as a page for people. */
export function receiptPageKeyOf(receiptKey: string): string {
  return receiptKey.replace(/\.json$/, ".html");
}

/** The rejected rows stand beside the receipt. */
export function rejectedRowsKeyOf(receiptKey: string, mode: UploadMode, form: RejectedRowsForm): string {
  return rejectedRowsName(receiptKey.replace(/\.json$/, ""), mode, form);
}

/** The event of an upload again, as it came. */
export function eventOfRecord({ object, receivedAt, requester }: UploadRecord, bucket: string): ObjectCreatedEvent {
  const { key, etag, sequencer, versionId } = object;
  return {
    "detail-type": "Object Created",
    source: "aws.s3",
    time: receivedAt,
    detail: {
      bucket: { name: bucket },
      ...(requester === null ? {} : { requester }),
      object: { key, etag, sequencer, ...(versionId === null ? {} : { "version-id": versionId }) },
    },
  };
}

/** Where the receipt of a file of reference data stands. */
export function referenceReceiptKeyOf(kind: ReferenceKind, uploadId: string): string {
  return `${REFERENCE_RECEIPTS_PREFIX}${kind}/${uploadId}.json`;
}
