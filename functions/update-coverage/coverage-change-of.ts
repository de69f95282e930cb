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
import { expectedLists, type Months } from "#shared/domain/reference/expected-lists.ts";
import type { RegencyReference } from "#shared/domain/reference/regency-reference.ts";
import { type RegencyCode, regencyName } from "#shared/domain/region.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { SEGMENT_CODES, type Segment } from "#shared/domain/segment.ts";
import type { Head } from "#shared/domain/upload.ts";
import { agreementSteps } from "./agreement-steps.ts";

/** Rosters that stay below this in every month are told together. */
const SMALL_ROSTER = 100;

type ExpectedLists = ReadonlyMap<RosterId, readonly Months[]>;

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
  const expected = expectedLists(reference.agreements);
  return {
    type: "coverage-change",
    regency,
    name: regencyName(regency),
    ...now,
    covered: figure((month) => month.covered),
    overlap: figure((month) => month.overlap),
    segments: bySegment(figure),
    rosters: [...large(coverage.rosters, heads, expected), ...smallTogether(coverage.rosters, expected)],
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
  expected: ExpectedLists,
): readonly RosterSteps[] {
  const known = new Map(heads.map((head) => [head.roster, head]));
  return rosters
    .filter((figures) => !isSmall(figures))
    .map(({ roster, workers, contributionRupiah }) => ({
      roster,
      segment: rosterParts(roster).segment,
      workers,
      contributionRupiah,
      expected: expected.get(roster) ?? [],
      doubt: known.get(roster)?.latest ?? null,
    }));
}

/** Those whose lists are expected for the same months together: what they protect ends on the same day. */
function smallTogether(rosters: readonly RosterFigures[], expected: ExpectedLists): readonly RosterSteps[] {
  const small = rosters.filter(isSmall).map((figures) => {
    const { segment } = rosterParts(figures.roster);
    return { figures, segment, expected: expected.get(figures.roster) ?? [] };
  });
  const alike = Map.groupBy(small, (one) => JSON.stringify([one.segment, one.expected]));
  return [...alike.values()].flatMap((group) =>
    group.slice(0, 1).map((one) => ({
      roster: null,
      segment: one.segment,
      workers: sumOfSteps(group.map(({ figures }) => figures.workers)),
      contributionRupiah: sumOfSteps(group.map(({ figures }) => figures.contributionRupiah)),
      expected: one.expected,
      doubt: null,
    })),
  );
}

function isSmall({ workers }: RosterFigures): boolean {
  return workers.every(([, count]) => count < SMALL_ROSTER);
}
