// What a roster says after its first file: what the file says, with adjoining ranges made one. Nearly all files have nothing to join, and are then
// taken as they are, without a copy. The same as planning on an empty base by the general way, and some thirty times faster.
import { type PackedEnrolments, workerBytesAt } from "./packed-enrolments.ts";
import { endOfWorker, rangesOf, writeRanges } from "./packed-ranges.ts";
import type { VersionPlan } from "./plan-version.ts";
import { packInto } from "./row-writer.ts";
import { joinAdjoining } from "./worker-ranges.ts";

/** @param file sorted by worker */
export function firstVersion(file: PackedEnrolments): Omit<VersionPlan, "from" | "withholds"> {
  let enrolled = 0;
  let joins = false;
  for (let row = 0; row < file.count; enrolled += 1) {
    const to = endOfWorker(file, row);
    joins ||= to > row + 1 && joinAdjoining(rangesOf(file, { from: row, to })).length < to - row;
    row = to;
  }
  const changes = { enrolled, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 };
  return { content: joins ? joined(file) : file, changes, differs: enrolled > 0, endable: 0 };
}

function joined(file: PackedEnrolments): PackedEnrolments {
  const content = packInto(file.count);
  for (let row = 0; row < file.count; ) {
    const to = endOfWorker(file, row);
    if (to === row + 1) content.copy(file, row);
    else writeRanges(content, workerBytesAt(file, row), joinAdjoining(rangesOf(file, { from: row, to })));
    row = to;
  }
  return content.table();
}
