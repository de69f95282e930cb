// roster.overdue: a source whose list is expected every month has sent none for so many days. What its roster protects is then shown as not fresh.
import { type Day, daysBetween } from "../../day.ts";
import { firstDayOf, monthOfDay } from "../../month.ts";
import { type Agreement, periodAt } from "../../reference/agreement.ts";
import type { RosterId } from "../../roster.ts";
import type { AlertRules } from "../alert-rules.ts";
import type { AgreementSteps } from "../coverage-figures.ts";
import { type Draft, ofRegency } from "../draft.ts";
import type { Finding } from "../standing.ts";

/** Twice the time without a list is critical. */
const CRITICAL_TIMES = 2;

export function overdueFindings(
  { agreement, reports }: AgreementSteps,
  asOf: Day,
  rules: AlertRules,
): readonly Finding<Draft>[] {
  if (agreement.reporting === null) return [];
  const period = periodAt(agreement, monthOfDay(asOf));
  if (period === null) return [];
  return reports.map(({ roster, reportedOn }) =>
    overdueFinding(roster, reportedOn, firstDayOf(period.first), asOf, rules),
  );
}

/** Days since a list of the agreement came in, or since one could be expected. */
export function daysSilent(agreement: Agreement, reportedOn: Day | null, asOf: Day): number | null {
  const period = periodAt(agreement, monthOfDay(asOf));
  if (agreement.reporting === null || period === null) return null;
  return daysBetween(reportedOn ?? firstDayOf(period.first), asOf);
}

function overdueFinding(
  roster: RosterId,
  reportedOn: Day | null,
  begun: Day,
  asOf: Day,
  { overdueDays }: AlertRules,
): Finding<Draft> {
  const days = daysBetween(reportedOn ?? begun, asOf);
  const level = days < overdueDays ? 0 : days < CRITICAL_TIMES * overdueDays ? 1 : 2;
  return {
    key: `roster.overdue/${roster}`,
    kind: "roster.overdue",
    level,
    size: 0,
    from: 0,
    step: Number.POSITIVE_INFINITY,
    tell: () =>
      level === 0
        ? ofRegency("info", { kind: "roster.recovered", clears: "roster.overdue", roster, uploadId: null })
        : ofRegency(level === 2 ? "critical" : "warning", { kind: "roster.overdue", roster, reportedOn, days }),
  };
}
