// What is to be told of a plan besides its counts, and whether it has to wait for a person.
import { changedBefore } from "#shared/domain/closed-months.ts";
import { monthText } from "#shared/domain/month.ts";
import type { VersionPlan } from "#shared/domain/plan-version.ts";
import type { Problem } from "#shared/domain/problem.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { FileReading } from "#shared/domain/roster-file/reading.ts";
import { foldWindow } from "#shared/domain/stored-coverage.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import type { Placed } from "./place-in-order.ts";

/** A whole list without a single good row is never simply applied, even where there was nobody to end. */
export function mustWait(
  record: Pick<UploadRecord, "mode" | "released">,
  { rows }: Pick<FileReading, "rows">,
  { changes }: VersionPlan,
): boolean {
  return changes.withheld > 0 || (record.mode === "full" && rows.accepted === 0 && !record.released);
}

export function noticesOf(record: UploadRecord, { before, newer }: Placed, plan: VersionPlan): readonly Problem[] {
  const open = foldWindow(record.asOf).first;
  const closed = changedBefore(open, before, plan.content);
  return [
    ...heldOf(record, plan),
    ...(newer.length > 0 ? [problem("put-before-newer", newer.length)] : []),
    ...(closed > 0 ? [problem("months-closed", monthText(open), closed)] : []),
  ];
}

/** Removals wait for a decision: the uploader is told how to take it. */
function heldOf(record: UploadRecord, plan: VersionPlan): readonly Problem[] {
  const { withheld } = plan.changes;
  return withheld > 0 ? [problem("removals-held", withheld, record.uploadId)] : [];
}
