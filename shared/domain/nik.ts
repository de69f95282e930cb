// What can be told of a NIK (`PPKKCC DDMMYY SSSS`, PP 37/2007 art. 37) from its own digits. It is text from the first to the last: as a number,
// Excel loses its 16th digit and JavaScript rounds those of Papua. A NIK says where and as whose child of which day somebody was first
// registered, nothing of today: disagreement with other columns is for the caller to tell, never to reject.
import type { Brand } from "./brand.ts";
import { PROVINCES, REGENCIES } from "./regions.generated.ts";
import { RETIRED_REGENCIES } from "./retired-regencies.ts";

/** 16 ASCII digits of a sound structure. */
export type Nik = Brand<string, "Nik">;

/** Why a text is no NIK; the codes are those of the problems. */
export type NikFault =
  | "nik-missing"
  | "nik-scientific"
  | "nik-not-digits"
  | "nik-length"
  | "nik-digits-lost"
  | "nik-region-unknown"
  | "nik-date-impossible";

/** The first four digits of all regencies, present and retired. */
export const REGENCY_PREFIXES: ReadonlySet<string> = new Set(
  [...Object.keys(REGENCIES), ...RETIRED_REGENCIES.flatMap(({ codes }) => codes)].map((code) => code.replace(".", "")),
);
const PROVINCE_PREFIXES: ReadonlySet<string> = new Set(Object.keys(PROVINCES));
/** No province ever had more regencies (01 to 69) or cities (71 to 99) than these. */
const LAST_REGENCY = 40;
const LAST_CITY = 80;

/** Whether the first four digits are in the list of regencies, present or retired. */
export function isListedRegion(nik: Nik): boolean {
  return REGENCY_PREFIXES.has(nik.slice(0, 4));
}

// A list of retired numbers is never known to be whole, and nobody can mend a NIK that is as it was given: so what is merely not listed is for the
// caller to warn of. What no list could ever have held is a fault.
function isPossibleRegion(nik: string): boolean {
  if (REGENCY_PREFIXES.has(nik.slice(0, 4))) return true;
  const number = Number(nik.slice(2, 4));
  const possible = (number >= 1 && number <= LAST_REGENCY) || (number >= 71 && number <= LAST_CITY);
  return possible && PROVINCE_PREFIXES.has(nik.slice(0, 2));
}

/** Days are counted from 41 for women. */
const WOMEN_FROM = 40;
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const SIXTEEN_DIGITS = /^[0-9]{16}$/;

/** What is wrong with the structure of a text that should be a NIK; null: nothing. Blanks and apostrophes around it are the reader's to strip. */
export function faultOfNik(text: string): NikFault | null {
  if (!SIXTEEN_DIGITS.test(text)) return faultOfShape(text);
  if (text.endsWith("0000")) return "nik-digits-lost";
  if (!isPossibleRegion(text)) return "nik-region-unknown";
  const { day, month } = birthInNik(text as Nik);
  if (day < 1 || day > (LONGEST_MONTHS[month - 1] ?? 0) || isFalseLeapDay(text)) return "nik-date-impossible";
  return null;
}

export function isNik(text: string): text is Nik {
  return faultOfNik(text) === null;
}

function faultOfShape(text: string): NikFault {
  if (text === "") return "nik-missing";
  if (/^[0-9]+([.,][0-9]+)?E\+?[0-9]+$/i.test(text)) return "nik-scientific";
  return /^[0-9]+$/.test(text) ? "nik-length" : "nik-not-digits";
}

// The century is not in the NIK: 29 February of year 00 is believed (2000), that of an odd year cannot be.
function isFalseLeapDay(nik: string): boolean {
  return (
    Number(nik.slice(6, 8)) % WOMEN_FROM === 29 && nik.slice(8, 10) === "02" && Number(nik.slice(10, 12)) % 4 !== 0
  );
}

export interface BirthInNik {
  readonly day: number;
  readonly month: number;
  /** Two digits; the century is not told. */
  readonly year: number;
  readonly sex: "L" | "P";
}

/** Birth date and sex under which the NIK was first given. */
export function birthInNik(nik: Nik): BirthInNik {
  const dayAndSex = Number(nik.slice(6, 8));
  const woman = dayAndSex > WOMEN_FROM;
  return {
    day: woman ? dayAndSex - WOMEN_FROM : dayAndSex,
    month: Number(nik.slice(8, 10)),
    year: Number(nik.slice(10, 12)),
    sex: woman ? "P" : "L",
  };
}
