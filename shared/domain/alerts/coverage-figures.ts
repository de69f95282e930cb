// What a regency's coverage is at a moment, as it is told to those who decide about alerts: figures over months, never differences. In every month
// the sum over rosters − the overlap = the covered workers; the same within each segment.
import { type Steps, sumOfSteps } from "../coverage.ts";
import type { Day } from "../day.ts";
import type { Month } from "../month.ts";
import type { Agreement } from "../reference/agreement.ts";
import type { Months } from "../reference/expected-lists.ts";
import type { Target } from "../reference/target.ts";
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
  readonly contributionRupiah: Steps;
  /** Months for which a list is expected, ascending, adjoining ones joined: what ends within them is no certain end. */
  readonly expected: readonly Months[];
  /** Whether its newest file may be wrong: removals that had waited, or so many rejected rows; and enrolments that were erased since. null: not known. */
  readonly doubt: {
    readonly released: boolean;
    readonly rejected: number;
    readonly erased?: number | undefined;
  } | null;
}

/** An agreement with what its rosters cost and how many they cover, over its periods. */
export interface AgreementSteps {
  readonly agreement: Agreement;
  readonly workers: Steps;
  readonly contributionRupiah: Steps;
  /** When each of its rosters last reported; null: never. */
  readonly reports: readonly { readonly roster: RosterId; readonly reportedOn: Day | null }[];
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
  /** Covered workers by segment; who is in two stands in both. */
  readonly segments: Readonly<Partial<Record<Segment, Steps>>>;
  readonly rosters: readonly RosterSteps[];
  readonly agreements: readonly AgreementSteps[];
  readonly workforces: readonly Workforce[];
  readonly targets: readonly Target[];
}

/** The levels of which a fall is told: of the regency, or of one segment. */
export type ScopeFigures = Pick<CoverageFigures, "asOf" | "covered" | "overlap" | "rosters">;

export function figuresOfSegment(figures: CoverageFigures, segment: Segment): ScopeFigures {
  const rosters = figures.rosters.filter((one) => one.segment === segment);
  const covered = figures.segments[segment] ?? [];
  const sum = sumOfSteps(rosters.map(({ workers }) => workers));
  return { asOf: figures.asOf, covered, rosters, overlap: differenceOf(sum, covered) };
}

function differenceOf(a: Steps, b: Steps): Steps {
  return sumOfSteps([a, b.map(([month, value]): readonly [Month, number] => [month, -value])]);
}
