// The same worker more than once in a file. Rows that mean the same count once; rows of one worker and employer whose months overlap with other
// content contradict each other, and none of them is believed; two employers, or months that do not overlap, are enrolments of their own.
import { hexOfBytes } from "../hex.ts";
import {
  compareWorkers,
  employerAt,
  firstMonthAt,
  lastMonthAt,
  type PackedEnrolments,
  ROW_BYTES,
} from "../packed-enrolments.ts";
import { rowOrder } from "../row-order.ts";

export interface SettledRows {
  /** Places in the table of the rows to take, in the order of `sortRows`. */
  readonly accepted: Uint32Array;
  /** Row number → row number of the first that means the same. */
  readonly duplicates: ReadonlyMap<number, number>;
  /** Row number → row numbers that contradict it, ascending. */
  readonly contradictions: ReadonlyMap<number, readonly number[]>;
  /** Places in the table of the contradicting rows. */
  readonly rejected: readonly number[];
}

/** `rowNumbers`: the number in the file of each row of the table, ascending. */
export function settleRepeats(table: PackedEnrolments, rowNumbers: Uint32Array): SettledRows {
  const order = rowOrder(table);
  const accepted = new Uint32Array(order.length);
  let count = 0;
  const duplicates = new Map<number, number>();
  const contradictions = new Map<number, readonly number[]>();
  const rejected: number[] = [];
  const numberAt = (place: number): number => rowNumbers[place] ?? 0;

  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && compareWorkers(table, order[from] ?? 0, table, order[to] ?? 0) === 0) to += 1;
    const rows = order.subarray(from, to);
    from = to;
    const refused = new Set<number>();
    if (rows.length > 1) settleWorker(table, [...rows], refused);
    for (const place of rows) {
      if (!refused.has(place)) {
        accepted[count] = place;
        count += 1;
      }
    }
  }
  return { accepted: accepted.subarray(0, count), duplicates, contradictions, rejected };

  function settleWorker(of: PackedEnrolments, rows: readonly number[], refused: Set<number>): void {
    for (const sameEmployer of Map.groupBy(rows, (place) => employerAt(of, place)).values()) {
      const different = Map.groupBy(
        sameEmployer.toSorted((a, b) => a - b),
        (place) => meaning(of, place),
      );
      for (const cluster of overlapping(of, [...different.values()])) settleCluster(cluster, refused);
    }
  }

  function settleCluster(cluster: readonly (readonly number[])[], refused: Set<number>): void {
    const [only] = cluster;
    if (cluster.length === 1 && only) {
      const [first = 0, ...later] = only;
      for (const place of later) {
        refused.add(place);
        duplicates.set(numberAt(place), numberAt(first));
      }
      return;
    }
    const places = cluster.flat().sort((a, b) => a - b);
    for (const place of places) {
      refused.add(place);
      rejected.push(place);
      contradictions.set(numberAt(place), places.filter((other) => other !== place).map(numberAt));
    }
  }
}

/** All bytes of a row: rows of one table mean the same when these are the same. */
function meaning(table: PackedEnrolments, place: number): string {
  return hexOfBytes(new Uint8Array(table.view.buffer, table.view.byteOffset + place * ROW_BYTES, ROW_BYTES));
}

/** Groups of equal rows, brought together where their months overlap. */
function overlapping(
  table: PackedEnrolments,
  groups: readonly (readonly number[])[],
): readonly (readonly (readonly number[])[])[] {
  const byStart = groups.toSorted((a, b) => firstMonthAt(table, a[0] ?? 0) - firstMonthAt(table, b[0] ?? 0));
  const clusters: (readonly number[])[][] = [];
  let end = -1;
  for (const group of byStart) {
    const place = group[0] ?? 0;
    const current = clusters.at(-1);
    if (current && firstMonthAt(table, place) <= end) current.push(group);
    else clusters.push([group]);
    end = Math.max(end, lastMonthAt(table, place));
  }
  return clusters;
}
