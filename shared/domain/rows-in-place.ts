// Order and choice among the rows of a table where they stand, for a table that nobody else has seen yet: a second one of ten million rows would be
// 280 MB. Numbers that belong to the rows go with them.
import { type PackedEnrolments, ROW_BYTES } from "./packed-enrolments.ts";
import { rowOrder } from "./row-order.ts";

const ROW_WORDS = ROW_BYTES / 4;

/** Brings the rows into the order of `sortRows`. */
export function sortInPlace(table: PackedEnrolments, numbers: Uint32Array): void {
  const order = rowOrder(table);
  const words = new Int32Array(table.view.buffer, table.view.byteOffset, table.count * ROW_WORDS);
  const held = new Int32Array(ROW_WORDS);
  for (let start = 0; start < order.length; start += 1) {
    if (order[start] === start) continue;
    const heldNumber = numbers[start] ?? 0;
    for (let word = 0; word < ROW_WORDS; word += 1) held[word] = words[start * ROW_WORDS + word] ?? 0;
    let place = start;
    for (let from = order[start] ?? 0; from !== start; from = order[place] ?? 0) {
      for (let word = 0; word < ROW_WORDS; word += 1)
        words[place * ROW_WORDS + word] = words[from * ROW_WORDS + word] ?? 0;
      numbers[place] = numbers[from] ?? 0;
      order[place] = place;
      place = from;
    }
    words.set(held, place * ROW_WORDS);
    numbers[place] = heldNumber;
    order[place] = place;
  }
}

/** The rows without those that are marked, in their order. */
export function dropInPlace(
  table: PackedEnrolments,
  numbers: Uint32Array,
  isDropped: Uint8Array,
): { readonly table: PackedEnrolments; readonly numbers: Uint32Array } {
  const words = new Int32Array(table.view.buffer, table.view.byteOffset, table.count * ROW_WORDS);
  let count = 0;
  for (let row = 0; row < table.count; row += 1) {
    if (isDropped[row] !== 0) continue;
    for (let word = 0; word < ROW_WORDS; word += 1)
      words[count * ROW_WORDS + word] = words[row * ROW_WORDS + word] ?? 0;
    numbers[count] = numbers[row] ?? 0;
    count += 1;
  }
  const view = new DataView(table.view.buffer, table.view.byteOffset, count * ROW_BYTES);
  return { table: { count, view, employers: table.employers }, numbers: numbers.subarray(0, count) };
}
