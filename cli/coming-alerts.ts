// The alerts that time alone would bring after a change of coverage: decided as the daily evaluation would on every day to come.
import { coverageChangeOf, type KnownCoverage } from "#functions/update-coverage/coverage-change-of.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { type AlertState, decideAlerts } from "#shared/domain/alerts/decide-alerts.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { addMonths, firstDayOf, monthOfDay } from "#shared/domain/month.ts";

/** How far ahead a preview looks. */
export const MONTHS_SHOWN_AHEAD = 12;

export interface ReachedToday {
  /** What the decision on this coverage as of today gave. */
  readonly state: AlertState;
  /** Its coverage reaches as far as is looked ahead. */
  readonly known: KnownCoverage;
  readonly asOf: Day;
  /** Ids of held uploads that wait no longer, of which nobody has been told yet. */
  readonly settled?: readonly string[];
}

/** Ascending by day. */
export function comingAlerts({ state, known, asOf, settled = [] }: ReachedToday, rules: AlertRules): readonly Alert[] {
  const last = firstDayOf(addMonths(monthOfDay(asOf), MONTHS_SHOWN_AHEAD));
  const figures = coverageChangeOf(known, { ticket: state.ticket, asOf, closing: true });
  const alerts: Alert[] = [];
  let reached = state;
  for (let then = addDays(asOf, 1); then <= last; then = addDays(then, 1)) {
    const decision = decideAlerts(reached, { ...figures, ticket: reached.ticket + 1, asOf: then }, rules, settled);
    alerts.push(...decision.alerts);
    reached = decision.state;
  }
  return alerts;
}
