// What the self-employed pay: parts of the base of an income bracket, and a flat amount for JKM (PP 44/2015 Lampiran II; JHT: PP 46/2015).
// No income at all is in the lowest bracket: JKK 10,000 + JKM 6,800 = 16,800 a month.
import { type Confidence, type Dated, dated } from "./dated.ts";

export interface BracketRates {
  /** Parts per 100,000 of the bracket's base. */
  readonly jkk: number;
  readonly jht: number;
  /** Rupiah a month, whatever the income. */
  readonly jkmRupiah: number;
}

export const BRACKET_RATES: readonly Dated<BracketRates>[] = [
  dated(["2015-07", ""], { jkk: 1000, jht: 2000, jkmRupiah: 6_800 }, "PP 44/2015 Lampiran II", "press"),
];

/** That JHT has the same brackets as JKK, and so 20,000 as its least. */
export const JHT_BRACKETS = { regulation: "PP 46/2015", confidence: "unverified" } as const;

/** Brackets that follow each other at equal steps: incomes from `from` on, each `step` wide, the first with the base `base`. */
interface BracketRun {
  readonly from: number;
  readonly step: number;
  readonly base: number;
  readonly confidence: Confidence;
}

/** Both ends are known by the least (10,000) and the most (207,000) that JKK costs. */
const RUNS: readonly BracketRun[] = [
  { from: 0, step: 1_100_000, base: 1_000_000, confidence: "press" },
  { from: 1_100_000, step: 200_000, base: 1_200_000, confidence: "unverified" },
  { from: 2_700_000, step: 500_000, base: 2_950_000, confidence: "unverified" },
  { from: 20_200_000, step: Number.MAX_SAFE_INTEGER, base: 20_700_000, confidence: "press" },
];

/** The base, rupiah a month, of the bracket in which an income lies. A base lies in its own bracket. */
export function bracketBase(incomeRupiah: number): number {
  const run = runOf(incomeRupiah);
  return run === undefined ? 0 : run.base + Math.floor((incomeRupiah - run.from) / run.step) * run.step;
}

export function bracketConfidence(incomeRupiah: number): Confidence {
  return runOf(incomeRupiah)?.confidence ?? "unverified";
}

function runOf(incomeRupiah: number): BracketRun | undefined {
  return RUNS.findLast(({ from }) => from <= incomeRupiah);
}
