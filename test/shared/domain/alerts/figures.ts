// Builders of coverage figures for tests: only the fields that matter; covered is what the rosters and the overlap leave.
import fc from "fast-check";
import type { CoverageFigures, RosterSteps } from "#shared/domain/alerts/coverage-figures.ts";
import { type Steps, stepAt, stepsOf, sumOfSteps } from "#shared/domain/coverage.ts";
import { day } from "#shared/domain/day.ts";
import { type Month, month, monthNumber, monthsBetween } from "#shared/domain/month.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { type RosterId, rosterId } from "#shared/domain/roster.ts";
import type { Segment } from "#shared/domain/segment.ts";

const FIRST = month("2022-01");
const LAST = month("2025-12");

/** `since("2022-11", 24000, "2024-01", 0)`. */
export function since(...changes: readonly (string | number)[]): Steps {
  const steps: [Month, number][] = [];
  for (let place = 0; place < changes.length; place += 2) {
    steps.push([month(String(changes[place])), Number(changes[place + 1])]);
  }
  return steps;
}

export interface FiguresNow {
  readonly asOf: string;
  readonly ticket: number;
  readonly closing?: boolean;
}

/** A roster with the fields that matter; the rest says nothing. */
export type SomeRoster = Pick<RosterSteps, "roster" | "segment" | "workers"> & Partial<RosterSteps>;

const NOTHING_MORE = { contributionRupiah: [], expected: [], doubt: null };

/** Who is in two rosters is in two segments: the overlap lies between them. */
export function figuresOf(some: readonly SomeRoster[], overlap: Steps, now: FiguresNow): CoverageFigures {
  const rosters = some.map((one): RosterSteps => ({ ...NOTHING_MORE, ...one }));
  const covered = monthsBetween(FIRST, LAST).map(
    (at) => rosters.reduce((sum, { workers }) => sum + stepAt(workers, at), 0) - stepAt(overlap, at),
  );
  return {
    regency: regencyCode("14.03"),
    name: "Kabupaten Bengkalis",
    asOf: day(now.asOf),
    ticket: now.ticket,
    closing: now.closing ?? true,
    covered: stepsOf(FIRST, covered),
    overlap,
    segments: segmentsOf(rosters),
    rosters,
    agreements: [],
    workforces: [],
    targets: [],
  };
}

function segmentsOf(rosters: readonly RosterSteps[]): CoverageFigures["segments"] {
  const segments: Partial<Record<Segment, Steps>> = {};
  for (const { segment } of rosters) {
    segments[segment] = sumOfSteps(rosters.filter((one) => one.segment === segment).map(({ workers }) => workers));
  }
  return segments;
}

/** One roster with a level that holds in all months. */
export function level(workers: number, now: FiguresNow): CoverageFigures {
  const roster: SomeRoster = { roster: rosterId("14.03/ppu/a"), segment: "ppu", workers: [[FIRST, workers]] };
  return figuresOf([roster], [], now);
}

const NAMES: readonly RosterId[] = ["a", "b", "c", "d"].flatMap((slug) => [
  rosterId(`14.03/ppu/${slug}`),
  rosterId(`14.03/rentan/${slug}`),
]);
const steps = (most: number): fc.Arbitrary<Steps> =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: FIRST, max: LAST }).map(monthNumber), fc.nat(most)), {
      maxLength: 5,
      selector: ([at]) => at,
    })
    .map((list) => list.toSorted(([a], [b]) => a - b));

/** Any rosters, some alone, some together. */
export const anyRosters: fc.Arbitrary<readonly SomeRoster[]> = fc
  .tuple(
    fc.subarray([...NAMES]),
    fc.array(steps(30_000), { minLength: 8, maxLength: 8 }),
    fc.subarray(["ppu", "rentan", "bpu"] as const),
    fc.array(steps(400), { minLength: 3, maxLength: 3 }),
  )
  .map(([alone, own, together, sums]) => [
    ...alone.map((roster, place) => ({
      roster,
      segment: roster.includes("ppu") ? ("ppu" as const) : ("rentan" as const),
      workers: own[place] ?? [],
    })),
    ...together.map((segment, place) => ({ roster: null, segment, workers: sums[place] ?? [] })),
  ]);

export const anyOverlap: fc.Arbitrary<Steps> = steps(50);
