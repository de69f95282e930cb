// Uploads that have been planned for long. One whose version was current only has to be finished: its last message is sent again. The others are
// planned and sent again, as their event came, as long as their file is there.
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";
import type { Finding } from "#shared/domain/reconcile/finding.ts";
import { isBefore, knownObjects, type StoredObject } from "#shared/domain/reconcile/unprocessed-objects.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { eventOfRecord } from "#shared/upload-id.ts";
import type { Gap, ReconcilePorts, ReconcileSettings } from "./needs.ts";

type Ports = Pick<ReconcilePorts, "records" | "heads" | "slices" | "rosterUploads" | "enrolmentEvents">;

export async function uploadGaps(
  ports: Ports,
  { rostersBucket, uploadsBefore }: ReconcileSettings,
  objects: readonly StoredObject[],
  uploads: readonly UploadRecord[],
): Promise<readonly Gap[]> {
  const isThere = knownObjects(objects);
  const gaps: Gap[] = [];
  for (const record of uploads) {
    if (record.status !== "planned" || !isBefore(record.receivedAt, uploadsBefore)) continue;
    const finding = (kind: Finding["kind"]): Finding => ({ kind, scope: record.roster, about: record.uploadId });
    if (await ports.heads.wasCurrent(record.roster, record.plan.version)) {
      const batch = await lastBatch(ports, record, rostersBucket);
      const mend = batch === null ? null : () => ports.enrolmentEvents.send([batch]);
      gaps.push({ finding: finding("upload-unfinished"), mend });
    } else if (isThere(record.object)) {
      const mend = () => ports.rosterUploads.send([eventOfRecord(record, rostersBucket)]);
      gaps.push({ finding: finding("upload-stuck"), mend });
    } else gaps.push({ finding: finding("upload-object-gone"), mend: null });
  }
  return gaps;
}

/** The message with which whoever moved the head would finish the upload; null when what it needs is no longer kept. */
async function lastBatch(
  { records, slices }: Ports,
  record: UploadRecord,
  rostersBucket: string,
): Promise<EnrolmentBatch | null> {
  const { roster, plan } = record;
  const version = (await records.versions(roster)).find((one) => one.version === plan.version);
  const bytes = await slices.bytes(roster, plan.version, 0);
  if (version === undefined || bytes === null) return null;
  return {
    type: "enrolment-batch",
    ...version,
    baseParts: plan.baseParts,
    taken: plan.taken,
    // The head has moved: what it has taken is noted.
    withholds: false,
    full: version.source.mode === "full",
    slices: [{ part: 0, bytes: Buffer.from(bytes).toString("base64") }],
    event: eventOfRecord(record, rostersBucket),
  };
}
