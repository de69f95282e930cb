// Folds the enrolments of a regency's rosters into its coverage, month by month. The result depends only on what is enrolled where: not on the
// order of rosters, nor on how a roster is cut into slices. Every worker counts once, however many enrolments there are.
import type { RegencyCoverage } from "./coverage.ts";
import { countRepeatedWorker } from "./fold/count-repeated-workers.ts";
import { countRows } from "./fold/count-rows.ts";
import { employerLanes } from "./fold/employer-lanes.ts";
import { readMonths, readRosters } from "./fold/read-coverage.ts";
import { placeRows, visitRepeatedWorkers } from "./fold/regency-rows.ts";
import { regencyTallies } from "./fold/regency-tallies.ts";
import type { Month } from "./month.ts";
import type { PackedEnrolments } from "./packed-enrolments.ts";
import type { RosterId } from "./roster.ts";

/** One version of a roster, whole. */
export interface RosterSlices {
  readonly roster: RosterId;
  readonly version: number;
  readonly slices: readonly PackedEnrolments[];
}

/** Months from `first` to `last`, both included. */
export interface MonthWindow {
  readonly first: Month;
  readonly last: Month;
}

/**
 * Each roster stands once in `rosters`.
 * @throws RangeError above 16.7 million enrolments
 */
export function foldCoverage(rosters: readonly RosterSlices[], window: MonthWindow): RegencyCoverage {
  const { first } = window;
  const months = Math.max(0, window.last - first + 1);
  const sorted = rosters.toSorted((a, b) => (a.roster < b.roster ? -1 : 1));
  const rows = placeRows(sorted);
  const employers = employerLanes(rows.slices);
  const ids = sorted.map(({ roster }) => roster);
  const tallies = regencyTallies(ids, employers.count, months);
  const repeated = new Uint8Array(rows.count);
  visitRepeatedWorkers(rows, (sameWorker) => {
    for (const row of sameWorker) repeated[row] = 1;
    countRepeatedWorker(rows, sameWorker, first, tallies);
  });
  countRows(rows, repeated, employers, first, tallies);
  return {
    months: readMonths(tallies, first),
    rosters: readRosters(tallies, sorted, first),
    overlaps: tallies.pairs.largest(first),
  };
}
