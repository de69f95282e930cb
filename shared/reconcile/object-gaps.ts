// Files in the Rosters bucket of which nothing is recorded: their event is lost, and is sent again.
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import { parseObjectKey } from "#shared/domain/object-key.ts";
import {
  placeInSecond,
  type StoredObject,
  sequencerOf,
  unprocessedObjects,
} from "#shared/domain/reconcile/unprocessed-objects.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { receiptKeyOf, uploadIdOf } from "#shared/upload-id.ts";
import type { Gap, ReconcilePorts, ReconcileSettings } from "./needs.ts";

export async function objectGaps(
  ports: Pick<ReconcilePorts, "receipts" | "rosterUploads">,
  settings: ReconcileSettings,
  objects: readonly StoredObject[],
  uploads: readonly UploadRecord[],
): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  for (const object of unprocessedObjects(objects, uploads, settings.objectsBefore)) {
    const key = parseObjectKey(object.key, settings.province);
    const event = eventOf(object, placeInSecond(object, objects), settings);
    if (key.kind === "refused" && (await isRefused(ports, object, event))) continue;
    gaps.push({
      finding: {
        kind: "object-never-processed",
        scope: key.kind === "roster" ? key.roster : null,
        about: key.fileName,
      },
      mend: () => ports.rosterUploads.send([event]),
    });
  }
  return gaps;
}

/** A file without a usable roster has no record, only a receipt. Without versions its upload's id cannot be told: then it is taken to have one. */
async function isRefused(
  { receipts }: Pick<ReconcilePorts, "receipts">,
  { versionId }: StoredObject,
  event: ObjectCreatedEvent,
): Promise<boolean> {
  if (versionId === null) return true;
  return (await receipts.read(receiptKeyOf(null, uploadIdOf(event.detail.object)))) !== null;
}

function eventOf(
  object: StoredObject,
  place: number,
  { rostersBucket, eventTimeOf }: ReconcileSettings,
): ObjectCreatedEvent {
  const { key, etag, versionId } = object;
  return {
    "detail-type": "Object Created",
    source: "aws.s3",
    time: `${new Date(Date.parse(eventTimeOf(object))).toISOString().slice(0, 19)}Z`,
    detail: {
      bucket: { name: rostersBucket },
      object: {
        key,
        etag,
        sequencer: sequencerOf(object, place),
        ...(versionId === null ? {} : { "version-id": versionId }),
      },
    },
  };
}
