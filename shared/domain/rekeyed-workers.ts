// The same enrolments under other worker ids: only the ids and, with them, the order of the rows change.
import { type PackedEnrolments, workerBytesAt } from "./packed-enrolments.ts";
import { sortRows } from "./row-order.ts";
import { packInto } from "./row-writer.ts";

/** @param rename 16 bytes a worker in, 16 bytes out, many at a time; never the same for two */
export function rekeyedWorkers(table: PackedEnrolments, rename: (ids: Uint8Array) => Uint8Array): PackedEnrolments {
  const rows = packInto(table.count);
  for (let row = 0; row < table.count; row += 1) rows.copy(table, row);
  rows.nameWorkers(0, rename(workersOf(table)));
  return sortRows(rows.table());
}

/** 16 bytes a row. */
function workersOf(table: PackedEnrolments): Uint8Array {
  const ids = new Uint8Array(table.count * 16);
  for (let row = 0; row < table.count; row += 1) ids.set(workerBytesAt(table, row), row * 16);
  return ids;
}
