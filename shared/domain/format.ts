// Numbers, amounts, months and days as people read them: Indonesian (24.000; 32,3 %) and English (24,000; 32.3 %). Plain ASCII, so that any
// mail, terminal and phone shows them.
import type { Day } from "./day.ts";
import { type Month, monthOfDay, yearOf } from "./month.ts";

const MONTHS_ID = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;
const MONTHS_EN = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** `24000` → `24.000`; a whole number. */
export function formatNumberId(value: number): string {
  return grouped(value, ".");
}

/** `24000` → `24,000`; a whole number. */
export function formatNumberEn(value: number): string {
  return grouped(value, ",");
}

/** `1 worker`, `24,000 workers`, `0 regencies`. @param many where it is more than `one` with an s: `regencies`, `workers are` */
export function countEn(count: number, one: string, many = `${one}s`): string {
  return `${formatNumberEn(count)} ${count === 1 ? one : many}`;
}

/** `-24.000`, `+54`, `0`. */
export function formatChangeId(value: number): string {
  return (value > 0 ? "+" : "") + formatNumberId(value);
}

/** `-24,000`, `+54`, `0`. */
export function formatChangeEn(value: number): string {
  return (value > 0 ? "+" : "") + formatNumberEn(value);
}

/** `403200000` → `Rp 403.200.000`. */
export function formatRupiahId(rupiah: number): string {
  return `Rp ${formatNumberId(rupiah)}`;
}

/** `403200000` → `Rp 403,200,000`. */
export function formatRupiahEn(rupiah: number): string {
  return `Rp ${formatNumberEn(rupiah)}`;
}

/** `0.3233` → `32,3 %`. */
export function formatPercentId(share: number): string {
  return `${(share * 100).toFixed(1).replace(".", ",")} %`;
}

/** `0.3233` → `32.3 %`. */
export function formatPercentEn(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** `Januari 2024`. */
export function monthNameId(month: Month): string {
  return `${MONTHS_ID[month % 12]} ${yearOf(month)}`;
}

/** `Jan 2024`, `Agu 2024`: for where room is scarce. */
export function shortMonthId(month: Month): string {
  return `${MONTHS_ID[month % 12]?.slice(0, 3)} ${yearOf(month)}`;
}

/** `1 Jan 2024`. */
export function shortDayId(day: Day): string {
  return `${Number(day.slice(8))} ${shortMonthId(monthOfDay(day))}`;
}

/** `January 2024`. */
export function monthNameEn(month: Month): string {
  return `${MONTHS_EN[month % 12]} ${yearOf(month)}`;
}

/** `1 Januari 2024`. */
export function dayNameId(day: Day): string {
  return `${Number(day.slice(8))} ${monthNameId(monthOfDay(day))}`;
}

/** `1 January 2024`. */
export function dayNameEn(day: Day): string {
  return `${Number(day.slice(8))} ${monthNameEn(monthOfDay(day))}`;
}

function grouped(value: number, separator: string): string {
  const digits = Math.abs(value)
    .toFixed(0)
    .replace(/\B(?=(\d{3})+$)/g, separator);
  return value < 0 ? `-${digits}` : digits;
}
