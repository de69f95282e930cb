// The ages that the rules of protection know, as a table. All of them only warn: they are known from the press, the birth date in a roster is often
// wrong, and only BPJS decides who may join; but whoever pays for workers that BPJS will refuse wants to hear of it beforehand.
import type { Day } from "../day.ts";
import { type Month, yearOf } from "../month.ts";
import type { Problem } from "../problem.ts";
import { includesAll, type ProgrammeSet, programmeSet } from "../programme.ts";
import type { Segment } from "../segment.ts";
import { type ProblemCode, problem } from "./problems.ts";

/** What an age is held against: the worker's age in full years on the first day of his protection. */
export interface Registration {
  readonly segment: Segment;
  readonly programmes: ProgrammeSet;
  /** First month of the protection. */
  readonly first: Month;
}

type AgeCode = Extract<ProblemCode, `age-${string}`>;

interface AgeRule {
  readonly code: AgeCode;
  readonly applies: (of: Registration) => boolean;
  readonly youngest?: number;
  /** Included. */
  readonly oldest?: (year: number) => number;
}

const SELF_EMPLOYED: ReadonlySet<Segment> = new Set(["bpu", "rentan", "rt-rw"]);

const AGE_RULES: readonly AgeRule[] = [
  // Sakernas counts workers from 15; the law allows light work from 15 (unverified).
  { code: "age-below-15", applies: () => true, youngest: 15 },
  // BPU: not older than 65 when registered (press). Wage earners have no limit while employed.
  { code: "age-above-65", applies: ({ segment }) => SELF_EMPLOYED.has(segment), oldest: () => 65 },
  // PP 6/2025 art. 4: under 54 when registered for JKP.
  {
    code: "age-above-jkp",
    applies: ({ programmes }) => includesAll(programmes, programmeSet("jkp")),
    oldest: () => 53,
  },
  // PP 45/2015 art. 15: JP until a month before the pension age.
  {
    code: "age-above-jp",
    applies: ({ programmes }) => includesAll(programmes, programmeSet("jp")),
    oldest: (year) => pensionAge(year) - 1,
  },
];

/** 56 to 2018, 57 from 2019 on, then one more every three years up to 65 (PP 45/2015 art. 15). */
export function pensionAge(year: number): number {
  return year < 2019 ? 56 : Math.min(65, 57 + Math.floor((year - 2019) / 3));
}

/** Full months of a life on the first day of a month; the birth month counts from 1. */
export function monthsOfLife(first: number, birthYear: number, birthMonth: number, birthDay: number): number {
  return first - (birthYear * 12 + birthMonth - 1) - (birthDay === 1 ? 0 : 1);
}

/** The youngest and the oldest, in full years, of whom there is nothing to tell. */
export function unremarkableAges(of: Registration): readonly [number, number] {
  let [from, to] = [0, Number.POSITIVE_INFINITY];
  for (const { applies, youngest = 0, oldest } of AGE_RULES) {
    if (!applies(of)) continue;
    from = Math.max(from, youngest);
    to = Math.min(to, oldest?.(yearOf(of.first)) ?? to);
  }
  return [from, to];
}

/** What is to be told of the age of a worker born on `birth`. */
export function ageProblems(birth: Day, of: Registration): readonly Problem[] {
  const months = monthsOfLife(of.first, Number(birth.slice(0, 4)), Number(birth.slice(5, 7)), Number(birth.slice(8)));
  const age = Math.floor(months / 12);
  const year = yearOf(of.first);
  return AGE_RULES.filter(
    ({ applies, youngest = 0, oldest }) =>
      (age < youngest || (oldest !== undefined && age > oldest(year))) && applies(of),
  ).map(({ code }) => problem(code));
}
