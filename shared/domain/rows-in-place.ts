// Order and choice among the rows of a table where they stand, for a table that nobody else has seen yet: a second one of ten million rows would be
// 280 MB. Numbers that belong to the rows go with them.
import { type PackedEnrolments, ROW_BYTES } from "./packed-enrolments.ts";
import { rowOrder } from "./row-order.ts";

const ROW_WORDS = ROW_BYTES / 4;
const BUCKETS = 256;
/** Fewer rows are not worth buckets. */
const FEW_ROWS = 4096;

/** Brings the rows into the order of `sortRows`. */
export function sortInPlace(table: PackedEnrolments, numbers: Uint32Array): void {
  if (table.count < FEW_ROWS) {
    sortRange(table, numbers, 0, table.count);
    return;
  }
  // Rows are brought near their places first, by the first byte of the worker id, and then sorted where they lie close together.
  const ends = bringToBuckets(table, numbers);
  for (let bucket = 0; bucket < BUCKETS; bucket += 1)
    sortRange(table, numbers, ends[bucket - 1] ?? 0, ends[bucket] ?? 0);
}

/** Gives where each bucket ends. */
function bringToBuckets(table: PackedEnrolments, numbers: Uint32Array): Uint32Array {
  const words = wordsOf(table, 0, table.count);
  const bucketAt = (row: number): number => (words[row * ROW_WORDS] ?? 0) & 0xff;
  const sizes = new Uint32Array(BUCKETS);
  for (let row = 0; row < table.count; row += 1) sizes[bucketAt(row)] = (sizes[bucketAt(row)] ?? 0) + 1;
  const ends = new Uint32Array(BUCKETS);
  const next = new Uint32Array(BUCKETS);
  let total = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    next[bucket] = total;
    total += sizes[bucket] ?? 0;
    ends[bucket] = total;
  }
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    for (let row = next[bucket] ?? 0; row < (ends[bucket] ?? 0); row = next[bucket] ?? 0) {
      const home = bucketAt(row);
      const place = next[home] ?? 0;
      if (home !== bucket) swapRows(words, numbers, row, place);
      next[home] = place + 1;
    }
  }
  return ends;
}

function swapRows(words: Int32Array, numbers: Uint32Array, a: number, b: number): void {
  for (let word = 0; word < ROW_WORDS; word += 1) {
    const held = words[a * ROW_WORDS + word] ?? 0;
    words[a * ROW_WORDS + word] = words[b * ROW_WORDS + word] ?? 0;
    words[b * ROW_WORDS + word] = held;
  }
  const number = numbers[a] ?? 0;
  numbers[a] = numbers[b] ?? 0;
  numbers[b] = number;
}

function sortRange(table: PackedEnrolments, numbers: Uint32Array, from: number, to: number): void {
  const { view, employers } = table;
  const rows = new DataView(view.buffer, view.byteOffset + from * ROW_BYTES, (to - from) * ROW_BYTES);
  const order = rowOrder({ count: to - from, view: rows, employers });
  permute(wordsOf(table, from, to), numbers.subarray(from, to), order);
}

/** Brings row `order[place]` to each place; `order` is used up. */
function permute(words: Int32Array, numbers: Uint32Array, order: Uint32Array): void {
  const held = new Int32Array(ROW_WORDS);
  for (let start = 0; start < order.length; start += 1) {
    if (order[start] === start) continue;
    const heldNumber = numbers[start] ?? 0;
    for (let word = 0; word < ROW_WORDS; word += 1) held[word] = words[start * ROW_WORDS + word] ?? 0;
    let place = start;
    for (let from = order[start] ?? 0; from !== start; from = order[place] ?? 0) {
      moveRow(words, from, place);
      numbers[place] = numbers[from] ?? 0;
      order[place] = place;
      place = from;
    }
    words.set(held, place * ROW_WORDS);
    numbers[place] = heldNumber;
    order[place] = place;
  }
}

function moveRow(words: Int32Array, from: number, to: number): void {
  for (let word = 0; word < ROW_WORDS; word += 1) words[to * ROW_WORDS + word] = words[from * ROW_WORDS + word] ?? 0;
}

/** Numbers of the machine's own byte order: to be moved about, not to be read, but for the first byte of a worker id. */
function wordsOf({ view }: PackedEnrolments, from: number, to: number): Int32Array {
  return new Int32Array(view.buffer, view.byteOffset + from * ROW_BYTES, (to - from) * ROW_WORDS);
}

/** The rows without those that are marked, in their order. */
export function dropInPlace(
  table: PackedEnrolments,
  numbers: Uint32Array,
  isDropped: Uint8Array,
): { readonly table: PackedEnrolments; readonly numbers: Uint32Array } {
  const words = wordsOf(table, 0, table.count);
  let count = 0;
  for (let row = 0; row < table.count; row += 1) {
    if (isDropped[row] !== 0) continue;
    moveRow(words, row, count);
    numbers[count] = numbers[row] ?? 0;
    count += 1;
  }
  const view = new DataView(table.view.buffer, table.view.byteOffset, count * ROW_BYTES);
  return { table: { count, view, employers: table.employers }, numbers: numbers.subarray(0, count) };
}
