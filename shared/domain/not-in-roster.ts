// Workers whom an `end` file names without ending anything of theirs: a NIK that was mistyped, the wrong roster, or an AKHIR that is the end already.
// Whoever left would stay protected, so each such row is told.
import type { PackedEnrolments } from "./packed-enrolments.ts";
import { byWorker, rangesOf } from "./packed-ranges.ts";
import { endedBy, type VersionPlan } from "./plan-version.ts";
import type { RowProblem } from "./problem.ts";
import type { UploadMode } from "./receipt.ts";
import { problem } from "./roster-file/problems.ts";
import { monthsFrom, sameRanges } from "./worker-ranges.ts";

export interface NamedWorkers {
  readonly mode: UploadMode;
  /** Accepted rows, sorted by worker. */
  readonly enrolments: PackedEnrolments;
  /** The number in the file of each of them, in their order. */
  readonly rowNumbers: Uint32Array;
}

/** A warning at the first row of each, in the order of rows; none of a file in another mode. */
export function notInRoster(
  base: PackedEnrolments,
  { mode, enrolments, rowNumbers }: NamedWorkers,
  { changes, from }: Pick<VersionPlan, "changes" | "from">,
): readonly RowProblem[] {
  if (mode !== "end" || changes.notFound === 0) return [];
  const told: RowProblem[] = [];
  for (const { baseRows, fileRows } of byWorker(base, enrolments)) {
    const had = rangesOf(base, baseRows);
    const named = rangesOf(enrolments, fileRows);
    if (named.length === 0 || !sameRanges(had, endedBy(had, named, from))) continue;
    const isThere = monthsFrom(had, from).length > 0;
    const found = isThere ? problem("end-changes-nothing") : problem("not-in-roster");
    told.push({ row: rowNumbers[fileRows.from] ?? 0, column: null, ...found });
  }
  return told.sort((a, b) => a.row - b.row);
}
