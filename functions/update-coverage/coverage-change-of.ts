// The message that tells a regency's coverage: figures over the months of the window. Rosters that never reach 100 workers stand together by segment.
import type { CoverageChange } from "#events/coverage-change.ts";
import type { MonthCoverage, RegencyCoverage, RosterFigures, Steps } from "#shared/domain/coverage.ts";
import { stepsOf } from "#shared/domain/coverage.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Month } from "#shared/domain/month.ts";
import { monthOfDay } from "#shared/domain/month.ts";
import type { RegencyReference } from "#shared/domain/reference/regency-reference.ts";
import { type RegencyCode, regencyName } from "#shared/domain/region.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import type { Segment } from "#shared/domain/segment.ts";
import { workforceOf } from "#shared/domain/workforce.ts";

/** Rosters that stay below this in every month are told together. */
const SMALL_ROSTER = 100;

export function coverageChangeOf(
  { regency, reference }: { readonly regency: RegencyCode; readonly reference: RegencyReference },
  coverage: RegencyCoverage,
  now: { readonly ticket: number; readonly asOf: Day; readonly closing: boolean },
): CoverageChange {
  const first = coverage.months[0]?.month ?? monthOfDay(now.asOf);
  const figure = (of: (month: MonthCoverage) => number): Steps => stepsOf(first, coverage.months.map(of));
  return {
    type: "coverage-change",
    regency,
    name: regencyName(regency),
    ...now,
    covered: figure((month) => month.covered),
    overlap: figure((month) => month.overlap),
    rosters: [...large(coverage.rosters), ...smallTogether(coverage.rosters)],
    workforce: workforceOf(reference.workforces, monthOfDay(now.asOf)),
  };
}

function large(rosters: readonly RosterFigures[]): CoverageChange["rosters"] {
  return rosters
    .filter((figures) => !isSmall(figures))
    .map(({ roster, workers }) => ({ roster, segment: rosterParts(roster).segment, workers }));
}

function smallTogether(rosters: readonly RosterFigures[]): CoverageChange["rosters"] {
  const bySegment = new Map<Segment, Steps[]>();
  for (const figures of rosters.filter(isSmall)) {
    const { segment } = rosterParts(figures.roster);
    bySegment.set(segment, [...(bySegment.get(segment) ?? []), figures.workers]);
  }
  return [...bySegment].map(([segment, workers]) => ({ roster: null, segment, workers: sumOfSteps(workers) }));
}

function isSmall(figures: RosterFigures): boolean {
  return figures.workers.every(([, workers]) => workers < SMALL_ROSTER);
}

/** The sum of several stepped figures, as steps. */
export function sumOfSteps(all: readonly Steps[]): Steps {
  const changes = new Map<Month, number>();
  for (const steps of all) {
    let before = 0;
    for (const [month, value] of steps) {
      changes.set(month, (changes.get(month) ?? 0) + value - before);
      before = value;
    }
  }
  let sum = 0;
  return [...changes]
    .sort(([a], [b]) => a - b)
    .map(([month, change]): readonly [Month, number] => {
      sum += change;
      return [month, sum];
    });
}
