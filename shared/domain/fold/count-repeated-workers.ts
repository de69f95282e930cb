// Workers with several rows. The months of such a worker fall into stretches in which the same rows hold; each stretch is counted once.
import type { Month } from "../month.ts";
import { firstMonthAt, lastMonthAt, occupationAt, programmesAt } from "../packed-enrolments.ts";
import { includesAll, JKK_JKM, type ProgrammeSet } from "../programme.ts";
import { SEGMENT_CODES } from "../segment.ts";
import { addRange } from "./monthly-tally.ts";
import { type RegencyRows, sliceAt } from "./regency-rows.ts";
import type { RegencyTallies } from "./regency-tallies.ts";

/** What counts of a row; months from the first of the window on, `from` included, `to` excluded, not cut to the window. */
interface WorkerRow {
  readonly from: number;
  readonly to: number;
  readonly roster: number;
  readonly segment: number;
  readonly programmes: ProgrammeSet;
  readonly occupation: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Counts one worker in everything that counts workers; `sameWorker` are the running numbers of all his rows. */
export function countRepeatedWorker(
  rows: RegencyRows,
  sameWorker: readonly number[],
  first: Month,
  tallies: RegencyTallies,
): void {
  const held = sameWorker.map((at) => workerRow(rows, at, first)).sort(beginningFirst);
  for (let from = 0; from < tallies.months; ) {
    const to = endOfStretch(held, from, tallies.months);
    countStretch(held, { from, to }, tallies);
    from = to;
  }
}

function workerRow(rows: RegencyRows, at: number, first: Month): WorkerRow {
  const { table, start, roster, segment } = sliceAt(rows, at);
  const row = at - start;
  return {
    from: firstMonthAt(table, row) - first,
    to: lastMonthAt(table, row) - first + 1,
    roster,
    segment,
    programmes: programmesAt(table, row),
    occupation: occupationAt(table, row),
  };
}

/**
 * Which row gives the occupation: the one that began first; among those of one month that of the first roster, then the highest code, so that a
 * stated occupation goes before one that is not.
 */
function beginningFirst(a: WorkerRow, b: WorkerRow): number {
  return a.from - b.from || a.roster - b.roster || b.occupation - a.occupation;
}

/** The next month after `from` in which a row begins or no longer holds. */
function endOfStretch(held: readonly WorkerRow[], from: number, months: number): number {
  let end = months;
  for (const row of held) {
    if (row.from > from && row.from < end) end = row.from;
    if (row.to > from && row.to < end) end = row.to;
  }
  return end;
}

/** Counts the months of a stretch, in which no row begins or ends. */
function countStretch(held: readonly WorkerRow[], { from, to }: Stretch, tallies: RegencyTallies): void {
  const rosters: number[] = [];
  let segments = 0;
  let programmes = 0;
  let occupation = 0;
  for (const row of held) {
    if (row.from > from || row.to <= from) continue;
    programmes |= row.programmes;
    if (!includesAll(row.programmes, JKK_JKM)) continue;
    if (rosters.length === 0) occupation = row.occupation;
    segments |= 1 << row.segment;
    if (!rosters.includes(row.roster)) rosters.push(row.roster);
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
    for (let other = place + 1; other < rosters.length; other += 1) {
      tallies.pairs.add(roster, rosters[other] ?? roster, from, to);
    }
  });
}
