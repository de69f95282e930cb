// Who a row names: the NIK by its structure, and what the other columns say against it. A NIK tells of the first registration, so a birth date or
// sex that differs is a warning and never a rejection.
import type { Day } from "../day.ts";
import { birthInNik, faultOfNik, type Nik } from "../nik.ts";
import type { Problem } from "../problem.ts";
import { readDay } from "./calendar-cell.ts";
import { type Cell, textOf } from "./cell.ts";
import { problem } from "./problems.ts";

export type NikReading = { readonly nik: Nik } | { readonly fault: Problem };

/** The NIK of a cell, never by way of a number. */
export function readNik(cell: Cell | undefined): NikReading {
  if (typeof cell === "number") return { fault: problem("nik-is-number") };
  const text = textOf(cell);
  const fault = faultOfNik(text);
  if (fault === null) return { nik: text as Nik };
  return { fault: fault === "nik-length" ? problem(fault, text.length) : problem(fault) };
}

/** What the birth date of a row is worth; `nik` is null where the NIK could not be read. */
export function checkBirthDate(cell: Cell | undefined, nik: Nik | null): Problem | null {
  const reading = readDay(cell);
  switch (reading) {
    case "empty":
      return null;
    case "impossible":
      return problem("birth-date-impossible");
    case "unreadable":
      return problem("birth-date-unreadable");
    default:
      return nik === null || isBornOn(nik, reading.day) ? null : problem("birth-date-differs");
  }
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
