// Uploads that have been planned for long. One whose version was current only has to be finished: its last message is sent again. The others are
// planned and sent again, as their event came; where their file is gone that ends them. Removals that wait and can no longer be decided on are concluded.
import type { EnrolmentBatch } from "#events/enrolment-batch.ts";
import { isHoldOvertaken } from "#shared/domain/overtaken-hold.ts";
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
  for (const record of uploads.filter(({ receivedAt }) => isBefore(receivedAt, uploadsBefore))) {
    const finding = (kind: Finding["kind"]): Finding => ({ kind, scope: record.roster, about: record.uploadId });
    if (record.status === "held") gaps.push(...(await overtakenHold(ports, record)));
    if (record.status !== "planned") continue;
    if (await ports.heads.wasCurrent(record.roster, record.plan.version)) {
      const batch = await lastBatch(ports, record, rostersBucket);
      const mend = batch === null ? null : () => ports.enrolmentEvents.send([batch]);
      gaps.push({ finding: finding("upload-unfinished"), mend });
    } else {
      const mend = () => ports.rosterUploads.send([eventOfRecord(record, rostersBucket)]);
      gaps.push({ finding: finding(isThere(record.object) ? "upload-stuck" : "upload-object-gone"), mend });
    }
  }
  return gaps;
}

async function overtakenHold(ports: Ports, record: UploadRecord): Promise<readonly Gap[]> {
  const { roster, uploadId } = record;
  if (!isHoldOvertaken(record, await ports.heads.read(roster))) return [];
  const finding: Finding = { kind: "hold-overtaken", scope: roster, about: uploadId };
  const mend = () => ports.rosterUploads.send([{ type: "decide-held", roster, uploadId, decision: "discard" }]);
  return [{ finding, mend }];
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
