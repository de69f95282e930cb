// Who a row names: the NIK by its structure, and what the other columns say against it. A NIK tells of the first registration, so a birth date or
// sex that differs is a warning and never a rejection.
import { type Day, isDay } from "../day.ts";
import { birthInNik, faultOfNik, isListedRegion, type Nik } from "../nik.ts";
import type { Problem } from "../problem.ts";
import { birthCentury } from "./birth-year.ts";
import { isSerialText, readDay, readMonthFirst } from "./calendar-cell.ts";
import { type Cell, isBlank, isFormula, textOf } from "./cell.ts";
import { problem } from "./problems.ts";

/** `warning`: the NIK is read, but something is to be told of it. */
export type NikReading = { readonly nik: Nik; readonly warning: Problem | null } | { readonly fault: Problem };

const PASSPORT = /^[A-Z]{1,2}\d{6,7}$/i;
/** All 16 digits, written out as a number by a program that knew it as one. */
const WITH_DECIMALS = /^\d{16}[.,]\d{1,2}$/;

/** The NIK of a cell, never by way of a number. */
export function readNik(cell: Cell | undefined): NikReading {
  if (typeof cell === "number") return { fault: problem("nik-is-number") };
  const written = textOf(cell);
  if (isBlank(written)) return { fault: problem("nik-missing") };
  if (isFormula(written)) return { fault: problem("nik-is-formula") };
  if (WITH_DECIMALS.test(written)) return { fault: problem("nik-is-number") };
  const text = /^\d[\d .-]{15,30}$/.test(written) ? written.replace(/[ .-]/g, "") : written;
  const fault = faultOfNik(text);
  if (fault === null) return { nik: text as Nik, warning: warningOf(text as Nik, written) };
  if (fault === "nik-length") return { fault: problem(fault, text.length) };
  return { fault: problem(fault === "nik-not-digits" && PASSPORT.test(text) ? "nik-is-passport" : fault) };
}

function warningOf(nik: Nik, written: string): Problem | null {
  if (!isListedRegion(nik)) return problem("nik-region-unlisted");
  return nik === written ? null : problem("nik-spaced");
}

export interface BirthReading {
  /** null when it is empty or cannot be told. */
  readonly birth: Day | null;
  readonly problem: Problem | null;
}

/**
 * What the birth date of a row is worth; `nik` is null where the NIK could not be read. Day comes before month, unless only the other order gives
 * the date in the NIK: of a text that is how it is written, of a date what a program has made of it.
 */
export function readBirth(cell: Cell | undefined, nik: Nik | null, asOf: Day): BirthReading {
  const century = birthCentury(asOf);
  const reading = readDay(cell, century);
  if (reading === "empty") return { birth: null, problem: null };
  if (reading === "unreadable") return { birth: null, problem: problem("birth-date-unreadable") };
  const birth = reading === "impossible" ? null : reading.day;
  // Five digits may be no serial: only the NIK can bear it out.
  if (isSerialText(cell) && !isBorneOut(birth, nik)) return { birth: null, problem: problem("birth-date-unreadable") };
  if (nik !== null && (birth === null || !isBornOn(nik, birth))) {
    const swapped = readMonthFirst(cell, century);
    if (swapped !== null && isBornOn(nik, swapped))
      return { birth: swapped, problem: problem("birth-date-month-first") };
  }
  if (birth === null) return { birth, problem: problem("birth-date-impossible") };
  if (birth > asOf) return { birth: null, problem: problem("birth-date-future") };
  if (nik === null || isBornOn(nik, birth)) return { birth, problem: null };
  const turned = turnedRound(birth);
  return turned !== null && isBornOn(nik, turned)
    ? { birth: turned, problem: problem("birth-date-swapped") }
    : { birth, problem: problem("birth-date-differs") };
}

function isBorneOut(birth: Day | null, nik: Nik | null): boolean {
  if (birth === null || nik === null) return false;
  const turned = turnedRound(birth);
  return isBornOn(nik, birth) || (turned !== null && isBornOn(nik, turned));
}

/** Day and month in each other's place, as Excel puts them when it takes dd/mm for mm/dd; null where that gives no day. */
function turnedRound(day: Day): Day | null {
  const turned = `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`;
  return isDay(turned) ? turned : null;
}

function isBornOn(nik: Nik, day: Day): boolean {
  const { year, month, day: dayOfMonth } = birthInNik(nik);
  return Number(day.slice(8)) === dayOfMonth && Number(day.slice(5, 7)) === month && Number(day.slice(2, 4)) === year;
}

const MEN = new Set(["L", "LK", "LAKI", "LAKILAKI", "PRIA", "M", "MALE", "1"]);
const WOMEN = new Set(["P", "PR", "PEREMPUAN", "WANITA", "F", "FEMALE", "2"]);

/** Whether the sex of a row is that of its NIK; what cannot be told is not told. */
export function checkSex(cell: Cell | undefined, nik: Nik | null): Problem | null {
  if (nik === null) return null;
  const text = textOf(cell)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
  const { sex } = birthInNik(nik);
  return (MEN.has(text) && sex === "P") || (WOMEN.has(text) && sex === "L") ? problem("sex-differs") : null;
}
