// Whether two tables say the same of everybody, however their rows are written.
import type { PackedEnrolments } from "./packed-enrolments.ts";
import { byWorker, rangesOf } from "./packed-ranges.ts";
import { sameRanges } from "./worker-ranges.ts";

/** Both sorted by worker. */
export function sameEnrolments(one: PackedEnrolments, other: PackedEnrolments): boolean {
  for (const { baseRows, fileRows } of byWorker(one, other))
    if (!sameRanges(rangesOf(one, baseRows), rangesOf(other, fileRows))) return false;
  return true;
}
