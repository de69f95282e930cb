// The message that tells a regency's coverage: figures over the months of the window, and what its agreements say and cost. Rosters that never reach
// 100 workers in the window stand together by segment.
import type { CoverageChange } from "#events/coverage-change.ts";
import type { RosterSteps } from "#shared/domain/alerts/coverage-figures.ts";
import {
  type ClosedMonth,
  type MonthCoverage,
  type RegencyCoverage,
  type RosterFigures,
  type Steps,
  stepsOf,
  sumOfSteps,
} from "#shared/domain/coverage.ts";
import type { Day } from "#shared/domain/day.ts";
import { monthOfDay } from "#shared/domain/month.ts";
import { rostersOf } from "#shared/domain/reference/agreement.ts";
import type { RegencyReference } from "#shared/domain/reference/regency-reference.ts";
import { type RegencyCode, regencyName } from "#shared/domain/region.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { SEGMENT_CODES, type Segment } from "#shared/domain/segment.ts";
import type { Head } from "#shared/domain/upload.ts";
import { agreementSteps } from "./agreement-steps.ts";

/** Rosters that stay below this in every month are told together. */
const SMALL_ROSTER = 100;

/** All that is known of a regency at a moment. */
export interface KnownCoverage {
  readonly regency: RegencyCode;
  readonly coverage: RegencyCoverage;
  readonly heads: readonly Head[];
  readonly reference: RegencyReference;
  /** Months before the window, with what each roster was then. */
  readonly closed: readonly ClosedMonth[];
}

export function coverageChangeOf(
  { regency, coverage, heads, reference, closed }: KnownCoverage,
  now: {
    readonly ticket: number;
    readonly asOf: Day;
    readonly closing: boolean;
    /** The newest upload that it was counted for. */
    readonly uploadId?: string;
  },
): CoverageChange {
  const first = coverage.months[0]?.month ?? monthOfDay(now.asOf);
  const figure = (of: (month: MonthCoverage) => number): Steps => stepsOf(first, coverage.months.map(of));
  const monthly = new Set(reference.agreements.filter(({ reporting }) => reporting !== null).flatMap(rostersOf));
  return {
    type: "coverage-change",
    regency,
    name: regencyName(regency),
    ...now,
    covered: figure((month) => month.covered),
    overlap: figure((month) => month.overlap),
    segments: bySegment(figure),
    rosters: [...large(coverage.rosters, heads, monthly), ...smallTogether(coverage.rosters, monthly)],
    agreements: reference.agreements.map((agreement) =>
      agreementSteps(agreement, coverage.rosters, heads, { closed, first }),
    ),
    workforces: reference.workforces,
    targets: reference.targets,
  };
}

function bySegment(figure: (of: (month: MonthCoverage) => number) => Steps): CoverageChange["segments"] {
  const segments: Partial<Record<Segment, Steps>> = {};
  for (const segment of SEGMENT_CODES) {
    const steps = figure((month) => month.segments[segment] ?? 0);
    if (steps.length > 0) segments[segment] = steps;
  }
  return segments;
}

function large(
  rosters: readonly RosterFigures[],
  heads: readonly Head[],
  monthly: ReadonlySet<RosterId>,
): readonly RosterSteps[] {
  const known = new Map(heads.map((head) => [head.roster, head]));
  return rosters
    .filter((figures) => !isSmall(figures))
    .map(({ roster, workers, contributionRupiah }) => ({
      roster,
      segment: rosterParts(roster).segment,
      workers,
      contributionRupiah,
      monthly: monthly.has(roster),
      doubt: known.get(roster)?.latest ?? null,
    }));
}

/** Those whose list comes every month apart from the others: what they protect has no certain end. */
function smallTogether(rosters: readonly RosterFigures[], monthly: ReadonlySet<RosterId>): readonly RosterSteps[] {
  const small = rosters.filter(isSmall);
  return [false, true].flatMap((comesMonthly) =>
    bySegmentTogether(
      small.filter(({ roster }) => monthly.has(roster) === comesMonthly),
      comesMonthly,
    ),
  );
}

function bySegmentTogether(small: readonly RosterFigures[], monthly: boolean): readonly RosterSteps[] {
  const segments = new Set(small.map(({ roster }) => rosterParts(roster).segment));
  return [...segments].map((segment) => {
    const together = small.filter(({ roster }) => rosterParts(roster).segment === segment);
    return {
      roster: null,
      segment,
      workers: sumOfSteps(together.map(({ workers }) => workers)),
      contributionRupiah: sumOfSteps(together.map(({ contributionRupiah }) => contributionRupiah)),
      monthly,
      doubt: null,
    };
  });
}

function isSmall({ workers }: RosterFigures): boolean {
  return workers.every(([, count]) => count < SMALL_ROSTER);
}
