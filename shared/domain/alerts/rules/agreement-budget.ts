// agreement.budget: the budget of an agreement ends before its period does, by what its rosters cost from month to month; where there is no roster yet,
// by the planned head count at the fixed price. Reported budgets are rounded: two per cent are let pass.

import type { AgreementBudget } from "../../alert.ts";
import { contributionRupiah } from "../../contribution/contribution-rupiah.ts";
import type { Payer } from "../../contribution/priced-terms.ts";
import { stepAt } from "../../coverage.ts";
import { type Day, daysBetween } from "../../day.ts";
import { addMonths, firstDayOf, type Month, monthsBetween } from "../../month.ts";
import { programmeSet } from "../../programme.ts";
import {
  type Agreement,
  type AgreementPeriod,
  type BudgetSource,
  isOpenEnded,
  lastDayOf,
} from "../../reference/agreement.ts";
import { SEGMENTS } from "../../segment.ts";
import type { AgreementSteps } from "../coverage-figures.ts";
import { type Draft, ofRegency } from "../draft.ts";
import type { Finding } from "../standing.ts";
import { aboutAgreement, agreementKey } from "./about-agreement.ts";

const ROUNDING = 0.02;
/** From so many days before the money is gone on it is critical. */
const URGENT_DAYS = 90;
const PRIVATE: readonly BudgetSource[] = ["CSR", "BAZNAS"];

export interface DueMonth {
  readonly month: Month;
  readonly rupiah: number;
}

/** Whether rosters say what the period costs; if not, it can only be reckoned by the plan. */
function isKnown({ contributionRupiah }: AgreementSteps, { first, last }: AgreementPeriod): boolean {
  return monthsBetween(first, last).some((month) => stepAt(contributionRupiah, month) > 0);
}

/** What each month of a period that has an end costs; empty where nothing can be said. */
export function dueMonths(steps: AgreementSteps, period: AgreementPeriod): readonly DueMonth[] {
  const { first, last, plannedWorkers, budgetSource } = period;
  if (isKnown(steps, period)) {
    return monthsBetween(first, last).map((month) => ({ month, rupiah: stepAt(steps.contributionRupiah, month) }));
  }
  const price = (month: Month): number => (plannedWorkers ?? 0) * plannedPrice(steps.agreement, budgetSource, month);
  return monthsBetween(first, last)
    .map((month) => ({ month, rupiah: price(month) }))
    .filter(({ rupiah }) => rupiah > 0);
}

/** The last month that the budget pays whole; null where not even the first. */
export function paidUntil(due: readonly DueMonth[], budgetRupiah: number): Month | null {
  let left = budgetRupiah;
  let paid: Month | null = null;
  for (const { month, rupiah } of due) {
    left -= rupiah;
    if (left < -ROUNDING * rupiah) return paid;
    paid = month;
  }
  return paid;
}

export function budgetFindings(steps: AgreementSteps, asOf: Day): readonly Finding<Draft>[] {
  return steps.agreement.periods
    .filter((period) => period.budgetRupiah !== null && !isOpenEnded(period) && lastDayOf(period) >= asOf)
    .flatMap((period) => budgetFinding(steps, period, period.budgetRupiah ?? 0, asOf));
}

function budgetFinding(
  steps: AgreementSteps,
  period: AgreementPeriod,
  budgetRupiah: number,
  asOf: Day,
): readonly Finding<Draft>[] {
  const due = dueMonths(steps, period);
  if (due.length === 0) return [];
  const dueRupiah = due.reduce((sum, { rupiah }) => sum + rupiah, 0);
  const paid = paidUntil(due, budgetRupiah);
  const runsOut = paid === null ? period.first : addMonths(paid, 1);
  const urgent = daysBetween(asOf, firstDayOf(runsOut)) <= URGENT_DAYS;
  const about = aboutAgreement(steps.agreement, period);
  return [
    {
      key: agreementKey("agreement.budget", steps.agreement, period),
      kind: "agreement.budget",
      level: levelOf(dueRupiah, budgetRupiah, urgent),
      size: 0,
      from: 0,
      tell: () =>
        dueRupiah <= budgetRupiah
          ? ofRegency("info", { kind: "agreement.recovered", clears: "agreement.budget", gap: null, ...about })
          : ofRegency(urgent ? "critical" : "warning", {
              kind: "agreement.budget",
              ...about,
              budgetRupiah,
              dueRupiah,
              plannedWorkers: isKnown(steps, period) ? null : period.plannedWorkers,
              paidUntil: paid,
              doubt: doubtOf(budgetRupiah, due),
            }),
    },
  ];
}

/** Clear only when the budget pays for everything; within the rounding nothing is raised. */
function levelOf(dueRupiah: number, budgetRupiah: number, urgent: boolean): number | null {
  if (dueRupiah <= budgetRupiah) return 0;
  if (dueRupiah <= budgetRupiah * (1 + ROUNDING)) return null;
  return urgent ? 2 : 1;
}

/** Published budgets mix monthly, yearly and whole sums. */
export function doubtOf(budgetRupiah: number, due: readonly DueMonth[]): AgreementBudget["doubt"] {
  const dearest = Math.max(...due.map(({ rupiah }) => rupiah));
  if (due.length > 1 && isNear(budgetRupiah, dearest)) return "monthly-sum";
  if (due.length > 12 && isNear(budgetRupiah, dearest * 12)) return "yearly-sum";
  return null;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * b;
}

/** Of one worker and month; 0 for wage earners, whose wages are not known before there is a roster. */
function plannedPrice({ segment, programmes }: Agreement, source: BudgetSource, month: Month): number {
  const by: Payer = PRIVATE.includes(source) ? "private-sponsor" : SEGMENTS[segment].payer;
  const terms = { segment, programmes: programmeSet(...programmes), basisRupiah: 0, riskClass: 0, payer: by };
  return contributionRupiah(terms, month);
}
