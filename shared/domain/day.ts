// A day of Asia/Jakarta (UTC+7 the year round), as `yyyy-mm-dd`. Days compare as strings.
import type { Brand } from "./brand.ts";

/** A calendar day, `yyyy-mm-dd`. */
export type Day = Brand<string, "Day">;

const DAY_MS = 86_400_000;
const JAKARTA_OFFSET_MS = 7 * 3_600_000;

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && iso(ms) === text;
}

/** @throws RangeError when the text is not a day of the calendar */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day (yyyy-mm-dd): ${JSON.stringify(text)}`);
  return text;
}

/** The day in Asia/Jakarta of an instant, e.g. `2023-12-31T17:00:00Z` → `2024-01-01`. */
export function dayInJakarta(instant: string): Day {
  return day(iso(Date.parse(instant) + JAKARTA_OFFSET_MS));
}

export function addDays(from: Day, days: number): Day {
  return day(iso(Date.parse(`${from}T00:00:00Z`) + days * DAY_MS));
}

/** The later of two days. */
export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** From one day to another; negative when `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
