// roster.overdue: a source whose list is expected every month has sent none for so many days. What its roster protects is then shown as not fresh. What
// was told of it stands until a list comes in, also when the agreement has ended meanwhile: then nothing more is asked for, but nothing has come either.
import { type Day, daysBetween, laterDay } from "../../day.ts";
import { firstDayOf, monthOfDay } from "../../month.ts";
import type { Agreement } from "../../reference/agreement.ts";
import { joinedPeriods, monthsWith } from "../../reference/expected-lists.ts";
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
  return reports.map(({ roster, reportedOn }) =>
    overdueFinding(roster, reportedOn, daysSilent(agreement, reportedOn, asOf), asOf, rules),
  );
}

/** Days since a list of the agreement came in, or since it began, or began again, whichever is later; null while none is expected. */
export function daysSilent(agreement: Agreement, reportedOn: Day | null, asOf: Day): number | null {
  const running = monthsWith(joinedPeriods(agreement.periods), monthOfDay(asOf));
  if (agreement.reporting === null || running === null) return null;
  const begun = firstDayOf(running.first);
  return daysBetween(reportedOn === null ? begun : laterDay(begun, reportedOn), asOf);
}

function overdueFinding(
  roster: RosterId,
  reportedOn: Day | null,
  days: number | null,
  asOf: Day,
  { overdueDays }: AlertRules,
): Finding<Draft> {
  const level = levelOf(days, overdueDays);
  const hasReported = reportedOn !== null && daysBetween(reportedOn, asOf) < overdueDays;
  const finding = {
    key: `roster.overdue/${roster}`,
    kind: "roster.overdue",
    size: 0,
    from: 0,
    step: Number.POSITIVE_INFINITY,
  } as const;
  if (hasReported) {
    const news = { kind: "roster.recovered", clears: "roster.overdue", roster, uploadId: null } as const;
    return { ...finding, level: 0, tell: () => ofRegency("info", news) };
  }
  const news = { kind: "roster.overdue", roster, reportedOn, days: days ?? 0 } as const;
  return { ...finding, level, tell: () => ofRegency(level === 2 ? "critical" : "warning", news) };
}

function levelOf(days: number | null, overdueDays: number): number | null {
  if (days === null || days < overdueDays) return null;
  return days < CRITICAL_TIMES * overdueDays ? 1 : 2;
}
