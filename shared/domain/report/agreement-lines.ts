// The agreements that run in the reported months, or begin within a year after: on what ground, with which money, and what is due against it. Due is
// what the rosters cost; where there is none yet, the planned head count at the fixed price.
import type { AgreementBudget } from "../alert.ts";
import type { AgreementSteps } from "../alerts/coverage-figures.ts";
import { type DueMonth, doubtOf, dueMonths, paidUntil } from "../alerts/rules/agreement-budget.ts";
import { type BudgetPlausibility, budgetPlausibility } from "../contribution/budget-plausibility.ts";
import { stepAt } from "../coverage.ts";
import { addMonths, type Month, monthsBetween, monthText } from "../month.ts";
import { type Programme, programmeSet } from "../programme.ts";
import {
  type Agreement,
  type AgreementPeriod,
  type BudgetSource,
  isOpenEnded,
  type LegalBasis,
} from "../reference/agreement.ts";
import { SEGMENTS, type Segment } from "../segment.ts";
import type { ReportPeriod } from "./report-period.ts";
import { isFew, type ShownCount, shownCount } from "./shown-count.ts";

const MONTHS_AHEAD = 12;

export interface AgreementDue {
  readonly rupiah: number;
  /** `planned`: there is no roster yet. */
  readonly by: "rosters" | "planned";
  /** Months with something due, and of how many. */
  readonly months: number;
  readonly of: number;
}

export interface AgreementMoney {
  /** Of the whole period; null: nothing can be said, or it is of so few workers that it is not shown. */
  readonly due: AgreementDue | null;
  /** `yyyy-mm`, the last month that the budget pays whole; null: not even the first, or nothing can be said. */
  readonly paidUntil: string | null;
  /** Whether the budget pays for all that is due, as far as both are known. */
  readonly enough: boolean | null;
  /** For what other time the budget may have been reported. */
  readonly doubt: AgreementBudget["doubt"];
}

export interface AgreementLine extends AgreementMoney {
  /** `{regency}/{slug}`. */
  readonly agreement: string;
  readonly sponsor: string;
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
  readonly office: string;
  readonly first: string;
  readonly last: string;
  readonly plannedWorkers: number | null;
  /** In the reported month; null outside the period, and without a roster. */
  readonly workers: ShownCount | null;
  /** Whether any of its rosters has ever reported. */
  readonly hasRoster: boolean;
  readonly budgetRupiah: number | null;
  readonly budgetSource: BudgetSource;
  /** What the budget can mean, by planned heads and months; null where one of them is not stated. */
  readonly meaning: BudgetPlausibility | null;
  readonly legalBasis: readonly LegalBasis[];
  readonly source: string;
}

export function agreementLines(
  agreements: readonly AgreementSteps[],
  { first, last }: ReportPeriod,
): readonly AgreementLine[] {
  return agreements.flatMap((steps) =>
    steps.agreement.periods
      .filter((period) => period.last >= first && period.first <= addMonths(last, MONTHS_AHEAD))
      .map((period) => agreementLine(steps, period, last)),
  );
}

/** What is due of one period, and how far its budget goes; of one without an end nothing is due as a whole. */
export function agreementMoney(steps: AgreementSteps, period: AgreementPeriod): AgreementMoney {
  if (isOpenEnded(period)) return { due: null, paidUntil: null, enough: null, doubt: null };
  const months = dueMonths(steps, period);
  const { budgetRupiah } = period;
  const due = dueOf(steps, period, months);
  if (due === null || budgetRupiah === null) return { due, paidUntil: null, enough: null, doubt: null };
  const paid = paidUntil(months, budgetRupiah);
  return {
    due,
    paidUntil: paid === null ? null : monthText(paid),
    enough: paid === period.last,
    doubt: paid === period.last ? null : doubtOf(budgetRupiah, months),
  };
}

function dueOf(steps: AgreementSteps, period: AgreementPeriod, due: readonly DueMonth[]): AgreementDue | null {
  const all = monthsBetween(period.first, period.last);
  const costly = due.filter(({ rupiah }) => rupiah > 0);
  if (costly.length === 0 || all.some((month) => isFew(stepAt(steps.workers, month)))) return null;
  return {
    rupiah: costly.reduce((sum, { rupiah }) => sum + rupiah, 0),
    by: all.some((month) => stepAt(steps.contributionRupiah, month) > 0) ? "rosters" : "planned",
    months: costly.length,
    of: all.length,
  };
}

function agreementLine(steps: AgreementSteps, period: AgreementPeriod, at: Month): AgreementLine {
  const { regency, slug, sponsor, segment, programmes, contact } = steps.agreement;
  const { first, last, plannedWorkers, budgetRupiah, budgetSource, legalBasis, source } = period;
  const hasRoster = steps.reports.some(({ reportedOn }) => reportedOn !== null);
  const runs = first <= at && at <= last;
  return {
    agreement: `${regency}/${slug}`,
    sponsor,
    segment,
    programmes,
    office: contact.office,
    first: monthText(first),
    last: monthText(last),
    plannedWorkers,
    hasRoster,
    workers: runs && hasRoster ? shownCount(stepAt(steps.workers, at)) : null,
    budgetRupiah,
    budgetSource,
    ...agreementMoney(steps, period),
    meaning: meaningOf(steps.agreement, period),
    legalBasis,
    source,
  };
}

function meaningOf({ segment, programmes }: Agreement, period: AgreementPeriod): BudgetPlausibility | null {
  const { first, last, budgetRupiah, plannedWorkers: workers } = period;
  const { pricing } = SEGMENTS[segment];
  if (budgetRupiah === null || workers === null || (pricing !== "wage" && pricing !== "bracket")) return null;
  const months = last - first + 1;
  return budgetPlausibility({ budgetRupiah, workers, first, months, segment, programmes: programmeSet(...programmes) });
}
