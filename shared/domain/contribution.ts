// What one worker's protection costs in one month, from dated tables. Amounts are whole rupiah, rounded per worker, programme and month, half up.
// Rates are parts per 100,000 of the reported wage (240 = 0.24 %), employer's and worker's shares together: what has to be paid in.
import { type Month, month } from "./month.ts";
import { type Programme, type ProgrammeSet, programmesIn } from "./programme.ts";
import { SEGMENTS, type Segment } from "./segment.ts";

/** A figure that holds from a month on, until the next row of the same table. */
interface Dated<T> {
  readonly from: Month;
  readonly value: T;
  readonly regulation: string;
}

const SINCE_2015 = month("2015-07");

/** JKK by risk class 1 (very low) to 5 (very high). PP 44/2015 art. 16. */
const JKK_BY_RISK_CLASS: readonly number[] = [240, 540, 890, 1270, 1740];

/** Parts per 100,000 of the wage. PP 44/2015 (JKM), PP 46/2015 jo. PP 60/2015 (JHT 3.7 + 2.0 %), PP 45/2015 (JP 2.0 + 1.0 %). */
const WAGE_RATES: Readonly<Record<Exclude<Programme, "jkk" | "jkp">, number>> = { jkm: 300, jht: 5700, jp: 3000 };

/** Highest wage on which JP is paid, rupiah a month; a new one every March (PP 45/2015 art. 29). 2020 and 2021 not found: the ceiling before holds. */
const JP_CEILINGS: readonly Dated<number>[] = [
  { from: SINCE_2015, value: 7_000_000, regulation: "PP 45/2015" },
  { from: month("2016-03"), value: 7_335_300, regulation: "PP 45/2015 art. 29" },
  { from: month("2017-03"), value: 7_703_500, regulation: "PP 45/2015 art. 29" },
  { from: month("2018-03"), value: 8_094_000, regulation: "PP 45/2015 art. 29" },
  { from: month("2019-03"), value: 8_512_400, regulation: "PP 45/2015 art. 29" },
  { from: month("2022-03"), value: 9_077_600, regulation: "PP 45/2015 art. 29 (unverified)" },
  { from: month("2023-03"), value: 9_559_600, regulation: "PP 45/2015 art. 29" },
  { from: month("2024-03"), value: 10_042_300, regulation: "PP 45/2015 art. 29" },
  { from: month("2025-03"), value: 10_547_400, regulation: "PP 45/2015 art. 29" },
  {
    from: month("2026-03"),
    value: 11_086_300,
    regulation: "PP 45/2015 art. 29 (one source, which called it not final)",
  },
];

/** JKP: 0.22 % by the state; the rest is carved out of JKK and JKM and no extra bill. PP 37/2021, PP 6/2025 art. 11. */
const JKP_EXTRA = 0;

/** Self-employed: JKK 1 % of the income bracket, at least 10,000 and at most 207,000; JKM 6,800; JHT 2 %, at least 20,000 (unverified). PP 44/2015 Lampiran II. */
const BRACKET = {
  jkkRate: 1000,
  jkkLeast: 10_000,
  jkkMost: 207_000,
  jkm: 6_800,
  jhtRate: 2000,
  jhtLeast: 20_000,
} as const;

export interface PricedTerms {
  readonly segment: Segment;
  readonly programmes: ProgrammeSet;
  readonly basisRupiah: number;
  /** 0 when not stated: the lowest class is then assumed. */
  readonly riskClass: number;
}

/** Months at which a price may change, ascending: between two of them the price of the same terms is constant. */
export const PRICE_CHANGES: readonly Month[] = JP_CEILINGS.map((row) => row.from);

/** Rupiah that one worker's programmes cost in a month; 0 for segments that are not priced per worker and month (`project`, `fixed`). */
export function contributionRupiah(terms: PricedTerms, at: Month): number {
  switch (SEGMENTS[terms.segment].pricing) {
    case "wage":
      return total(terms.programmes, (programme) => wageContribution(programme, terms, at));
    case "bracket":
      return total(terms.programmes, (programme) => bracketContribution(programme, terms.basisRupiah));
    case "project":
    case "fixed":
      return 0;
  }
}

function total(programmes: ProgrammeSet, price: (programme: Programme) => number): number {
  let sum = 0;
  for (const programme of programmesIn(programmes)) sum += price(programme);
  return sum;
}

function wageContribution(programme: Programme, terms: PricedTerms, at: Month): number {
  switch (programme) {
    case "jkk":
      return partOf(terms.basisRupiah, JKK_BY_RISK_CLASS[Math.max(terms.riskClass, 1) - 1] ?? 0);
    case "jkm":
    case "jht":
      return partOf(terms.basisRupiah, WAGE_RATES[programme]);
    case "jp":
      return partOf(Math.min(terms.basisRupiah, jpCeiling(at)), WAGE_RATES.jp);
    case "jkp":
      return JKP_EXTRA;
  }
}

function bracketContribution(programme: Programme, basisRupiah: number): number {
  switch (programme) {
    case "jkk":
      return Math.min(Math.max(partOf(basisRupiah, BRACKET.jkkRate), BRACKET.jkkLeast), BRACKET.jkkMost);
    case "jkm":
      return BRACKET.jkm;
    case "jht":
      return Math.max(partOf(basisRupiah, BRACKET.jhtRate), BRACKET.jhtLeast);
    case "jp":
    case "jkp":
      return 0;
  }
}

/** The JP wage ceiling of a month, rupiah. */
export function jpCeiling(at: Month): number {
  return JP_CEILINGS.findLast((row) => row.from <= at)?.value ?? Number.POSITIVE_INFINITY;
}

/** `rupiah × rate / 100,000`, half up. */
function partOf(rupiah: number, ratePer100k: number): number {
  return Math.floor((rupiah * ratePer100k + 50_000) / 100_000);
}
