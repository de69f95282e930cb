// Remembers what the cells of a column mean, by their bytes, so that a text seen before is neither decoded nor read again. Bounded, and small for a
// small file: when it is full it starts anew, with more room up to its limit.
import { meantText } from "./csv-row.ts";

/** What the bytes from `from` to `to` mean. */
export type CellMemo = (bytes: DataView, from: number, to: number) => number;

/** Longer cells are read each time. */
const LONGEST_BYTES = 32;
const SLOTS_PER_KEY = 2;
/** Texts that there is room for at first, and how many times as many when that is full. */
const FIRST_TEXTS = 64;
const GROWTH = 8;
/** A slot: how many bytes, the first four, the last four, what they mean. */
const SLOT = 4;
/** Words of the longest cell between the first and the last. */
const MIDDLE = LONGEST_BYTES / 4 - 1;
const SPREAD = 0x9e37_79b1;
const UNKNOWN = -0x8000_0000;

/**
 * @param read gives 32 bits with a sign
 * @param most how many texts are remembered at once
 */
export function cellMemo(read: (text: string) => number, most = 2048): CellMemo {
  let room = 0;
  let mask = 0;
  let slots = new Int32Array(0);
  let middles = new Int32Array(0);
  const startAnew = (texts: number): void => {
    if (texts > room) {
      room = texts;
      mask = 2 ** Math.ceil(Math.log2(room * SLOTS_PER_KEY)) - 1;
      slots = new Int32Array((mask + 1) * SLOT);
      middles = new Int32Array((mask + 1) * MIDDLE);
    } else slots.fill(0);
  };
  startAnew(Math.min(most, FIRST_TEXTS));
  const ofByte = new Int32Array(256).fill(UNKNOWN);
  const empty = read("");
  let count = 0;

  const isSameMiddle = (slot: number, bytes: DataView, from: number, to: number): boolean => {
    let place = slot * MIDDLE;
    for (let at = from + 4; at < to - 4; at += 4, place += 1)
      if (middles[place] !== bytes.getInt32(at, true)) return false;
    return true;
  };
  const learn = (slot: number, bytes: DataView, from: number, to: number): number => {
    const meaning = read(textBetween(bytes, from, to));
    if (count === room) {
      startAnew(Math.min(most, room * GROWTH));
      count = 0;
      // This one is not kept: its slot was that of a smaller table.
      return meaning;
    }
    count += 1;
    slots.set([to - from, headOf(bytes, from, to), tailOf(bytes, from, to), meaning], slot * SLOT);
    for (let at = from + 4, place = slot * MIDDLE; at < to - 4; at += 4, place += 1)
      middles[place] = bytes.getInt32(at, true);
    return meaning;
  };
  const ofOne = (byte: number): number => {
    const known = ofByte[byte] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const meaning = read(meantText(String.fromCharCode(byte)));
    ofByte[byte] = meaning;
    return meaning;
  };

  return function meaningOf(bytes, from, to) {
    const length = to - from;
    if (length === 0) return empty;
    if (length === 1) return ofOne(bytes.getUint8(from));
    if (length > LONGEST_BYTES) return read(textBetween(bytes, from, to));
    const head = headOf(bytes, from, to);
    const tail = tailOf(bytes, from, to);
    let hash = Math.imul(Math.imul(head ^ length, SPREAD) ^ tail, SPREAD);
    for (let at = from + 4; at < to - 4; at += 4)
      hash = Math.imul(hash ^ bytes.getInt32(at, true) ^ (hash >>> 15), SPREAD);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const known = slots[slot * SLOT];
      if (known === 0) return learn(slot, bytes, from, to);
      if (known !== length || slots[slot * SLOT + 1] !== head || slots[slot * SLOT + 2] !== tail) continue;
      if (length <= 8 || isSameMiddle(slot, bytes, from, to)) return slots[slot * SLOT + 3] ?? 0;
    }
  };
}

/** Of two bytes and more: the first four, or two. */
function headOf(bytes: DataView, from: number, to: number): number {
  return to - from < 4 ? bytes.getUint16(from) : bytes.getInt32(from, true);
}

/** The last four, some of which may be among the first; of fewer, the last. */
function tailOf(bytes: DataView, from: number, to: number): number {
  return to - from < 4 ? bytes.getUint8(to - 1) : bytes.getInt32(to - 4, true);
}

function textBetween(bytes: DataView, from: number, to: number): string {
  return meantText(Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("latin1"));
}
