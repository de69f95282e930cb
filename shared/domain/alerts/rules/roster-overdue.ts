// roster.overdue: a source whose list is expected every month has sent none for so many days. What its roster protects is then shown as not fresh. What
// was told of it stands until a list comes in, also when the agreement has ended meanwhile: then nothing more is asked for, but nothing has come either.
import type { RosterOverdue } from "../../alert.ts";
import { type Day, daysBetween, laterDay } from "../../day.ts";
import { firstDayOf, monthOfDay } from "../../month.ts";
import type { Agreement } from "../../reference/agreement.ts";
import { joinedPeriods, monthsWith } from "../../reference/expected-lists.ts";
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
  const begun = begunOn(agreement, asOf);
  return reports.map(({ roster, reportedOn }) => {
    const isFromList = reportedOn !== null && begun !== null && reportedOn >= begun;
    const days = daysSilent(agreement, reportedOn, asOf);
    return overdueFinding({ roster, reportedOn, countedFrom: isFromList ? null : begun, days }, asOf, rules);
  });
}

/** Days since a list of the agreement came in, or since it began, or began again, whichever is later; null while none is expected. */
export function daysSilent(agreement: Agreement, reportedOn: Day | null, asOf: Day): number | null {
  const begun = begunOn(agreement, asOf);
  if (begun === null) return null;
  return daysBetween(reportedOn === null ? begun : laterDay(begun, reportedOn), asOf);
}

/** The first day of the adjoining periods for which lists are expected now; null: for none. */
function begunOn({ reporting, periods }: Agreement, asOf: Day): Day | null {
  const running = reporting === null ? null : monthsWith(joinedPeriods(periods), monthOfDay(asOf));
  return running === null ? null : firstDayOf(running.first);
}

interface Silence extends Pick<RosterOverdue, "roster" | "reportedOn" | "countedFrom"> {
  readonly days: number | null;
}

function overdueFinding(
  { roster, reportedOn, countedFrom, days }: Silence,
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
  } as const;
  if (hasReported) {
    const news = { kind: "roster.recovered", clears: "roster.overdue", roster, uploadId: null } as const;
    return { ...finding, level: 0, tell: () => ofRegency("info", news) };
  }
  const news = { kind: "roster.overdue", roster, reportedOn, countedFrom, days: days ?? 0 } as const;
  return { ...finding, level, tell: () => ofRegency(level === 2 ? "critical" : "warning", news) };
}

function levelOf(days: number | null, overdueDays: number): number | null {
  if (days === null || days < overdueDays) return null;
  return days < CRITICAL_TIMES * overdueDays ? 1 : 2;
}
