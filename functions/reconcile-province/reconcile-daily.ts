// Once a day what was lost on the way is sent again, and counted by kind; what needs a person is counted apart, and so are removals that have waited long
// for a decision. What a finding is about is never logged: it may be the name of a file.
import { isBefore } from "#shared/domain/reconcile/unprocessed-objects.ts";
import { type ProvinceCode, regenciesOf } from "#shared/domain/region.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import type { Log } from "#shared/lambda/log.ts";
import { MEASURED } from "#shared/names.ts";
import type { ReconcilePorts } from "#shared/reconcile/needs.ts";
import { type Reconciliation, reconcileProvince } from "#shared/reconcile/reconcile-province.ts";

export type ReconcileDailyPorts = ReconcilePorts & { readonly log: Log };

export interface ReconcileDailySettings {
  readonly province: ProvinceCode;
  readonly rostersBucket: string;
}

/** What is younger may be under way: a file that failed once comes back after half an hour. */
const UNDER_WAY_MS = 30 * 60_000;
const HELD_LONG_MS = 3 * 24 * 60 * 60_000;

/** @param time instant for which the schedule was due, ISO 8601 UTC: a late run looks at no younger uploads */
export async function reconcileDaily(
  ports: ReconcileDailyPorts,
  { province, rostersBucket }: ReconcileDailySettings,
  time: string,
): Promise<void> {
  const before = earlier(time, UNDER_WAY_MS);
  const found = await reconcileProvince(ports, {
    province,
    rostersBucket,
    objectsBefore: before,
    uploadsBefore: before,
    eventTimeOf: ({ lastModified }) => lastModified,
    dryRun: false,
  });
  logFindings(ports.log, found);
  const held = await heldUploads(ports, province);
  ports.log("info", MEASURED.uploadsHeld, { count: held.length });
  const long = held.filter(({ receivedAt }) => isBefore(receivedAt, earlier(time, HELD_LONG_MS)));
  for (const { uploadId, roster } of long) ports.log("warn", MEASURED.uploadHeldLong, { uploadId, roster, count: 1 });
}

function logFindings(log: Log, { objects, uploads, findings }: Reconciliation): void {
  const groups = Map.groupBy(findings, ({ kind, mending }) => `${kind} ${mending}`);
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue;
    const { kind, mending, error } = first;
    log("warn", MEASURED.reconciliationFound, {
      kind,
      status: mending,
      count: 1 + others.length,
      ...(error === null ? {} : { error }),
    });
  }
  log("info", "reconciliation-done", { files: objects, uploads, count: findings.length });
}

async function heldUploads({ records }: ReconcilePorts, province: ProvinceCode): Promise<readonly UploadRecord[]> {
  const uploads = await Promise.all(regenciesOf(province).map((regency) => records.uploads(regency)));
  return uploads.flat().filter(({ status }) => status === "held");
}

function earlier(instant: string, ms: number): string {
  return new Date(Date.parse(instant) - ms).toISOString();
}
