// Workers with several rows. The months of such a worker fall into stretches in which the same rows hold; each stretch is counted once.
import type { Month } from "../month.ts";
import { firstMonthAt, lastMonthAt, occupationAt, programmesAt } from "../packed-enrolments.ts";
import { includesAll, JKK_JKM } from "../programme.ts";
import { SEGMENT_CODES } from "../segment.ts";
import { addRange } from "./monthly-tally.ts";
import { type RegencyRows, sliceAt } from "./regency-rows.ts";
import type { RegencyTallies } from "./regency-tallies.ts";

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Counts one worker in everything that counts workers; `sameWorker` are the running numbers of all his rows. */
export function countRepeatedWorker(
  rows: RegencyRows,
  sameWorker: Uint32Array,
  first: Month,
  tallies: RegencyTallies,
): void {
  const order = sameWorker.toSorted((a, b) => beginningFirst(rows, a, b));
  for (let from = 0; from < tallies.months; ) {
    const to = endOfStretch(rows, order, first, from, tallies.months);
    countStretch(rows, order, first, { from, to }, tallies);
    from = to;
  }
}

/**
 * Which row gives the occupation: the one that began first; among those of one month that of the first roster, then the highest code, so that a
 * stated occupation goes before one that is not.
 */
function beginningFirst(rows: RegencyRows, a: number, b: number): number {
  const sliceA = sliceAt(rows, a);
  const sliceB = sliceAt(rows, b);
  const rowA = a - sliceA.start;
  const rowB = b - sliceB.start;
  return (
    firstMonthAt(sliceA.table, rowA) - firstMonthAt(sliceB.table, rowB) ||
    sliceA.roster - sliceB.roster ||
    occupationAt(sliceB.table, rowB) - occupationAt(sliceA.table, rowA)
  );
}

/** The next month after `from` in which a row begins or no longer holds. */
function endOfStretch(rows: RegencyRows, order: Uint32Array, first: Month, from: number, months: number): number {
  let end = months;
  for (const at of order) {
    const slice = sliceAt(rows, at);
    const begins = firstMonthAt(slice.table, at - slice.start) - first;
    const ends = lastMonthAt(slice.table, at - slice.start) - first + 1;
    if (begins > from && begins < end) end = begins;
    if (ends > from && ends < end) end = ends;
  }
  return end;
}

/** Counts what holds in the months `from` (included) to `to` (excluded), in which no row begins or ends. */
function countStretch(
  rows: RegencyRows,
  order: Uint32Array,
  first: Month,
  { from, to }: Stretch,
  tallies: RegencyTallies,
): void {
  const rosters: number[] = [];
  let segments = 0;
  let programmes = 0;
  let occupation = 0;
  for (const at of order) {
    const { table, start, roster, segment } = sliceAt(rows, at);
    const row = at - start;
    if (firstMonthAt(table, row) - first > from || lastMonthAt(table, row) - first < from) continue;
    const held = programmesAt(table, row);
    programmes |= held;
    if (!includesAll(held, JKK_JKM)) continue;
    if (rosters.length === 0) occupation = occupationAt(table, row);
    segments |= 1 << segment;
    if (!rosters.includes(roster)) rosters.push(roster);
  }
  if (rosters.length === 0) return;
  addRange(tallies.covered, 0, from, to, 1);
  addRange(tallies.programmeSets, programmes, from, to, 1);
  addRange(tallies.occupations, occupation, from, to, 1);
  for (let segment = 0; segment < SEGMENT_CODES.length; segment += 1) {
    if (((segments >> segment) & 1) === 1) addRange(tallies.segments, segment, from, to, 1);
  }
  rosters.forEach((roster, place) => {
    addRange(tallies.rosters, roster, from, to, 1);
    for (const other of rosters.slice(place + 1)) tallies.pairs.add(roster, other, from, to);
  });
}
