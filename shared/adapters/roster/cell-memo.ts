// Remembers what the cells of a column mean, by their bytes, so that a text seen before is neither decoded nor read again. Bounded: past its
// limit it starts anew.
import { meantText } from "./csv-row.ts";

/** What the bytes from `from` to `to` mean. */
export type CellMemo = (bytes: Buffer, from: number, to: number) => number;

const LONGEST_KEY = 64;
const SLOTS_PER_KEY = 4;

/** @param most how many texts are remembered at once */
export function cellMemo(read: (text: string) => number, most = 4096): CellMemo {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(most * SLOTS_PER_KEY)));
  const mask = slots.length - 1;
  const keys = new Uint8Array(most * LONGEST_KEY);
  const lengths = new Uint8Array(most);
  const meanings = new Float64Array(most);
  const empty = read("");
  let count = 0;
  let last = 0;

  const isKey = (key: number, bytes: Buffer, from: number, length: number): boolean => {
    if (lengths[key] !== length) return false;
    const start = key * LONGEST_KEY;
    for (let place = 0; place < length; place += 1) if (keys[start + place] !== bytes[from + place]) return false;
    return true;
  };

  return (bytes, from, to) => {
    const length = to - from;
    if (length === 0) return empty;
    if (length > LONGEST_KEY) return read(meantText(bytes.toString("latin1", from, to)));
    if (count > 0 && isKey(last, bytes, from, length)) return meanings[last] ?? 0;
    let hash = length;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let key = slots[slot] ?? 0; key > 0; key = slots[slot] ?? 0) {
      if (isKey(key - 1, bytes, from, length)) {
        last = key - 1;
        return meanings[last] ?? 0;
      }
      slot = (slot + 1) & mask;
    }
    const meaning = read(meantText(bytes.toString("latin1", from, to)));
    if (count === most) {
      slots.fill(0);
      count = 0;
      slot = (hash ^ (hash >>> 15)) & mask;
    }
    bytes.copy(keys, count * LONGEST_KEY, from, to);
    lengths[count] = length;
    meanings[count] = meaning;
    last = count;
    count += 1;
    slots[slot] = count;
    return meaning;
  };
}
