// What is counted while a regency is folded: one tally per question.
import { PROGRAMMES } from "../programme.ts";
import type { RosterId } from "../roster.ts";
import { SEGMENT_CODES } from "../segment.ts";
import { type MonthlyTally, monthlyTally } from "./monthly-tally.ts";
import { type OverlapPairs, overlapPairs } from "./overlap-pairs.ts";

const PROGRAMME_SETS = 2 ** PROGRAMMES.length;
const OCCUPATION_CODES = 256;

export interface RegencyTallies {
  readonly months: number;
  /** Distinct covered workers. */
  readonly covered: MonthlyTally;
  /** … by place in `SEGMENT_CODES`. */
  readonly segments: MonthlyTally;
  /** … by the union of their programmes. */
  readonly programmeSets: MonthlyTally;
  /** … by occupation code. */
  readonly occupations: MonthlyTally;
  /** … by place of the roster. */
  readonly rosters: MonthlyTally;
  readonly pairs: OverlapPairs;
  /** Covering enrolments by employer; lane 0 is "no employer". */
  readonly employers: MonthlyTally;
  /** Rupiah by place of the roster. */
  readonly contributions: MonthlyTally;
}

/** `rosters` are sorted; `employers` counts "no employer" too. */
export function regencyTallies(rosters: readonly RosterId[], employers: number, months: number): RegencyTallies {
  return {
    months,
    covered: monthlyTally(1, months),
    segments: monthlyTally(SEGMENT_CODES.length, months),
    programmeSets: monthlyTally(PROGRAMME_SETS, months),
    occupations: monthlyTally(OCCUPATION_CODES, months),
    rosters: monthlyTally(rosters.length, months),
    pairs: overlapPairs(rosters, months),
    employers: monthlyTally(employers, months),
    contributions: monthlyTally(rosters.length, months),
  };
}
