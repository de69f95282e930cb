// The tallies of a regency read as coverage. Groups without a worker in a month are left out of that month.
import type { MonthCoverage, RosterFigures } from "../coverage.ts";
import { stepsOf } from "../coverage.ts";
import { type Month, monthNumber } from "../month.ts";
import { type Occupation, occupationCode, occupationOf } from "../occupation.ts";
import { PROGRAMMES } from "../programme.ts";
import type { RosterId } from "../roster.ts";
import { SEGMENT_CODES } from "../segment.ts";
import { laneValues, type MonthlyTally } from "./monthly-tally.ts";
import type { RegencyTallies } from "./regency-tallies.ts";

const NOT_STATED = occupationCode("tidak-disebut");
const NO_EMPLOYER = 0;

export function readRosters(
  tallies: RegencyTallies,
  rosters: readonly { readonly roster: RosterId; readonly version: number }[],
  first: Month,
): readonly RosterFigures[] {
  return rosters.map(({ roster, version }, place) => ({
    roster,
    version,
    workers: stepsOf(first, laneValues(tallies.rosters, place)),
    contributionRupiah: stepsOf(first, laneValues(tallies.contributions, place)),
  }));
}

export function readMonths(tallies: RegencyTallies, first: Month): readonly MonthCoverage[] {
  const covered = laneValues(tallies.covered, 0);
  const inRosters = sumOfLanes(tallies.rosters);
  const contributions = sumOfLanes(tallies.contributions);
  const employers = countOfLanes(tallies.employers, NO_EMPLOYER);
  const segments = lanesOf(tallies.segments);
  const programmeSets = lanesOf(tallies.programmeSets);
  const occupations = lanesOf(tallies.occupations);
  return Array.from(covered, (workers, at) => ({
    month: monthNumber(first + at),
    covered: workers,
    segments: namedCounts(SEGMENT_CODES, (place) => segments[place]?.[at] ?? 0),
    programmes: namedCounts(PROGRAMMES, (bit) =>
      sumOf(programmeSets, (values, set) => ((set >> bit) & 1) * (values[at] ?? 0)),
    ),
    employers: employers[at] ?? 0,
    occupations: occupationCounts(occupations, at),
    overlap: (inRosters[at] ?? 0) - workers,
    contributionRupiah: contributions[at] ?? 0,
  }));
}

function laneCount(tally: MonthlyTally): number {
  return tally.differences.length / (tally.months + 1);
}

function lanesOf(tally: MonthlyTally): readonly Float64Array[] {
  return Array.from({ length: laneCount(tally) }, (_, lane) => laneValues(tally, lane));
}

function sumOfLanes(tally: MonthlyTally): Float64Array {
  const sums = new Float64Array(tally.months);
  for (let lane = 0; lane < laneCount(tally); lane += 1) {
    laneValues(tally, lane).forEach((value, at) => {
      sums[at] = (sums[at] ?? 0) + value;
    });
  }
  return sums;
}

/** How many lanes are above 0, per month. */
function countOfLanes(tally: MonthlyTally, without: number): Float64Array {
  const counts = new Float64Array(tally.months);
  for (let lane = 0; lane < laneCount(tally); lane += 1) {
    if (lane === without) continue;
    laneValues(tally, lane).forEach((value, at) => {
      if (value > 0) counts[at] = (counts[at] ?? 0) + 1;
    });
  }
  return counts;
}

function sumOf(lanes: readonly Float64Array[], part: (values: Float64Array, lane: number) => number): number {
  let sum = 0;
  lanes.forEach((values, lane) => {
    sum += part(values, lane);
  });
  return sum;
}

function namedCounts<Name extends string>(
  names: readonly Name[],
  countAt: (place: number) => number,
): Readonly<Partial<Record<Name, number>>> {
  const counts: Partial<Record<Name, number>> = {};
  names.forEach((name, place) => {
    const count = countAt(place);
    if (count > 0) counts[name] = count;
  });
  return counts;
}

/** Codes that no group has are counted with the others. */
function occupationCounts(lanes: readonly Float64Array[], at: number): Readonly<Partial<Record<Occupation, number>>> {
  const counts: Partial<Record<Occupation, number>> = {};
  lanes.forEach((values, code) => {
    const count = values[at] ?? 0;
    if (count === 0 || code === NOT_STATED) return;
    const occupation = occupationOf(code);
    counts[occupation] = (counts[occupation] ?? 0) + count;
  });
  return counts;
}
