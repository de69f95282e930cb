// What has to be paid in for one worker and month, whoever's share it is. Whole rupiah, rounded per programme, half up (no rule of rounding was found).
// This is the part that the fold of a regency calls for every new set of terms: it makes no objects. `price-of.ts` explains the same amounts.
import type { Month } from "../month.ts";
import { PROGRAMMES, type Programme } from "../programme.ts";
import { SEGMENTS } from "../segment.ts";
import { bracketBase } from "./income-brackets.ts";
import type { PricedTerms } from "./priced-terms.ts";
import { reductionOf } from "./reductions.ts";
import { type Tariff, tariffAt } from "./tariff.ts";

/** Rupiah billed for one worker and month; 0 for segments that are not priced per worker and month (`project`, `fixed`), and before July 2015. */
export function contributionRupiah(terms: PricedTerms, at: Month): number {
  return billedRupiah(terms, tariffAt(at));
}

/** The same, by a tariff that the caller holds. */
export function billedRupiah(terms: PricedTerms, tariff: Tariff): number {
  let sum = 0;
  for (let bit = 0; bit < PROGRAMMES.length; bit += 1) {
    const programme = PROGRAMMES[bit];
    if (programme !== undefined && ((terms.programmes >> bit) & 1) === 1) {
      sum += programmeRupiah(programme, terms, tariff);
    }
  }
  return sum;
}

/** Rupiah billed for one programme. */
export function programmeRupiah(programme: Programme, terms: PricedTerms, tariff: Tariff): number {
  switch (SEGMENTS[terms.segment].pricing) {
    case "wage":
      return partOf(wageBasis(programme, terms, tariff), billedRate(programme, terms, tariff));
    case "bracket":
      if (programme === "jkm") return left(programme, terms, tariff, tariff.brackets?.value.jkmRupiah ?? 0);
      return partOf(bracketBase(terms.basisRupiah), billedRate(programme, terms, tariff));
    case "project":
    case "fixed":
      return 0;
  }
}

/** Parts per 100,000 that are billed for a programme, reductions taken off. */
export function billedRate(programme: Programme, terms: PricedTerms, tariff: Tariff): number {
  return left(programme, terms, tariff, fullRate(programme, terms, tariff));
}

/** The wage of which a wage earner's programme takes its part. */
export function wageBasis(programme: Programme, { basisRupiah }: PricedTerms, { jpCeiling }: Tariff): number {
  return programme === "jp" && jpCeiling !== undefined ? Math.min(basisRupiah, jpCeiling.value) : basisRupiah;
}

/** `rupiah × rate / 100,000`, half up. */
export function partOf(rupiah: number, ratePer100k: number): number {
  return Math.floor((rupiah * ratePer100k + 50_000) / 100_000);
}

function fullRate(programme: Programme, terms: PricedTerms, tariff: Tariff): number {
  if (SEGMENTS[terms.segment].pricing === "bracket") {
    return programme === "jkk" || programme === "jht" ? (tariff.brackets?.value[programme] ?? 0) : 0;
  }
  switch (programme) {
    case "jkk":
      return tariff.jkk?.value[Math.max(terms.riskClass, 1) - 1] ?? 0;
    case "jkm":
    case "jht":
    case "jp": {
      const shares = tariff[programme]?.value;
      return shares === undefined ? 0 : shares.employer + shares.worker;
    }
    case "jkp":
      return 0;
  }
}

function left(programme: Programme, terms: PricedTerms, tariff: Tariff, full: number): number {
  if (tariff.reductions.length === 0) return full;
  const reduction = reductionOf(programme, terms, tariff.reductions);
  return reduction === undefined ? full : (full * reduction.value.percentLeft) / 100;
}
