// agreement.expiring: a period of an agreement ends and no other one follows it at once.
import { stepAt } from "../../coverage.ts";
import { type Day, daysBetween } from "../../day.ts";
import { addMonths, firstDayOf } from "../../month.ts";
import { type AgreementPeriod, dayAfter, isOpenEnded, lastDayOf, periodAt } from "../../reference/agreement.ts";
import { type AlertRules, reminderDue } from "../alert-rules.ts";
import type { AgreementSteps } from "../coverage-figures.ts";
import { type Draft, ofRegency } from "../draft.ts";
import type { Finding } from "../standing.ts";
import { aboutAgreement, agreementKey } from "./about-agreement.ts";

export function expiringFindings(steps: AgreementSteps, asOf: Day, rules: AlertRules): readonly Finding<Draft>[] {
  return steps.agreement.periods
    .filter((period) => !isOpenEnded(period) && firstDayOf(period.first) <= asOf && asOf <= lastDayOf(period))
    .flatMap((period) => expiringFinding(steps, period, asOf, rules));
}

function expiringFinding(
  { agreement, workers, contributionRupiah }: AgreementSteps,
  period: AgreementPeriod,
  asOf: Day,
  rules: AlertRules,
): readonly Finding<Draft>[] {
  const next = periodAt(agreement, addMonths(period.last, 1));
  const due = reminderDue(daysBetween(asOf, dayAfter(period)), rules.leadDays);
  if (next === null && due === 0) return [];
  const finding = {
    key: agreementKey("agreement.expiring", agreement, period),
    kind: "agreement.expiring",
    size: 0,
    from: 0,
    step: Number.POSITIVE_INFINITY,
  } as const;
  if (next !== null) {
    const about = { ...aboutAgreement(agreement, next) };
    const tell = () => ofRegency("info", { kind: "agreement.recovered", clears: "agreement.expiring", ...about });
    return [{ ...finding, level: 0, tell }];
  }
  const tell = () =>
    ofRegency(due === rules.leadDays.length ? "critical" : "warning", {
      kind: "agreement.expiring",
      ...aboutAgreement(agreement, period),
      lastDay: lastDayOf(period),
      leadDays: rules.leadDays[due - 1] ?? 0,
      workers: stepAt(workers, period.last),
      monthlyRupiah: stepAt(contributionRupiah, period.last),
    });
  return [{ ...finding, level: due, tell }];
}
