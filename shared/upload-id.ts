// An upload is one version of one object. Its id is made from both, so that the same event gives the same id however often it comes.
import { createHash } from "node:crypto";
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { RECEIPTS_PREFIX } from "#shared/names.ts";

/** 20 hexadecimal digits. Where the bucket keeps no versions, ETag and sequencer stand for one. */
export function uploadIdOf(object: ObjectCreatedEvent["detail"]["object"]): string {
  const version = object["version-id"] ?? `${object.etag}\n${object.sequencer.toUpperCase()}`;
  return createHash("sha256").update(`${object.key}\n${version}`).digest("hex").slice(0, 20);
}

/** Where the receipt stands in the Receipts bucket; null: the key named no usable roster. */
export function receiptKeyOf(roster: RosterId | null, uploadId: string): string {
  return `${RECEIPTS_PREFIX}${roster ?? "_refused"}/${uploadId}.json`;
}

/** The rejected rows stand beside the receipt, named so that uploading them corrected adds to the roster and ends nobody. */
export function rejectedRowsKeyOf(receiptKey: string): string {
  return receiptKey.replace(/\.json$/, ".add.csv");
}
