// All rows of all slices of a regency under one running number, and the rows that belong to the same worker. Nothing is copied: a running number
// leads back to its slice.
import { compareWorkers, type PackedEnrolments, workerPrefixAt } from "../packed-enrolments.ts";
import { type RosterId, rosterParts } from "../roster.ts";
import { SEGMENT_CODES } from "../segment.ts";
import { prefixKeys, prefixOfKey, rowOfKey } from "./prefix-keys.ts";

/** A slice with its place among all rows. */
export interface PlacedSlice {
  readonly table: PackedEnrolments;
  /** Running number of its first row. */
  readonly start: number;
  /** Place of its roster in the list of rosters. */
  readonly roster: number;
  /** Place of its segment in `SEGMENT_CODES`. */
  readonly segment: number;
}

export interface RegencyRows {
  readonly count: number;
  readonly slices: readonly PlacedSlice[];
  /** Place in `slices` by running number. */
  readonly sliceOfRow: Uint32Array;
}

export function placeRows(
  rosters: readonly { readonly roster: RosterId; readonly slices: readonly PackedEnrolments[] }[],
): RegencyRows {
  const slices: PlacedSlice[] = [];
  let start = 0;
  rosters.forEach((roster, place) => {
    const segment = SEGMENT_CODES.indexOf(rosterParts(roster.roster).segment);
    for (const table of roster.slices) {
      slices.push({ table, start, roster: place, segment });
      start += table.count;
    }
  });
  const sliceOfRow = new Uint32Array(start);
  slices.forEach((slice, place) => {
    sliceOfRow.fill(place, slice.start, slice.start + slice.table.count);
  });
  return { count: start, slices, sliceOfRow };
}

/** The slice of a running number. */
export function sliceAt(rows: RegencyRows, row: number): PlacedSlice {
  const slice = rows.slices[rows.sliceOfRow[row] ?? 0];
  if (slice === undefined) throw new RangeError(`no row ${row}`);
  return slice;
}

/** Calls `visit` with the running numbers of each worker that has several rows. */
export function visitRepeatedWorkers(rows: RegencyRows, visit: (sameWorker: readonly number[]) => void): void {
  const keys = sortedKeys(rows);
  const compare = (a: number, b: number): number => {
    const sliceA = sliceAt(rows, a);
    const sliceB = sliceAt(rows, b);
    return compareWorkers(sliceA.table, a - sliceA.start, sliceB.table, b - sliceB.start);
  };
  for (let from = 0; from < rows.count; ) {
    const prefix = prefixOfKey(keys, from);
    let to = from + 1;
    while (to < rows.count && prefixOfKey(keys, to) === prefix) to += 1;
    if (to - from > 1) visitSamePrefix(rowsOfKeys(keys, from, to), compare, visit);
    from = to;
  }
}

function rowsOfKeys(keys: Float64Array, from: number, to: number): readonly number[] {
  const rows: number[] = [];
  for (let place = from; place < to; place += 1) rows.push(rowOfKey(keys, place));
  return rows;
}

function sortedKeys(rows: RegencyRows): Float64Array {
  let place = 0;
  return prefixKeys(rows.count, (row) => {
    while (row >= endOf(rows, place)) place += 1;
    const slice = rows.slices[place];
    return slice === undefined ? 0 : workerPrefixAt(slice.table, row - slice.start);
  });
}

function endOf(rows: RegencyRows, place: number): number {
  const slice = rows.slices[place];
  return slice === undefined ? rows.count : slice.start + slice.table.count;
}

/** Rows of one prefix are nearly always of one worker, but need not be. */
function visitSamePrefix(
  rows: readonly number[],
  compare: (a: number, b: number) => number,
  visit: (sameWorker: readonly number[]) => void,
): void {
  const sorted = rows.toSorted(compare);
  let sameWorker: number[] = [];
  for (const row of sorted) {
    const [first] = sameWorker;
    if (first !== undefined && compare(first, row) !== 0) {
      if (sameWorker.length > 1) visit(sameWorker);
      sameWorker = [];
    }
    sameWorker.push(row);
  }
  if (sameWorker.length > 1) visit(sameWorker);
}
