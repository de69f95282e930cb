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

export interface SettledRows {
  /** Distinct workers of the table. */
  readonly workers: number;
  /** By place in the table: 1 for a row that is not to be taken; null when all are. */
  readonly refused: Uint8Array | null;
  /** Row numbers in pairs: a repeated row, and the first that means the same. */
  readonly duplicates: readonly number[];
  /** Row number → row numbers that contradict it, ascending, the first of them. */
  readonly contradictions: ReadonlyMap<number, readonly number[]>;
  /** Places in the table of the contradicting rows. */
  readonly rejected: readonly number[];
}

/** How many contradicting rows are kept of each: a placeholder instead of a NIK may stand in all rows of a file. */
export const MOST_CONTRADICTING = 11;

/** `table`: sorted by worker; `rowNumbers`: the number in the file of each of its rows. */
export function settleRepeats(table: PackedEnrolments, rowNumbers: Uint32Array): SettledRows {
  let workers = 0;
  let refused: Uint8Array | null = null;
  const duplicates: number[] = [];
  const contradictions = new Map<number, readonly number[]>();
  const rejected: number[] = [];
  const numberAt = (place: number): number => rowNumbers[place] ?? 0;
  const inFileOrder = (a: number, b: number): number => numberAt(a) - numberAt(b);

  for (let from = 0; from < table.count; ) {
    let to = from + 1;
    while (to < table.count && compareWorkers(table, from, table, to) === 0) to += 1;
    if (to - from > 1) settleWorker(Array.from({ length: to - from }, (_, index) => from + index).sort(inFileOrder));
    from = to;
    workers += 1;
  }
  return { workers, refused, duplicates, contradictions, rejected };

  function settleWorker(rows: readonly number[]): void {
    for (const sameEmployer of Map.groupBy(rows, (place) => employerAt(table, place)).values()) {
      const different = Map.groupBy(sameEmployer, (place) => meaning(table, place));
      for (const cluster of overlapping(table, [...different.values()])) settleCluster(cluster);
    }
  }

  function settleCluster(cluster: readonly (readonly number[])[]): void {
    const [only] = cluster;
    if (cluster.length === 1 && only) {
      const [first = 0, ...later] = only;
      for (const place of later) {
        refuse(place);
        duplicates.push(numberAt(place), numberAt(first));
      }
      return;
    }
    const places = cluster.flat().sort(inFileOrder);
    const named = places.slice(0, MOST_CONTRADICTING + 1).map(numberAt);
    const byAll = named.slice(0, MOST_CONTRADICTING);
    for (const place of places) {
      refuse(place);
      rejected.push(place);
      const row = numberAt(place);
      contradictions.set(row, byAll.includes(row) ? named.filter((other) => other !== row) : byAll);
    }
  }

  function refuse(place: number): void {
    refused ??= new Uint8Array(table.count);
    refused[place] = 1;
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
