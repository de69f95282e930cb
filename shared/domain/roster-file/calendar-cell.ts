// Days and months as people write them: 31-12-1992, 31/12/1992, 1992-12-31, 31 Desember 1992, 2023-02, 02/2023, Feb 2023, Feb-23 (into which
// Excel turns 2023-02), or Excel's serial number, also as the text that a CSV has of it. Day comes before month, as the templates say. A year of two digits is only taken under a rule
// that gives its century: for months of protection always 20yy, for birth dates that of `birth-year.ts`.
import { type Day, isDay } from "../day.ts";
import { type Month, monthNumber } from "../month.ts";
import { type Cell, isBlank, textOf } from "./cell.ts";

/** `impossible`: has the form of a date that no calendar has; `unreadable`: has no such form. */
export type DayReading = { readonly day: Day } | "empty" | "impossible" | "unreadable";
export type MonthReading = { readonly month: Month } | "empty" | "impossible" | "unreadable";

const EARLIEST_YEAR = 1950;
const LATEST_YEAR = 2100;
const LAST_SERIAL = 2_958_465;
const DAY_MS = 86_400_000;
/** Excel counts from 1899-12-31 and believes in 29 February 1900: from March 1900 on this is its day 0. */
const SERIAL_ZERO_MS = Date.UTC(1899, 11, 30);

const MONTH_NAMES: ReadonlyMap<string, number> = new Map(
  [
    ["januari", "january", "jan"],
    ["februari", "february", "pebruari", "feb", "peb"],
    ["maret", "march", "mar", "mrt"],
    ["april", "apr"],
    ["mei", "may"],
    ["juni", "june", "jun"],
    ["juli", "july", "jul"],
    ["agustus", "august", "agust", "agu", "agt", "ags", "aug"],
    ["september", "sep", "sept"],
    ["oktober", "october", "okt", "oct"],
    ["november", "nopember", "nov", "nop"],
    ["desember", "december", "des", "dec"],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const DAY_FIRST = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2}|[a-z]+)\.?\s*[-/. ]\s*(\d{4}|\d{2})(?:\s+0?0[:.]00(?:[:.]00)?)?$/i;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2}|[a-z]+)[-/. ](\d{4})$/i;
const NAMED_MONTH_SHORT_YEAR = /^([a-z]+)[-/. ](\d{2})$/i;

/** As text, serials of 1927 to 2173. */
const SERIAL_TEXT = /^[1-9]\d{4}$/;
/** Of those, as months: from 2014, the first year of BPJS Ketenagakerjaan, to 2036. Before, 20221 may be January 2022, and 40122 4 January 2022. */
const FIRST_MONTH_SERIAL = 41_640;
const LAST_MONTH_SERIAL = 49_999;
/** A serial that may as well be a month: 42023 is 20 January 2015, or April 2023. */
const SERIAL_OR_MONTH = /^[1-9](?:19|20)\d\d$/;

/** The year that two digits stand for; null: not to be told. */
export type CenturyRule = (twoDigits: number) => number | null;
const NO_CENTURY: CenturyRule = () => null;
const THIS_CENTURY: CenturyRule = (twoDigits) => 2000 + twoDigits;

/** With hyphens for the longer dashes and the minus sign that Word and web pages put in their place. */
function dateText(cell: Cell | undefined): string {
  return textOf(cell).replace(/[\u2010-\u2015\u2212]/g, "-");
}

/** Whether a cell is five digits as text: a serial, or day, month and year of which the first zero is lost (050870). */
export function isSerialText(cell: Cell | undefined): boolean {
  return typeof cell === "string" && SERIAL_TEXT.test(dateText(cell));
}

/** The day that a cell names. */
export function readDay(cell: Cell | undefined, centuryOf: CenturyRule = NO_CENTURY): DayReading {
  if (typeof cell === "number") return dayOfSerial(cell);
  const text = dateText(cell);
  if (isBlank(text)) return "empty";
  if (SERIAL_TEXT.test(text)) return dayOfSerial(Number(text));
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dayOf(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const dayFirst = DAY_FIRST.exec(text);
  const year = dayFirst ? yearOf(dayFirst[3], centuryOf) : null;
  return dayFirst && year !== null ? dayOf(year, monthOfYear(dayFirst[2]), dayFirst[1]) : "unreadable";
}

/** The day that a cell would name if the month came first, as in America; null where it cannot. */
export function readMonthFirst(cell: Cell | undefined, centuryOf: CenturyRule = NO_CENTURY): Day | null {
  const parts = typeof cell === "number" ? null : DAY_FIRST.exec(dateText(cell));
  const year = parts ? yearOf(parts[3], centuryOf) : null;
  if (!parts || year === null || !/^\d+$/.test(parts[2] ?? "")) return null;
  const reading = dayOf(year, Number(parts[1]), parts[2]);
  return typeof reading === "object" ? reading.day : null;
}

function yearOf(text = "", centuryOf: CenturyRule): string | null {
  if (text.length === 4) return text;
  const year = centuryOf(Number(text));
  return year === null ? null : String(year);
}

function isMonthSerial(text: string): boolean {
  const serial = Number(text);
  return serial >= FIRST_MONTH_SERIAL && serial <= LAST_MONTH_SERIAL && !SERIAL_OR_MONTH.test(text);
}

/** The month that a cell names, or that of the day which it names. */
export function readMonth(cell: Cell | undefined): MonthReading {
  const text = dateText(cell);
  if (typeof cell !== "number") {
    const yearFirst = YEAR_MONTH.exec(text);
    if (yearFirst) return monthOf(Number(yearFirst[1]), Number(yearFirst[2]));
    const monthFirst = MONTH_YEAR.exec(text);
    if (monthFirst) return monthOf(Number(monthFirst[2]), monthOfYear(monthFirst[1]));
    const shortYear = NAMED_MONTH_SHORT_YEAR.exec(text);
    if (shortYear) return monthOf(2000 + Number(shortYear[2]), monthOfYear(shortYear[1]));
    if (SERIAL_TEXT.test(text) && !isMonthSerial(text)) return "unreadable";
  }
  const reading = readDay(cell, THIS_CENTURY);
  if (typeof reading === "string") return reading;
  return monthOf(Number(reading.day.slice(0, 4)), Number(reading.day.slice(5, 7)));
}

function monthOfYear(text = ""): number | undefined {
  return /^\d/.test(text) ? Number(text) : MONTH_NAMES.get(text.toLowerCase());
}

function monthOf(year: number, month: number | undefined): MonthReading {
  if (month === undefined) return "unreadable";
  if (month < 1 || month > 12 || year < EARLIEST_YEAR || year > LATEST_YEAR) return "impossible";
  return { month: monthNumber(year * 12 + month - 1) };
}

function dayOf(year = "", month: number | undefined, day = ""): DayReading {
  if (month === undefined) return "unreadable";
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), month)) return "impossible";
  return { day: `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}` as Day };
}

/** By arithmetic, for it is asked for every row; 0 for a month that is none. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month < 1 || month > 12) return 0;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function dayOfSerial(serial: number): DayReading {
  if (!(serial >= 61 && serial <= LAST_SERIAL)) return "impossible";
  const text = new Date(SERIAL_ZERO_MS + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
  return isDay(text) ? { day: text } : "impossible";
}
