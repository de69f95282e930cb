// Workers whom an `end` file names and who have nothing in the roster that could end: a NIK that was mistyped, or the wrong roster. Whoever left would
// stay protected, so each such row is told.
import type { PackedEnrolments } from "./packed-enrolments.ts";
import { byWorker, rangesOf } from "./packed-ranges.ts";
import { endedBy, type VersionPlan } from "./plan-version.ts";
import type { RowProblem } from "./problem.ts";
import type { UploadMode } from "./receipt.ts";
import { problem } from "./roster-file/problems.ts";
import { sameRanges } from "./worker-ranges.ts";

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
  const rows: number[] = [];
  for (const { baseRows, fileRows } of byWorker(base, enrolments)) {
    const had = rangesOf(base, baseRows);
    const named = rangesOf(enrolments, fileRows);
    if (named.length > 0 && sameRanges(had, endedBy(had, named, from))) rows.push(rowNumbers[fileRows.from] ?? 0);
  }
  return rows.sort((a, b) => a - b).map((row) => ({ row, column: null, ...problem("not-in-roster") }));
}
