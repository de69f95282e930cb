// Once a day what was lost on the way is sent again, and counted by kind; what needs a person is counted apart, and so are removals that have waited long
// for a decision. What a finding is about is never logged: it may be the name of a file.
import { waitingSince, waitsForDecision } from "#shared/domain/reconcile/waiting-uploads.ts";
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
  const held = await waitingUploads(ports, province);
  ports.log("info", MEASURED.uploadsHeld, { count: held.length });
  for (const { uploadId, roster } of waitingSince(held, earlier(time, HELD_LONG_MS)))
    ports.log("warn", MEASURED.uploadHeldLong, { uploadId, roster, count: 1 });
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

async function waitingUploads(ports: ReconcilePorts, province: ProvinceCode): Promise<readonly UploadRecord[]> {
  const waiting: UploadRecord[] = [];
  for (const regency of regenciesOf(province)) {
    const heads = await ports.heads.ofRegency(regency);
    if (heads.length === 0) continue;
    const uploads = await ports.records.uploads(regency);
    waiting.push(...uploads.filter((upload) => waitsForDecision(upload, heads)));
  }
  return waiting;
}

function earlier(instant: string, ms: number): string {
  return new Date(Date.parse(instant) - ms).toISOString();
}
