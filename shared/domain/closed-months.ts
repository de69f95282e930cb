// Months that have left the window of the fold are closed: a roster may still change them, but their figures stay as they were last seen. Whoever
// uploads such months is told, because the receipt alone would look as if they counted.
import type { Month } from "./month.ts";
import { compareWorkers, firstMonthAt, type PackedEnrolments } from "./packed-enrolments.ts";
import { byWorker, type Rows, rangesOf } from "./packed-ranges.ts";
import { monthsBefore, sameRanges } from "./worker-ranges.ts";

/** How many workers differ between two versions in months before `open`. Both sorted by worker. */
export function changedBefore(open: Month, base: PackedEnrolments, content: PackedEnrolments): number {
  if (!beginsBefore(open, base, all(base)) && !beginsBefore(open, content, all(content))) return 0;
  if (base.count === 0) return workersBefore(open, content);
  let changed = 0;
  for (const { baseRows, fileRows } of byWorker(base, content)) {
    if (!beginsBefore(open, base, baseRows) && !beginsBefore(open, content, fileRows)) continue;
    const had = monthsBefore(rangesOf(base, baseRows), open);
    if (!sameRanges(had, monthsBefore(rangesOf(content, fileRows), open))) changed += 1;
  }
  return changed;
}

/** Workers with a month before `open`: without a base, all of those are new. */
function workersBefore(open: Month, table: PackedEnrolments): number {
  let workers = 0;
  let counted = -1;
  for (let row = 0; row < table.count; row += 1) {
    if (firstMonthAt(table, row) >= open) continue;
    if (counted < 0 || compareWorkers(table, counted, table, row) !== 0) workers += 1;
    counted = row;
  }
  return workers;
}

function all(table: PackedEnrolments): Rows {
  return { from: 0, to: table.count };
}

function beginsBefore(open: Month, table: PackedEnrolments, { from, to }: Rows): boolean {
  for (let row = from; row < to; row += 1) if (firstMonthAt(table, row) < open) return true;
  return false;
}
