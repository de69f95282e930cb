// Compares what was uploaded with what is recorded, what heads name with what is there, and what is stored with what is counted anew; and mends what
// it can by the pipeline's own ways. Everything that it sends may come twice or late. It asks no clock: whoever calls says what is old.
import type { ReconciledFinding } from "#shared/domain/reconcile/finding.ts";
import { regenciesOf } from "#shared/domain/region.ts";
import { coverageGaps } from "./coverage-gaps.ts";
import type { Gap, ReconcilePorts, ReconcileSettings } from "./needs.ts";
import { objectGaps } from "./object-gaps.ts";
import { uploadGaps } from "./upload-gaps.ts";

export interface Reconciliation {
  readonly objects: number;
  readonly uploads: number;
  readonly regencies: number;
  readonly findings: readonly ReconciledFinding[];
}

export async function reconcileProvince(ports: ReconcilePorts, settings: ReconcileSettings): Promise<Reconciliation> {
  // The files first: what was recorded while they were listed is no gap.
  const objects = await ports.objects.list();
  const regencies = regenciesOf(settings.province);
  const findings: ReconciledFinding[] = [];
  const uploads = (await Promise.all(regencies.map((regency) => ports.records.uploads(regency)))).flat();
  const mendAll = async (gaps: readonly Gap[]): Promise<void> => {
    for (const gap of gaps) findings.push(await mended(gap, settings.dryRun));
  };
  await mendAll(await objectGaps(ports, settings, objects, uploads));
  await mendAll(await uploadGaps(ports, settings, objects, uploads));
  for (const regency of regencies) await mendAll(await coverageGaps(ports, regency));
  return { objects: objects.length, uploads: uploads.length, regencies: regencies.length, findings };
}

async function mended({ finding, mend }: Gap, dryRun: boolean): Promise<ReconciledFinding> {
  if (mend === null) return { ...finding, mending: "cannot-mend", error: null };
  if (dryRun) return { ...finding, mending: "would-mend", error: null };
  try {
    await mend();
    return { ...finding, mending: "mended", error: null };
  } catch (error) {
    // The rest is still to be looked at: what is missing here may be one right of many.
    return { ...finding, mending: "failed", error: error instanceof Error ? error.name : typeof error };
  }
}
