// Workers protected by two rosters at once, per pair of rosters and month. A worker of k rosters stands in k × (k − 1) / 2 pairs.
import type { OverlapPair } from "../coverage.ts";
import { stepsOf } from "../coverage.ts";
import type { Month } from "../month.ts";
import type { RosterId } from "../roster.ts";
import { addRange, lanePeak, laneValues, type MonthlyTally, monthlyTally, withLanes } from "./monthly-tally.ts";

const MOST_PAIRS_TOLD = 100;

export interface OverlapPairs {
  /** Adds one worker in the months `from` (included) to `to` (excluded); `a` and `b` are places in the sorted list of rosters. */
  add(a: number, b: number, from: number, to: number): void;
  /** The pairs with the largest overlap in any month, largest first. */
  largest(first: Month): readonly OverlapPair[];
}

/** `rosters` are sorted. */
export function overlapPairs(rosters: readonly RosterId[], months: number): OverlapPairs {
  const laneOf = new Map<number, number>();
  let room = 64;
  let tally: MonthlyTally = monthlyTally(room, months);

  const lane = (a: number, b: number): number => {
    const key = Math.min(a, b) * rosters.length + Math.max(a, b);
    const known = laneOf.get(key);
    if (known !== undefined) return known;
    const next = laneOf.size;
    if (next === room) {
      room *= 2;
      tally = withLanes(tally, room);
    }
    laneOf.set(key, next);
    return next;
  };
  const pairOf = (key: number): readonly [RosterId, RosterId] => {
    const [a, b] = [rosters[Math.floor(key / rosters.length)], rosters[key % rosters.length]];
    if (a === undefined || b === undefined) throw new RangeError(`no pair ${key}`);
    return [a, b];
  };

  return {
    add(a, b, from, to) {
      // The lane first: making room for it replaces the tally.
      const place = lane(a, b);
      addRange(tally, place, from, to, 1);
    },
    largest(first) {
      return [...laneOf]
        .map(([key, place]) => ({ key, place, most: lanePeak(tally, place) }))
        .sort((a, b) => b.most - a.most || a.key - b.key)
        .slice(0, MOST_PAIRS_TOLD)
        .map(({ key, place }) => ({ rosters: pairOf(key), workers: stepsOf(first, laneValues(tally, place)) }));
    },
  };
}
