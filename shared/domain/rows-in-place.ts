// Order and choice among the rows of a table where they stand, for a table that nobody else has seen yet: a second one of ten million rows would be
// 280 MB. Numbers that belong to the rows go with them.
import { type PackedEnrolments, ROW_BYTES } from "./packed-enrolments.ts";
import { rowOrder } from "./row-order.ts";

const ROW_WORDS = ROW_BYTES / 4;
const BUCKET_BITS = 8;
const BUCKETS = 2 ** BUCKET_BITS;
/** Fewer rows are not worth buckets. */
const FEW_ROWS = 4096;

/** Brings the rows into the order of `sortRows`. */
export function sortInPlace(table: PackedEnrolments, numbers: Uint32Array): void {
  const words = wordsOf(table);
  if (table.count < FEW_ROWS) {
    permute(words, numbers, 0, rowOrder(table)(0, table.count));
    return;
  }
  // Rows are brought near their places first, by the first byte of the worker id, and then sorted where they lie close together.
  const ends = bringToBuckets(table, words, numbers);
  const most = ends.reduce((longest, end, bucket) => Math.max(longest, end - (ends[bucket - 1] ?? 0)), 0);
  const order = rowOrder(table, most, BUCKET_BITS);
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const from = ends[bucket - 1] ?? 0;
    permute(words, numbers, from, order(from, ends[bucket] ?? 0));
  }
}

/** Gives where each bucket ends. */
function bringToBuckets(table: PackedEnrolments, words: Int32Array, numbers: Uint32Array): Uint32Array {
  const ends = new Uint32Array(BUCKETS);
  countBuckets(words, table.count, ends);
  for (let bucket = 1; bucket < BUCKETS; bucket += 1) ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0);
  const next = Uint32Array.from(ends, (_, bucket) => ends[bucket - 1] ?? 0);
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) fillBucket(words, numbers, bucket, ends[bucket] ?? 0, next);
  return ends;
}

function bucketAt(words: Int32Array, row: number): number {
  return (words[row * ROW_WORDS] ?? 0) & (BUCKETS - 1);
}

function countBuckets(words: Int32Array, rows: number, sizes: Uint32Array): void {
  for (let row = 0; row < rows; row += 1) {
    const bucket = bucketAt(words, row);
    sizes[bucket] = (sizes[bucket] ?? 0) + 1;
  }
}

/** `next`: the first place of each bucket that does not hold a row of it yet. */
function fillBucket(words: Int32Array, numbers: Uint32Array, bucket: number, end: number, next: Uint32Array): void {
  for (let row = next[bucket] ?? 0; row < end; row = next[bucket] ?? 0) {
    const home = bucketAt(words, row);
    const place = next[home] ?? 0;
    if (home !== bucket) swapRows(words, numbers, row, place);
    next[home] = place + 1;
  }
}

function swapRows(words: Int32Array, numbers: Uint32Array, a: number, b: number): void {
  let at = a * ROW_WORDS;
  let other = b * ROW_WORDS;
  for (const end = at + ROW_WORDS; at < end; at += 1, other += 1) {
    const held = words[at] ?? 0;
    words[at] = words[other] ?? 0;
    words[other] = held;
  }
  const number = numbers[a] ?? 0;
  numbers[a] = numbers[b] ?? 0;
  numbers[b] = number;
}

/** Brings row `order[place]` to each place from `from` on; `order` is used up. */
function permute(words: Int32Array, numbers: Uint32Array, from: number, order: Uint32Array): void {
  const held = new Int32Array(ROW_WORDS);
  for (let index = 0; index < order.length; index += 1) {
    const start = from + index;
    if (order[index] === start) continue;
    const heldNumber = numbers[start] ?? 0;
    for (let word = 0; word < ROW_WORDS; word += 1) held[word] = words[start * ROW_WORDS + word] ?? 0;
    let place = start;
    for (let next = order[index] ?? 0; next !== start; next = order[place - from] ?? 0) {
      moveRow(words, next, place);
      numbers[place] = numbers[next] ?? 0;
      order[place - from] = place;
      place = next;
    }
    for (let word = 0; word < ROW_WORDS; word += 1) words[place * ROW_WORDS + word] = held[word] ?? 0;
    numbers[place] = heldNumber;
    order[place - from] = place;
  }
}

function moveRow(words: Int32Array, from: number, to: number): void {
  let at = from * ROW_WORDS;
  let place = to * ROW_WORDS;
  for (const end = at + ROW_WORDS; at < end; at += 1, place += 1) words[place] = words[at] ?? 0;
}

/** Numbers of the machine's own byte order: to be moved about, not to be read, but for the first byte of a worker id. */
function wordsOf({ view, count }: PackedEnrolments): Int32Array {
  return new Int32Array(view.buffer, view.byteOffset, count * ROW_WORDS);
}

/** The rows without those that are marked, in their order. */
export function dropInPlace(
  table: PackedEnrolments,
  numbers: Uint32Array,
  isDropped: Uint8Array,
): { readonly table: PackedEnrolments; readonly numbers: Uint32Array } {
  const words = wordsOf(table);
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
