// All rows of all slices of a regency under one running number, and the rows that belong to the same worker. Nothing is copied: a running number
// leads back to its slice.
import {
  compareWorkers,
  type PackedEnrolments,
  prefixKeys,
  prefixOfKey,
  rowOfKey,
  workerPrefixAt,
} from "../packed-enrolments.ts";
import type { RosterId } from "../roster.ts";
import { rosterParts } from "../roster.ts";
import { SEGMENT_CODES } from "../segment.ts";

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

/** Calls `visit` with the running numbers of each worker that has several rows; the list is only lent. */
export function visitRepeatedWorkers(rows: RegencyRows, visit: (sameWorker: Uint32Array) => void): void {
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
    if (to - from > 1) visitSamePrefix(keys, from, to, compare, visit);
    from = to;
  }
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
  keys: Float64Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
  visit: (sameWorker: Uint32Array) => void,
): void {
  const group = new Uint32Array(to - from);
  for (let place = from; place < to; place += 1) group[place - from] = rowOfKey(keys, place);
  group.sort(compare);
  for (let first = 0; first < group.length; ) {
    let end = first + 1;
    while (end < group.length && compare(group[first] ?? 0, group[end] ?? 0) === 0) end += 1;
    if (end - first > 1) visit(group.subarray(first, end));
    first = end;
  }
}
