// A month as a whole number, counted from January of year 0, so that months are compared, added and packed as numbers.
import type { Brand } from "./brand.ts";
import { type Day, day } from "./day.ts";

/** Months since January of year 0: `2023-02` is 2023 × 12 + 1. Fits in 16 bits. */
export type Month = Brand<number, "Month">;

/** The last month of a protection without an end; later than every real month. */
export const OPEN_END = 0xffff as Month;

/** Earlier than every real month. */
export const EARLIEST_MONTH = 0 as Month;

export function monthNumber(value: number): Month {
  if (!Number.isInteger(value) || value < 0 || value > OPEN_END) throw new RangeError(`not a month: ${value}`);
  return value as Month;
}

export function isMonthText(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** @throws RangeError when the text is not `yyyy-mm` */
export function month(text: string): Month {
  if (!isMonthText(text)) throw new RangeError(`not a month (yyyy-mm): ${JSON.stringify(text)}`);
  return monthNumber(Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1);
}

/** `yyyy-mm`; the open end as an empty text. */
export function monthText(value: Month): string {
  if (value === OPEN_END) return "";
  return `${String(Math.floor(value / 12)).padStart(4, "0")}-${String((value % 12) + 1).padStart(2, "0")}`;
}

export function monthOfDay(value: Day): Month {
  return month(value.slice(0, 7));
}

export function firstDayOf(value: Month): Day {
  return day(`${monthText(value)}-01`);
}

/** The month `count` after (before, when negative); the open end stays open. */
export function addMonths(value: Month, count: number): Month {
  return value === OPEN_END ? OPEN_END : monthNumber(value + count);
}

export function yearOf(value: Month): number {
  return Math.floor(value / 12);
}

export function laterMonth(a: Month, b: Month): Month {
  return a > b ? a : b;
}

/** All months from `first` to `last`, both included. */
export function monthsBetween(first: Month, last: Month): readonly Month[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => monthNumber(first + index));
}
