// Growing lists of bytes and numbers without an object per row: the NIK of rejected rows, and row numbers.
import { copyWorker, uncountedRoom } from "#shared/domain/row-writer.ts";

export interface NikList {
  readonly count: number;
  /** The 16 digits from `at` on. */
  append(nik: DataView, at: number): void;
  /** 16 ASCII bytes a NIK. */
  bytes(): Uint8Array;
}

export const NIK_BYTES = 16;

export function nikList(): NikList {
  let bytes = new Uint8Array(64 * NIK_BYTES);
  let view = new DataView(bytes.buffer);
  let count = 0;
  return {
    get count() {
      return count;
    },
    append(nik, at) {
      if ((count + 1) * NIK_BYTES > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
        view = new DataView(bytes.buffer);
      }
      copyWorker(nik, at, view, count * NIK_BYTES);
      count += 1;
    },
    bytes: () => bytes.subarray(0, count * NIK_BYTES),
  };
}

/** Puts the 16 ASCII digits of a NIK into `bytes`. */
export function writeNik(nik: string, bytes: Uint8Array, at: number): void {
  for (let index = 0; index < NIK_BYTES; index += 1) bytes[at + index] = nik.charCodeAt(index);
}

export interface NumberList {
  append(value: number): void;
  numbers(): Uint32Array;
}

/** From here on a list takes all the room that it may ever need: memory that is not written to is not taken. */
const LONG_LIST = 2 ** 17;

/** @param most numbers beyond which it grows by copies */
export function numberList(most = 0): NumberList {
  let numbers: Uint32Array = new Uint32Array(64);
  let count = 0;
  const grow = (): void => {
    const larger = roomFor(count, most);
    larger.set(numbers);
    numbers = larger;
  };
  return {
    append(value) {
      if (count === numbers.length) grow();
      numbers[count] = value;
      count += 1;
    },
    numbers: () => numbers.subarray(0, count),
  };
}

function roomFor(count: number, most: number): Uint32Array {
  if (count < LONG_LIST) return new Uint32Array(count * 2);
  return new Uint32Array(uncountedRoom(Math.max(count * 2, most) * Uint32Array.BYTES_PER_ELEMENT));
}
