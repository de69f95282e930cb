// What a reported budget can mean, given head count and period: a percentage of some wage for the whole period, or the fixed price of the self-employed for
// some months. Published budgets mix monthly, partial and yearly sums; this says which priced meaning is nearest, and whether it pays for the period.
import { addMonths, type Month, monthText } from "../month.ts";
import { JKK_JKM, type ProgrammeSet, programmesIn } from "../programme.ts";
import { SEGMENTS, type Segment } from "../segment.ts";
import { billedRate, contributionRupiah } from "./contribution-rupiah.ts";
import type { Payer, PricedTerms } from "./priced-terms.ts";
import { tariffAt } from "./tariff.ts";

export interface ReportedBudget {
  readonly budgetRupiah: number;
  readonly workers: number;
  readonly first: Month;
  /** Of the period, `first` included. */
  readonly months: number;
  readonly segment: Segment;
  /** Not stated: JKK + JKM. */
  readonly programmes?: ProgrammeSet;
  /** Not stated: the segment's. */
  readonly payer?: Payer;
}

export type BudgetVerdict = "fits" | "too-little" | "too-much";

/** `offBy` is 0 for a meaning that explains the budget wholly; 0.02 is 2 % away. */
export type BudgetMeaning = { readonly offBy: number; readonly verdict: BudgetVerdict } & (
  | {
      readonly kind: "share-of-wage";
      /** Parts per 100,000: 540 for JKK 0.24 % and JKM 0.30 %. */
      readonly rate: number;
      readonly wageRupiah: number;
    }
  | {
      readonly kind: "fixed-price";
      /** Of one worker in the first month. */
      readonly priceRupiah: number;
      /** How many months the budget pays, from the first on; not rounded. */
      readonly monthsPaid: number;
      /** What the whole period costs. */
      readonly periodRupiah: number;
    }
);

export interface BudgetPlausibility {
  readonly rupiahPerWorkerAndMonth: number;
  readonly nearest: BudgetMeaning;
  /** The other meaning that was tried. Wage earners' budgets are also held against the fixed price, which sponsors take for theirs. */
  readonly other: BudgetMeaning | null;
}

/** Reported sums are rounded: Rp 3 bn for 3,024,000,000. */
const ROUNDING = 0.02;
/** Wages that staff paid by a regency may have; below, a sum can hardly be a percentage of wages for the whole period. */
const WAGES = { least: 1_000_000, most: 10_000_000 } as const;
const MOST_MONTHS = 120;

/** @throws RangeError for a budget, head count or number of months not above 0, or where nothing is priced per worker and month */
export function budgetPlausibility(budget: ReportedBudget): BudgetPlausibility {
  const { budgetRupiah, workers, months, segment, first } = budget;
  if (!(budgetRupiah > 0 && workers > 0 && months > 0)) throw new RangeError("budget, workers and months above 0");
  if (contributionRupiah({ ...termsOf(budget), basisRupiah: WAGES.least }, first) === 0) {
    throw new RangeError(`nothing is priced per worker and month: ${segment} in ${monthText(first)}`);
  }
  const rupiahPerWorkerAndMonth = budgetRupiah / workers / months;
  const fixed = fixedPrice(budget);
  if (SEGMENTS[segment].pricing === "bracket") return { rupiahPerWorkerAndMonth, nearest: fixed, other: null };
  const wage = shareOfWage(budget);
  const [nearest, other] = wage.offBy <= fixed.offBy ? ([wage, fixed] as const) : ([fixed, wage] as const);
  return { rupiahPerWorkerAndMonth, nearest, other };
}

/** A wage that nobody may have is as far off as it is from the nearest that one may. The ceiling of JP is not regarded. */
function shareOfWage(budget: ReportedBudget): BudgetMeaning {
  const { budgetRupiah, workers, months, first } = budget;
  const terms = termsOf(budget);
  const tariff = tariffAt(first);
  const rate = programmesIn(terms.programmes).reduce((sum, one) => sum + billedRate(one, terms, tariff), 0);
  const wageRupiah = (budgetRupiah / workers / months / rate) * 100_000;
  const nearest = Math.min(Math.max(wageRupiah, WAGES.least), WAGES.most);
  const offBy = Math.abs(wageRupiah - nearest) / nearest;
  return { kind: "share-of-wage", rate, wageRupiah, offBy, verdict: verdictOf(wageRupiah / nearest) };
}

/** A fixed price pays whole months: what lies between two is as far away as the nearer one. */
function fixedPrice(budget: ReportedBudget): BudgetMeaning {
  const { budgetRupiah, workers, months, first } = budget;
  const segment = SEGMENTS[budget.segment].pricing === "bracket" ? budget.segment : "rentan";
  const terms = { ...termsOf(budget), segment };
  const priceAt = (place: number): number => contributionRupiah(terms, addMonths(first, place));
  const monthsPaid = monthsPaidBy(budgetRupiah / workers, priceAt);
  const whole = Math.max(Math.round(monthsPaid), 1);
  let perWorker = 0;
  for (let place = 0; place < months; place += 1) perWorker += priceAt(place);
  return {
    kind: "fixed-price",
    priceRupiah: priceAt(0),
    monthsPaid,
    periodRupiah: perWorker * workers,
    offBy: Math.abs(monthsPaid - whole) / whole,
    verdict: verdictOf(budgetRupiah / workers / perWorker),
  };
}

function monthsPaidBy(rupiahPerWorker: number, priceAt: (place: number) => number): number {
  let rest = rupiahPerWorker;
  for (let place = 0; place < MOST_MONTHS; place += 1) {
    const price = priceAt(place);
    if (rest < price) return place + rest / price;
    rest -= price;
  }
  return MOST_MONTHS;
}

function termsOf({ segment, programmes = JKK_JKM, payer }: ReportedBudget): PricedTerms {
  const terms = { segment, programmes, basisRupiah: 0, riskClass: 0 };
  return payer === undefined ? terms : { ...terms, payer };
}

/** `share` of what it should be. */
function verdictOf(share: number): BudgetVerdict {
  if (Math.abs(share - 1) <= ROUNDING) return "fits";
  return share < 1 ? "too-little" : "too-much";
}
