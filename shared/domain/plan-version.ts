// What a roster says after an upload: a pure function of the file and of the version it is planned on, its base.
//
// Mode `full` is the whole truth from the month F on; for the months before F the base stays and the file's own earlier months are added. F is the
// month of `asOf`, or the file's earliest first month where that is later, or what the uploader said (`from`). Modes `add` and `end` change only the
// workers named. A worker whose row was rejected keeps what he has. Whoever has no month left from now on is ended, whether a full file leaves him out or
// names him with months that are over; removals that are withheld leave all of those as they were.
import type { Day } from "./day.ts";
import { firstVersion } from "./first-version.ts";
import { addMonths, laterMonth, type Month, monthOfDay, OPEN_END } from "./month.ts";
import { firstMonthAt, type PackedEnrolments, workerBytesAt } from "./packed-enrolments.ts";
import { byWorker, rangesOf, writeRanges } from "./packed-ranges.ts";
import type { ChangeCounts, UploadMode } from "./receipt.ts";
import { packInto } from "./row-writer.ts";
import type { WorkerIds } from "./worker-ids.ts";
import { joinAdjoining, monthsBefore, monthsFrom, overlay, type Range, reaches, sameRanges } from "./worker-ranges.ts";

/** A file after its rows were checked. */
export interface RosterFile {
  readonly mode: UploadMode;
  /** Accepted rows, sorted by worker; ranges of one worker and employer never contradict each other. */
  readonly enrolments: PackedEnrolments;
  /** Workers with a rejected row: they keep what the base says of them. */
  readonly kept: WorkerIds;
  /** From which month on a full file is the truth, where the uploader said so. */
  readonly from: Month | null;
}

export interface VersionPlan {
  readonly content: PackedEnrolments;
  readonly changes: ChangeCounts;
  /** Whether the content differs from the base at all. */
  readonly differs: boolean;
  /** Workers of the base who have a month that they could lose. */
  readonly endable: number;
  /** F: the month from which a full file is the truth. */
  readonly from: Month;
  /** Whether removals are left out. */
  readonly withholds: boolean;
}

/**
 * @param base sorted by worker
 * @param withhold whether removals wait: workers who would have no month left from now on stay as they are
 */
export function planVersion(base: PackedEnrolments, file: RosterFile, asOf: Day, withhold: boolean): VersionPlan {
  const from = truthFrom(file, asOf);
  if (base.count === 0 && file.mode !== "end") return { ...firstVersion(file.enrolments), from, withholds: withhold };
  const losing = laterMonth(from, monthOfDay(asOf));
  const content = packInto(Math.max(base.count, file.enrolments.count));
  const counts = { enrolled: 0, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 };
  let endable = 0;
  let differs = false;

  for (const { baseRows, fileRows } of byWorker(base, file.enrolments)) {
    const had = rangesOf(base, baseRows);
    const worker =
      fileRows.to > fileRows.from ? workerBytesAt(file.enrolments, fileRows.from) : workerBytesAt(base, baseRows.from);
    const kept = file.kept.has(worker);
    if (reaches(had, losing)) endable += 1;
    const named = rangesOf(file.enrolments, fileRows);
    const how = { file, from, losing, kept, withhold };
    const has = named.length > 0 ? afterNamed(had, named, how, counts) : afterUnnamed(had, how, counts);
    differs ||= !sameRanges(had, has);
    writeRanges(content, worker, has);
  }
  return { content: content.table(), changes: counts, differs, endable, from, withholds: withhold };
}

type Counts = { -readonly [Name in keyof ChangeCounts]: ChangeCounts[Name] };

/** What decides about a worker besides what he had and what the file says of him. */
interface Planning {
  readonly file: RosterFile;
  readonly from: Month;
  /** Who loses all his months from this one on is ended. */
  readonly losing: Month;
  /** Whether a row of his was rejected. */
  readonly kept: boolean;
  readonly withhold: boolean;
}

/** A worker whom the file names among its accepted rows. */
function afterNamed(
  had: readonly Range[],
  named: readonly Range[],
  { file, from, losing, kept, withhold }: Planning,
  counts: Counts,
): readonly Range[] {
  if (file.mode === "end") {
    const has = endedBy(had, named, from);
    counts[sameRanges(had, has) ? "notFound" : "ended"] += 1;
    return has;
  }
  const says = joinAdjoining(named);
  const said = file.mode === "add" || kept ? overlay(had, says) : fullTruth(had, says, from);
  const ends = reaches(had, losing) && !reaches(said, losing);
  if (ends) counts[withhold ? "withheld" : "ended"] += 1;
  const has = ends && withhold ? had : said;
  if (had.length === 0) counts.enrolled += 1;
  else counts[sameRanges(had, has) ? "unchanged" : "changed"] += 1;
  return has;
}

/** A row of an `end` file names the last month that stays (from F on nothing stays where it does not say), of one employer or of all. */
export function endedBy(had: readonly Range[], rows: readonly Range[], from: Month): readonly Range[] {
  return rows.reduce((left, row) => {
    const ends = row.last === OPEN_END ? from : addMonths(row.last, 1);
    const isMeant = (range: Range): boolean => row.terms.employer === "" || row.terms.employer === range.terms.employer;
    return left.flatMap((range) => (isMeant(range) ? monthsBefore([range], ends) : [range]));
  }, had);
}

/** A worker of the base whom the file does not name among its accepted rows. */
function afterUnnamed(
  had: readonly Range[],
  { file, from, losing, kept, withhold }: Planning,
  counts: Counts,
): readonly Range[] {
  if (file.mode !== "full") return had;
  if (kept) {
    counts.kept += 1;
    return had;
  }
  if (reaches(had, losing)) counts[withhold ? "withheld" : "ended"] += 1;
  return withhold ? had : monthsBefore(had, from);
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
