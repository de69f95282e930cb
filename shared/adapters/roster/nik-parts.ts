// What `readNik` tells of the parts of 16 digits, remembered: there are but 10,000 beginnings, and as many days with months. By the numbers of a
// book of problems.
import type { Problem } from "#shared/domain/problem.ts";
import { readNik } from "#shared/domain/roster-file/identity-checks.ts";
import { DEPENDS, type ProblemBook } from "./problem-book.ts";

const UNKNOWN = -2;

export interface NikParts {
  /** Of the first four digits. */
  ofRegion(digits: number): number;
  /** Of day (women's from 41 on) and month; a day that is not in every year depends. */
  ofDay(digits: number): number;
  /** Of the serial number 0000. */
  readonly ofNoSerial: number;
}

export function nikParts(book: ProblemBook): NikParts {
  const regions = new Int32Array(10_000).fill(UNKNOWN);
  const days = new Int32Array(10_000).fill(UNKNOWN);
  const toldOf = (nik: string): number => book.numberOf("nik", problemOf(nik));

  const learnRegion = (digits: number): number => {
    const told = toldOf(`${fourDigits(digits)}010101970001`);
    regions[digits] = told;
    return told;
  };
  const learnDay = (digits: number): number => {
    const inAny = toldOf(`140301${fourDigits(digits)}970001`);
    const told = inAny === toldOf(`140301${fourDigits(digits)}960001`) ? inAny : DEPENDS;
    days[digits] = told;
    return told;
  };

  return {
    ofRegion(digits) {
      const known = regions[digits] ?? DEPENDS;
      return known === UNKNOWN ? learnRegion(digits) : known;
    },
    ofDay(digits) {
      const known = days[digits] ?? DEPENDS;
      return known === UNKNOWN ? learnDay(digits) : known;
    },
    ofNoSerial: toldOf("1403010101970000"),
  };
}

function problemOf(nik: string): Problem | null {
  const reading = readNik(nik);
  return "fault" in reading ? reading.fault : reading.warning;
}

function fourDigits(value: number): string {
  return String(value).padStart(4, "0");
}
