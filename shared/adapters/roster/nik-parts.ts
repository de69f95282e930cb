// What `readNik` tells of 16 digits, remembered by their parts: there are but 10,000 beginnings, and as many days with months.
import { REGENCY_PREFIXES } from "#shared/domain/nik.ts";
import type { Problem } from "#shared/domain/problem.ts";
import { readNik } from "#shared/domain/roster-file/identity-checks.ts";
import { DEPENDS, NOTHING_TOLD, type ProblemBook } from "./problem-book.ts";
import { fourDigitsAt } from "./row-cells.ts";

const PARTS = 10_000;
const NO_SERIAL = "0000";
/** Of a woman. */
const LAST_DAY = 71;

/** By four digits: 1 where there is nothing to tell of them. */
export interface PlainNikParts {
  /** The first four. */
  readonly isPlainRegion: Uint8Array;
  /** Day (women's from 41 on) and month. */
  readonly isPlainDay: Uint8Array;
}

let plainParts: PlainNikParts | undefined;

/** The same for all files, and learnt once. */
export function plainNikParts(): PlainNikParts {
  plainParts ??= learnPlainParts();
  return plainParts;
}

/** Of any region that is not listed there is something to tell. */
function learnPlainParts(): PlainNikParts {
  const isPlainRegion = new Uint8Array(PARTS);
  const isPlainDay = new Uint8Array(PARTS);
  for (const region of REGENCY_PREFIXES) if (ofRegion(region) === null) isPlainRegion[Number(region)] = 1;
  for (let day = 1; day <= LAST_DAY; day += 1)
    for (let month = 1; month <= 12; month += 1) {
      const digits = fourDigits(day * 100 + month);
      if (ofDay(digits, "97") === null && ofDay(digits, "96") === null) isPlainDay[Number(digits)] = 1;
    }
  return { isPlainRegion, isPlainDay };
}

/** The number of what is told of the 16 digits from `at` on; a day that is not in every year depends. */
export function nikTeller(book: ProblemBook): (bytes: DataView, at: number) => number {
  const regions = new Map<number, number>();
  const days = new Map<number, number>();
  const ofNoSerial = book.numberOf("nik", problemOf(`140301010197${NO_SERIAL}`));

  const regionTold = (part: number): number => {
    const told = regions.get(part) ?? book.numberOf("nik", ofRegion(fourDigits(part)));
    regions.set(part, told);
    return told;
  };
  const dayTold = (part: number): number => {
    const known = days.get(part);
    if (known !== undefined) return known;
    const inAny = book.numberOf("nik", ofDay(fourDigits(part), "97"));
    const told = inAny === book.numberOf("nik", ofDay(fourDigits(part), "96")) ? inAny : DEPENDS;
    days.set(part, told);
    return told;
  };

  return (bytes, at) => {
    if (fourDigitsAt(bytes, at + 12) === 0) return ofNoSerial;
    const told = regionTold(fourDigitsAt(bytes, at));
    return told === NOTHING_TOLD ? dayTold(fourDigitsAt(bytes, at + 6)) : told;
  };
}

function ofRegion(digits: string): Problem | null {
  return problemOf(`${digits}010101970001`);
}

function ofDay(digits: string, year: string): Problem | null {
  return problemOf(`140301${digits}${year}0001`);
}

function problemOf(nik: string): Problem | null {
  const reading = readNik(nik);
  return "fault" in reading ? reading.fault : reading.warning;
}

function fourDigits(value: number): string {
  return String(value).padStart(4, "0");
}
