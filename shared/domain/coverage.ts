// Coverage of one regency: what the fold of its rosters gives, month by month.
import type { Month } from "./month.ts";
import type { Occupation } from "./occupation.ts";
import type { Programme } from "./programme.ts";
import type { RosterId } from "./roster.ts";
import type { Segment } from "./segment.ts";

/** A figure over the months as steps: `[month, value]` holds from that month until the next step; before the first step it is 0. */
export type Steps = readonly (readonly [Month, number])[];

export interface MonthCoverage {
  readonly month: Month;
  /** Distinct workers with an enrolment of at least JKK + JKM in this month. */
  readonly covered: number;
  /** The same by segment; a worker in two segments stands in both. */
  readonly segments: Readonly<Partial<Record<Segment, number>>>;
  /** Distinct covered workers by programme, over all their enrolments of the month. */
  readonly programmes: Readonly<Partial<Record<Programme, number>>>;
  /** Distinct employers (NPP) with a covered worker. */
  readonly employers: number;
  /** Covered workers by occupation group of their first covering enrolment; groups not stated are left out. */
  readonly occupations: Readonly<Partial<Record<Occupation, number>>>;
  /** What the rosters count together beyond `covered`: sum over rosters − covered. */
  readonly overlap: number;
  /** Of all enrolments, covered or not, priced per enrolment and month. */
  readonly contributionRupiah: number;
}

export interface RosterFigures {
  readonly roster: RosterId;
  readonly version: number;
  /** Distinct covered workers of this roster alone. */
  readonly workers: Steps;
  readonly contributionRupiah: Steps;
}

/** A month that has left the window, as it was last known, with what each roster was in it. */
export interface ClosedMonth extends MonthCoverage {
  readonly rosters: readonly RosterInMonth[];
}

export interface RosterInMonth {
  readonly roster: RosterId;
  readonly workers: number;
  readonly contributionRupiah: number;
}

/** Rosters without workers and contributions are left out. */
export function closedMonth(month: MonthCoverage, rosters: readonly RosterFigures[]): ClosedMonth {
  const figures = rosters.map(({ roster, workers, contributionRupiah }) => ({
    roster,
    workers: stepAt(workers, month.month),
    contributionRupiah: stepAt(contributionRupiah, month.month),
  }));
  return { ...month, rosters: figures.filter((one) => one.workers > 0 || one.contributionRupiah > 0) };
}

/** Two rosters that protect the same workers in the same months. */
export interface OverlapPair {
  readonly rosters: readonly [RosterId, RosterId];
  readonly workers: Steps;
}

export interface RegencyCoverage {
  /** One per month of the window, without gaps, ascending. */
  readonly months: readonly MonthCoverage[];
  /** By roster id, ascending. */
  readonly rosters: readonly RosterFigures[];
  /** The pairs with the largest overlap in any month of the window, largest first, at most 100. */
  readonly overlaps: readonly OverlapPair[];
}

/** The value of a stepped figure in a month. */
export function stepAt(steps: Steps, at: Month): number {
  let value = 0;
  for (const [from, next] of steps) {
    if (from > at) break;
    value = next;
  }
  return value;
}

/** Steps from one value per month, beginning with month `first`. */
export function stepsOf(first: Month, values: ArrayLike<number>): Steps {
  const steps: [Month, number][] = [];
  let before = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? 0;
    if (value !== before) steps.push([(first + index) as Month, value]);
    before = value;
  }
  return steps;
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
