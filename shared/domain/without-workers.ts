// A table of enrolments without some workers: all that was theirs is gone, all that was anybody else's is as it was.
import type { WorkerId } from "./enrolment.ts";
import { type PackedEnrolments, workerAt, workerPrefixAt } from "./packed-enrolments.ts";
import { packInto } from "./row-writer.ts";

/** Tells whether a row is one of these workers'; nearly always without making a text of its id. */
export function rowsOf(workers: ReadonlySet<WorkerId>): (table: PackedEnrolments, row: number) => boolean {
  const prefixes = new Set([...workers].map((worker) => Number.parseInt(worker.slice(0, 8), 16)));
  return (table, row) => prefixes.has(workerPrefixAt(table, row)) && workers.has(workerAt(table, row));
}

export function holdsAny(table: PackedEnrolments, workers: ReadonlySet<WorkerId>): boolean {
  if (workers.size === 0) return false;
  const isTheirs = rowsOf(workers);
  for (let row = 0; row < table.count; row += 1) if (isTheirs(table, row)) return true;
  return false;
}

/** The same table where none of them is in it; employers whom nobody else names are gone with them. */
export function withoutWorkers(table: PackedEnrolments, workers: ReadonlySet<WorkerId>): PackedEnrolments {
  if (!holdsAny(table, workers)) return table;
  const isTheirs = rowsOf(workers);
  const kept = packInto(table.count);
  for (let row = 0; row < table.count; row += 1) if (!isTheirs(table, row)) kept.copy(table, row);
  return kept.table();
}
