// Remembers what the cells of a column mean, by their bytes, so that a text seen before is neither decoded nor read again. Bounded: past its
// limit it starts anew.
import { meantText } from "./csv-row.ts";

/** What the bytes from `from` to `to` mean; three bytes behind them must be there to read. */
export type CellMemo = (bytes: DataView, from: number, to: number) => number;

/** Longer cells are read each time. */
const LONGEST_WORDS = 8;
const SLOTS_PER_KEY = 4;
const SPREAD = 0x9e37_79b1;
const UNKNOWN = -0x8000_0000;

/**
 * @param read gives 32 bits with a sign
 * @param most how many texts are remembered at once
 */
export function cellMemo(read: (text: string) => number, most = 2048): CellMemo {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(most * SLOTS_PER_KEY)));
  const mask = slots.length - 1;
  // A key is its length and its bytes, four to a word.
  const keys = new Int32Array(most * LONGEST_WORDS);
  const lengths = new Uint8Array(most);
  const meanings = new Int32Array(most);
  const ofByte = new Int32Array(256).fill(UNKNOWN);
  const empty = read("");
  const words = new Int32Array(LONGEST_WORDS);
  let count = 0;

  /** Most cells are two words at most. */
  const isKey = (key: number, length: number, head: number, next: number): boolean => {
    const start = key * LONGEST_WORDS;
    if (keys[start] !== head || keys[start + 1] !== next || lengths[key] !== length) return false;
    for (let word = 2; word * 4 < length; word += 1) if (keys[start + word] !== words[word]) return false;
    return true;
  };
  const remember = (meaning: number, length: number, freeSlot: number): void => {
    if (count === most) {
      slots.fill(0);
      count = 0;
    }
    keys.set(words, count * LONGEST_WORDS);
    lengths[count] = length;
    meanings[count] = meaning;
    count += 1;
    slots[freeSlot] = count;
  };

  return (bytes, from, to) => {
    const length = to - from;
    if (length === 0) return empty;
    if (length === 1) {
      const byte = bytes.getUint8(from);
      const known = ofByte[byte] ?? UNKNOWN;
      if (known !== UNKNOWN) return known;
      const meaning = read(textBetween(bytes, from, to));
      ofByte[byte] = meaning;
      return meaning;
    }
    if (length > LONGEST_WORDS * 4) return read(textBetween(bytes, from, to));
    const head = wordAt(bytes, from, to);
    const next = length > 4 ? wordAt(bytes, from + 4, to) : 0;
    let hash = Math.imul(Math.imul(head ^ length, SPREAD) ^ next, SPREAD);
    words[0] = head;
    words[1] = next;
    for (let word = 2; word * 4 < length; word += 1) {
      const more = wordAt(bytes, from + word * 4, to);
      words[word] = more;
      hash = Math.imul(hash ^ more ^ (hash >>> 15), SPREAD);
    }
    hash ^= hash >>> 15;
    let slot = (hash & mask) - 1;
    for (;;) {
      slot = (slot + 1) & mask;
      const key = slots[slot] ?? 0;
      if (key === 0) break;
      if (isKey(key - 1, length, head, next)) return meanings[key - 1] ?? 0;
    }
    const meaning = read(textBetween(bytes, from, to));
    remember(meaning, length, slot);
    return meaning;
  };
}

/** Four bytes, with nothing in place of those behind `to`. */
function wordAt(bytes: DataView, at: number, to: number): number {
  const left = to - at;
  return bytes.getInt32(at, true) & (left >= 4 ? -1 : (1 << (left * 8)) - 1);
}

function textBetween(bytes: DataView, from: number, to: number): string {
  return meantText(Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("latin1"));
}
