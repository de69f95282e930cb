// agreement.expiring: a period of an agreement ends and no other one follows it at once. What was told of it stands beyond its end, until another period
// follows at once, also if it is known late, or until one after a gap has begun: that is told with the months that nothing protects.
import type { AgreementExpiring } from "../../alert.ts";
import { stepAt } from "../../coverage.ts";
import { type Day, daysBetween } from "../../day.ts";
import { addMonths, firstDayOf, monthOfDay } from "../../month.ts";
import { type AgreementPeriod, dayAfter, isOpenEnded, lastDayOf } from "../../reference/agreement.ts";
import type { Months } from "../../reference/expected-lists.ts";
import { type AlertRules, reminderDue } from "../alert-rules.ts";
import type { AgreementSteps } from "../coverage-figures.ts";
import { type Draft, ofRegency } from "../draft.ts";
import type { Finding } from "../standing.ts";
import { aboutAgreement, agreementKey } from "./about-agreement.ts";

export function expiringFindings(steps: AgreementSteps, asOf: Day, rules: AlertRules): readonly Finding<Draft>[] {
  return steps.agreement.periods
    .filter((period) => !isOpenEnded(period) && firstDayOf(period.first) <= asOf)
    .flatMap((period) => expiringFinding(steps, period, asOf, rules));
}

function expiringFinding(
  steps: AgreementSteps,
  period: AgreementPeriod,
  asOf: Day,
  rules: AlertRules,
): readonly Finding<Draft>[] {
  const { agreement } = steps;
  const finding = {
    key: agreementKey("agreement.expiring", agreement, period),
    kind: "agreement.expiring",
    size: 0,
    from: 0,
  } as const;
  const next = agreement.periods.find(({ first }) => first > period.last) ?? null;
  const gap = next === null ? null : gapBetween(period, next);
  // In a gap nothing has recovered, though its end is known.
  if (next !== null && (gap === null || firstDayOf(next.first) <= asOf)) {
    const about = aboutAgreement(agreement, next);
    const tell = () => ofRegency("info", { kind: "agreement.recovered", clears: "agreement.expiring", gap, ...about });
    return [{ ...finding, level: 0, tell }];
  }
  const due = reminderDue(daysBetween(asOf, dayAfter(period)), rules.leadDays);
  if (due === 0) return [];
  const tell = () =>
    ofRegency(due === rules.leadDays.length ? "critical" : "warning", {
      kind: "agreement.expiring",
      ...aboutAgreement(agreement, period),
      lastDay: lastDayOf(period),
      leadDays: rules.leadDays[due - 1] ?? 0,
      ...lastProtected(steps, period, asOf),
      resumes: next?.first ?? null,
    });
  return [{ ...finding, level: asOf > lastDayOf(period) ? null : due, tell }];
}

/** The months between two periods; null where there are none. */
function gapBetween({ last }: AgreementPeriod, { first }: AgreementPeriod): Months | null {
  const after = addMonths(last, 1);
  return after === first ? null : { first: after, last: addMonths(first, -1) };
}

/** In the last month of a period, or now where the lists of the months until then are still to come. */
function lastProtected(
  { agreement, workers, contributionRupiah }: AgreementSteps,
  { last }: AgreementPeriod,
  asOf: Day,
): Pick<AgreementExpiring, "workers" | "monthlyRupiah"> {
  const isToCome = agreement.reporting !== null && stepAt(workers, last) === 0;
  const at = isToCome ? monthOfDay(asOf) : last;
  return { workers: stepAt(workers, at), monthlyRupiah: stepAt(contributionRupiah, at) };
}
