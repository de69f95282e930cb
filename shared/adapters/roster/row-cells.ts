// Where the cells of one row stand in the bytes of a CSV, by field, and how digits are read there.

/** By the numbers below; a field that the row does not have begins and ends at 0. */
export interface RowCells {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Numbers of `FIELDS`, from 1 on. */
export const [NIK, BIRTH, SEX, PROGRAMMES, FIRST, LAST, MONTHS, WAGE, EMPLOYER, OCCUPATION] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
];
/** The last cell of the row, whatever its column. */
export const LAST_CELL = 11;
export const NIK_DIGITS = 16;

const ZERO = 48;
const APOSTROPHE = 39;
/** Days are counted from 41 for women. */
const WOMEN_FROM = 40;

/** Where 16 bytes begin that may be a NIK, behind the apostrophe that keeps them text; -1 when there are more or fewer. */
export function placeOfNik(bytes: DataView, { starts, ends }: RowCells): number {
  const from = starts[NIK] ?? 0;
  const length = (ends[NIK] ?? 0) - from;
  if (length === NIK_DIGITS) return from;
  return length === NIK_DIGITS + 1 && bytes.getUint8(from) === APOSTROPHE ? from + 1 : -1;
}

export function areNikDigits(bytes: DataView, at: number): boolean {
  for (let word = at; word < at + NIK_DIGITS; word += 4) if (!areDigits(bytes.getInt32(word, true))) return false;
  return true;
}

/** A day as one number that is quickly taken apart: year, month and day in 16, 8 and 8 bits. */
export function dayNumber(year: number, month: number, day: number): number {
  return (year << 16) | (month << 8) | day;
}

export function yearOfDay(day: number): number {
  return day >> 16;
}

export function monthOfDay(day: number): number {
  return (day >> 8) & 0xff;
}

export function dayOfMonth(day: number): number {
  return day & 0xff;
}

/** Whether a day is that of a NIK, whose year has two digits. */
export function isBornOn(bytes: DataView, nikAt: number, day: number): boolean {
  return (
    dayOfMonth(day) === twoDigitsAt(bytes, nikAt + 6) % WOMEN_FROM &&
    monthOfDay(day) === twoDigitsAt(bytes, nikAt + 8) &&
    yearOfDay(day) % 100 === twoDigitsAt(bytes, nikAt + 10)
  );
}

export function isWomans(bytes: DataView, nikAt: number): boolean {
  return twoDigitsAt(bytes, nikAt + 6) > WOMEN_FROM;
}

/** Whether the four bytes of a word are digits. */
export function areDigits(word: number): boolean {
  return (word & 0xf0f0_f0f0) === 0x3030_3030 && ((word + 0x0606_0606) & 0xf0f0_f0f0) === 0x3030_3030;
}

/** Of digits only. */
export function twoDigitsAt(bytes: DataView, at: number): number {
  return bytes.getUint8(at) * 10 + bytes.getUint8(at + 1) - ZERO * 11;
}

/** Of digits only: the pairs of a word side by side, then both together. */
export function fourDigitsAt(bytes: DataView, at: number): number {
  const digits = bytes.getInt32(at, true) & 0x0f0f_0f0f;
  const pairs = digits * 10 + (digits >> 8);
  return (pairs & 0xff) * 100 + ((pairs >> 16) & 0xff);
}
