// What a roster says after an upload: a pure function of the file and of the version it is planned on, its base.
//
// Mode `full` is the whole truth from the month F on; for the months before F the base stays and the file's own earlier months are added. F is the
// month of `asOf`, or the file's earliest first month where that is later, or what the uploader said (`from`). Mode `add` changes only the workers
// named. A worker whose row was rejected keeps what he has; rows that cannot be told to be anybody's withhold every removal.
import type { Day } from "./day.ts";
import { hexOfBytes } from "./hex.ts";
import { laterMonth, type Month, monthOfDay } from "./month.ts";
import {
  basisRupiahAt,
  compareWorkers,
  employerAt,
  firstMonthAt,
  lastMonthAt,
  occupationAt,
  type PackedEnrolments,
  programmesAt,
  riskClassAt,
  workerBytesAt,
} from "./packed-enrolments.ts";
import type { ChangeCounts, UploadMode } from "./receipt.ts";
import { packInto, type RowWriter } from "./row-writer.ts";
import { joinAdjoining, monthsBefore, monthsFrom, overlay, type Range, sameRanges } from "./worker-ranges.ts";

/** A file after its rows were checked. */
export interface RosterFile {
  readonly mode: UploadMode;
  /** Accepted rows, sorted by worker; ranges of one worker and employer never contradict each other. */
  readonly enrolments: PackedEnrolments;
  /** Workers with a rejected row: they keep what the base says of them. Lower-case hexadecimal ids. */
  readonly kept: ReadonlySet<string>;
  /** Rejected rows that cannot be told to be anybody's. */
  readonly unreadable: number;
  /** From which month on a full file is the truth, where the uploader said so. */
  readonly from: Month | null;
}

export interface VersionPlan {
  readonly content: PackedEnrolments;
  readonly changes: ChangeCounts;
  /** Whether the content differs from the base at all. */
  readonly differs: boolean;
  /** F: the month from which a full file is the truth. */
  readonly from: Month;
}

/** @param base sorted by worker */
export function planVersion(base: PackedEnrolments, file: RosterFile, asOf: Day): VersionPlan {
  const from = truthFrom(file, asOf);
  const content = packInto(Math.max(base.count, file.enrolments.count));
  const counts = { enrolled: 0, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0 };
  let differs = false;

  for (const { baseRows, fileRows } of byWorker(base, file.enrolments)) {
    const had = rangesOf(base, baseRows);
    if (fileRows.to > fileRows.from) {
      const named = joinAdjoining(rangesOf(file.enrolments, fileRows));
      const worker = workerBytesAt(file.enrolments, fileRows.from);
      const adds = file.mode === "add" || (file.kept.size > 0 && file.kept.has(hexOfBytes(worker)));
      const has = adds ? overlay(had, named) : fullTruth(had, named, from);
      if (had.length === 0) counts.enrolled += 1;
      else if (sameRanges(had, has)) counts.unchanged += 1;
      else counts.changed += 1;
      differs ||= !sameRanges(had, has);
      writeRanges(content, worker, has);
    } else {
      const worker = workerBytesAt(base, baseRows.from);
      const has = unnamed(had, worker, file, from, asOf, counts);
      differs ||= !sameRanges(had, has);
      writeRanges(content, worker, has);
    }
  }
  return { content: content.table(), changes: counts, differs, from };
}

function truthFrom(file: RosterFile, asOf: Day): Month {
  if (file.from !== null) return file.from;
  const now = monthOfDay(asOf);
  if (file.enrolments.count === 0) return now;
  let earliest = firstMonthAt(file.enrolments, 0);
  for (let row = 1; row < file.enrolments.count; row += 1) {
    const first = firstMonthAt(file.enrolments, row);
    if (first < earliest) earliest = first;
  }
  return laterMonth(now, earliest);
}

/** The base before F, the file from F on, and of the file's earlier months those of which the base says nothing. */
function fullTruth(had: readonly Range[], named: readonly Range[], from: Month): readonly Range[] {
  if (had.length === 0) return named;
  return joinAdjoining([...overlay(monthsBefore(named, from), monthsBefore(had, from)), ...monthsFrom(named, from)]);
}

/** A worker of the base whom the file does not name among its accepted rows. */
function unnamed(
  had: readonly Range[],
  worker: Uint8Array,
  file: RosterFile,
  from: Month,
  asOf: Day,
  counts: { kept: number; ended: number; withheld: number },
): readonly Range[] {
  if (file.mode === "add") return had;
  if (file.kept.size > 0 && file.kept.has(hexOfBytes(worker))) {
    counts.kept += 1;
    return had;
  }
  const loses = monthsFrom(had, laterMonth(from, monthOfDay(asOf))).length > 0;
  if (file.unreadable > 0) {
    if (loses) counts.withheld += 1;
    return had;
  }
  if (loses) counts.ended += 1;
  return monthsBefore(had, from);
}

interface Rows {
  readonly from: number;
  readonly to: number;
}

/** Walks two sorted tables side by side: the rows that each has of one worker, one worker at a time. */
function* byWorker(base: PackedEnrolments, file: PackedEnrolments): Generator<{ baseRows: Rows; fileRows: Rows }> {
  let b = 0;
  let f = 0;
  while (b < base.count || f < file.count) {
    const order = b === base.count ? 1 : f === file.count ? -1 : compareWorkers(base, b, file, f);
    const bEnd = order <= 0 ? endOfWorker(base, b) : b;
    const fEnd = order >= 0 ? endOfWorker(file, f) : f;
    yield { baseRows: { from: b, to: bEnd }, fileRows: { from: f, to: fEnd } };
    b = bEnd;
    f = fEnd;
  }
}

function endOfWorker(table: PackedEnrolments, row: number): number {
  let end = row + 1;
  while (end < table.count && compareWorkers(table, row, table, end) === 0) end += 1;
  return end;
}

function rangesOf(table: PackedEnrolments, rows: Rows): readonly Range[] {
  const ranges: Range[] = [];
  for (let row = rows.from; row < rows.to; row += 1) {
    ranges.push({
      first: firstMonthAt(table, row),
      last: lastMonthAt(table, row),
      terms: {
        basisRupiah: basisRupiahAt(table, row),
        employer: employerAt(table, row),
        occupation: occupationAt(table, row),
        programmes: programmesAt(table, row),
        riskClass: riskClassAt(table, row),
      },
    });
  }
  return ranges;
}

function writeRanges(content: RowWriter, worker: Uint8Array, ranges: readonly Range[]): void {
  for (const range of ranges) content.append(worker, range.first, range.last, range.terms);
}
