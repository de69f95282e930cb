// A regency's coverage in one month, remembered with all that is needed to explain later what changed since.
import { stepAt } from "../coverage.ts";
import type { Month } from "../month.ts";
import type { RosterId } from "../roster.ts";
import type { Segment } from "../segment.ts";
import type { CoverageFigures } from "./coverage-figures.ts";

export interface RosterCount {
  /** null: the small rosters of a segment together. */
  readonly roster: RosterId | null;
  readonly segment: Segment;
  readonly workers: number;
}

/** sum over rosters − overlap = level. */
export interface Reference {
  readonly month: Month;
  /** Covered workers, distinct. */
  readonly level: number;
  readonly overlap: number;
  readonly rosters: readonly RosterCount[];
}

export function referenceOf(figures: CoverageFigures, month: Month): Reference {
  return {
    month,
    level: stepAt(figures.covered, month),
    overlap: stepAt(figures.overlap, month),
    // Those without a worker too: that a roster was told alone is needed to compare it with itself later.
    rosters: figures.rosters.map(({ roster, segment, workers }) => ({
      roster,
      segment,
      workers: stepAt(workers, month),
    })),
  };
}
