// Every head's slices must be there, and the stored coverage of a regency must be what they give when they are counted anew. What is only behind is
// left to the pipeline; what differs although no head has moved is written here, because the pipeline would take it to be fresh.
import { foldCoverage } from "#shared/domain/fold-coverage.ts";
import { coverageDifferences } from "#shared/domain/reconcile/coverage-differences.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { generationOf, type StoredCoverage } from "#shared/domain/stored-coverage.ts";
import type { Head } from "#shared/domain/upload.ts";
import type { Gap, ReconcilePorts } from "./needs.ts";

type Ports = Pick<ReconcilePorts, "heads" | "slices" | "coverage" | "coverageUpdates">;

export async function coverageGaps(ports: Ports, regency: RegencyCode): Promise<readonly Gap[]> {
  for (;;) {
    const stored = await ports.coverage.current(regency);
    const heads = await ports.heads.ofRegency(regency);
    if (heads.length === 0) return [];
    const missing = await missingSlices(ports, heads);
    // A head that has moved meanwhile tells that the slices were replaced, not lost.
    if (missing.length > 0 && generationOf(await ports.heads.ofRegency(regency)) !== generationOf(heads)) continue;
    if (missing.length > 0) return missing;
    if (stored === null) return [behind(ports, regency, "coverage-missing", heads)];
    if (stored.generation !== generationOf(heads)) return [behind(ports, regency, "coverage-behind", heads)];
    const counted = await countedAnew(ports, heads, stored);
    if (counted === null) continue;
    const differences = coverageDifferences(stored.coverage, counted.coverage);
    if (differences.length === 0) return [];
    return [
      {
        finding: { kind: "coverage-differs", scope: regency, about: differences.join(", ") },
        mend: () => replaceStored(ports, regency, stored),
      },
    ];
  }
}

async function missingSlices({ slices }: Ports, heads: readonly Head[]): Promise<readonly Gap[]> {
  const gaps: Gap[] = [];
  const missing = await slices.missing(heads);
  for (const { roster } of heads) {
    const own = missing.filter((key) => key.startsWith(`${roster}@`));
    if (own.length > 0)
      gaps.push({ finding: { kind: "slices-missing", scope: roster, about: own.join(", ") }, mend: null });
  }
  return gaps;
}

/** The newest file's day is one that the regency has seen, or will see by this message. */
function behind(
  ports: Ports,
  regency: RegencyCode,
  kind: "coverage-missing" | "coverage-behind",
  heads: readonly Head[],
): Gap {
  const days = heads.flatMap(({ reportedOn }) => reportedOn ?? []).sort();
  const asOf = days.at(-1);
  return {
    finding: { kind, scope: regency, about: asOf ?? "-" },
    mend:
      asOf === undefined
        ? null
        : () => ports.coverageUpdates.send([{ type: "coverage-update", regency, asOf, cause: "roster" }]),
  };
}

/** Over the months that are stored; null when a slice is gone meanwhile. */
async function countedAnew(
  { slices }: Ports,
  heads: readonly Head[],
  stored: StoredCoverage,
): Promise<StoredCoverage | null> {
  const read = await slices.read(heads);
  if (read === null) return null;
  const rosters = heads.map(({ roster, current }, index) => ({ roster, version: current, slices: read[index] ?? [] }));
  return { ...stored, generation: generationOf(heads), coverage: foldCoverage(rosters, stored.window) };
}

/** The ticket is taken before anything is read. Whoever has written under a higher one meanwhile has counted anew as well. */
async function replaceStored(ports: Ports, regency: RegencyCode, stored: StoredCoverage): Promise<void> {
  for (;;) {
    const { ticket } = await ports.coverage.takeTicket(regency, stored.asOf);
    const counted = await countedAnew(ports, await ports.heads.ofRegency(regency), stored);
    if (counted === null) continue;
    await ports.coverage.write(regency, { ...counted, ticket }, stored);
    return ports.coverageUpdates.send([{ type: "coverage-update", regency, asOf: stored.asOf, cause: "roster" }]);
  }
}
