// The coverage of a regency as the Coverage table keeps it, and when it has to be folded anew.
//
// A fold reaches three years ahead although two are shown: so, for a year of days without new data, the daily run finds all it needs in the stored
// months and leaves the registry alone.
import type { RegencyCoverage } from "./coverage.ts";
import type { Day } from "./day.ts";
import { addMonths, type Month, monthOfDay } from "./month.ts";
import type { Head } from "./upload.ts";

const MONTHS_BACK = 12;
/** How far ahead people are shown. */
export const MONTHS_AHEAD = 24;
const MONTHS_OF_SLACK = 12;

export interface StoredCoverage {
  readonly ticket: number;
  readonly asOf: Day;
  /** `generationOf` the heads that were folded. */
  readonly generation: number;
  readonly window: { readonly first: Month; readonly last: Month };
  readonly coverage: RegencyCoverage;
}

/** The months of a fold. */
export function foldWindow(asOf: Day): { readonly first: Month; readonly last: Month } {
  const now = monthOfDay(asOf);
  return { first: addMonths(now, -MONTHS_BACK), last: addMonths(now, MONTHS_AHEAD + MONTHS_OF_SLACK) };
}

/** Rises whenever a head of the regency moves: versions only grow. */
export function generationOf(heads: readonly Head[]): number {
  return heads.reduce((sum, head) => sum + head.current, 0);
}

/** Whether stored months still say all there is to say on this day. */
export function isFresh(stored: StoredCoverage, heads: readonly Head[], asOf: Day): boolean {
  const now = monthOfDay(asOf);
  return (
    stored.generation === generationOf(heads) &&
    now >= stored.window.first &&
    addMonths(now, MONTHS_AHEAD) <= stored.window.last
  );
}
