// The same enrolments under other worker ids: only the ids and, with them, the order of the rows change.
import type { PackedEnrolments } from "./packed-enrolments.ts";
import { sortRows } from "./row-order.ts";
import { packInto } from "./row-writer.ts";

/** @param rename 16 bytes a worker in, 16 bytes out, many at a time; never the same for two */
export function rekeyedWorkers(table: PackedEnrolments, rename: (ids: Uint8Array) => Uint8Array): PackedEnrolments {
  const rows = packInto(table.count);
  for (let row = 0; row < table.count; row += 1) rows.copy(table, row);
  rows.replaceWorkers(0, rename(rows.workersFrom(0)));
  return sortRows(rows.table());
}
