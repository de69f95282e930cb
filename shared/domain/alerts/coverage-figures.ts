// What a regency's coverage is at a moment, as it is told to those who decide about alerts: figures over months, never differences. In every month
// the sum over rosters − the overlap = the covered workers.
import type { Steps } from "../coverage.ts";
import type { Day } from "../day.ts";
import type { RegencyCode } from "../region.ts";
import type { RosterId } from "../roster.ts";
import type { Segment } from "../segment.ts";
import type { Workforce } from "../workforce.ts";

/** How many months the figures reach back from the month of `asOf`, at least. */
export const MONTHS_TOLD_BACK = 12;

export interface RosterSteps {
  /** null: the small rosters of a segment (never 100 workers in the window), together. */
  readonly roster: RosterId | null;
  readonly segment: Segment;
  readonly workers: Steps;
}

export interface CoverageFigures {
  readonly regency: RegencyCode;
  readonly name: string;
  readonly asOf: Day;
  /** Higher is newer; per regency. */
  readonly ticket: number;
  /** Whether this is the daily run, which closes the day before. */
  readonly closing: boolean;
  /** Covered workers, distinct, by month. */
  readonly covered: Steps;
  /** Sum over rosters − covered, by month. */
  readonly overlap: Steps;
  readonly rosters: readonly RosterSteps[];
  readonly workforce: Workforce | null;
}
