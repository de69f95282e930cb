// Workers of a file whom another roster protects in the same months: somebody pays twice. A warning, never a reason to refuse: a person may have two
// jobs, and only people can settle who pays.
import { contributionRupiah } from "./contribution/contribution-rupiah.ts";
import { laterMonth, type Month, monthText, OPEN_END } from "./month.ts";
import {
  basisRupiahAt,
  compareWorkers,
  firstMonthAt,
  lastMonthAt,
  occupationAt,
  type PackedEnrolments,
  programmesAt,
  riskClassAt,
} from "./packed-enrolments.ts";
import type { RowProblem } from "./problem.ts";
import { type ProgrammeSet, programmeSet, programmesIn } from "./programme.ts";
import { type RosterId, rosterParts } from "./roster.ts";
import { problem } from "./roster-file/problems.ts";
import { SEGMENTS, type Segment } from "./segment.ts";

export interface FileEnrolments {
  readonly segment: Segment;
  /** Sorted by worker. */
  readonly enrolments: PackedEnrolments;
  readonly rowNumbers: Uint32Array;
}

export interface OtherRoster {
  readonly roster: RosterId;
  readonly slices: readonly PackedEnrolments[];
}

interface Shared {
  readonly first: Month;
  readonly last: Month;
  readonly programmes: ProgrammeSet;
}

/** A warning for each row and other roster that share months and programmes, in the order of rows. */
export function doubleProtection(file: FileEnrolments, others: readonly OtherRoster[]): readonly RowProblem[] {
  const warnings = others.flatMap(({ roster, slices }) =>
    [...sharedWith(file.enrolments, slices)].map(([row, shared]) => warningOf(file, row, roster, shared)),
  );
  return warnings.sort((a, b) => a.row - b.row);
}

/** What rows of the file share with one roster, by place in the file's table. */
function sharedWith(file: PackedEnrolments, slices: readonly PackedEnrolments[]): ReadonlyMap<number, Shared> {
  const shared = new Map<number, Shared>();
  for (const slice of slices) {
    for (let row = 0; row < slice.count; row += 1) {
      for (let mine = firstOfWorker(file, slice, row); isSame(file, mine, slice, row); mine += 1) {
        const both = overlapOf(file, mine, slice, row);
        if (both !== null) shared.set(mine, together(shared.get(mine), both));
      }
    }
  }
  return shared;
}

/** The first row of the file that is not before a worker; found by halving. */
function firstOfWorker(file: PackedEnrolments, slice: PackedEnrolments, row: number): number {
  let low = 0;
  let high = file.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareWorkers(file, middle, slice, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSame(file: PackedEnrolments, mine: number, slice: PackedEnrolments, row: number): boolean {
  return mine < file.count && compareWorkers(file, mine, slice, row) === 0;
}

function overlapOf(file: PackedEnrolments, mine: number, slice: PackedEnrolments, row: number): Shared | null {
  const first = laterMonth(firstMonthAt(file, mine), firstMonthAt(slice, row));
  const last = Math.min(lastMonthAt(file, mine), lastMonthAt(slice, row)) as Month;
  const given = programmesIn(programmesAt(slice, row));
  const programmes = programmeSet(...programmesIn(programmesAt(file, mine)).filter((it) => given.includes(it)));
  return first <= last && programmes !== 0 ? { first, last, programmes } : null;
}

function together(known: Shared | undefined, more: Shared): Shared {
  if (known === undefined) return more;
  return {
    first: Math.min(known.first, more.first) as Month,
    last: Math.max(known.last, more.last) as Month,
    programmes: programmeSet(...programmesIn(known.programmes), ...programmesIn(more.programmes)),
  };
}

function warningOf(
  file: FileEnrolments,
  row: number,
  roster: RosterId,
  { first, last, programmes }: Shared,
): RowProblem {
  const { enrolments, segment, rowNumbers } = file;
  const terms = {
    segment,
    programmes,
    basisRupiah: basisRupiahAt(enrolments, row),
    riskClass: riskClassAt(enrolments, row),
    occupation: occupationAt(enrolments, row),
  };
  const months = `${monthText(first)} – ${last === OPEN_END ? "…" : monthText(last)}`;
  const label = SEGMENTS[rosterParts(roster).segment].label;
  const told = problem("already-protected", roster, label, months, contributionRupiah(terms, first));
  return { row: rowNumbers[row] ?? 0, column: null, ...told };
}
