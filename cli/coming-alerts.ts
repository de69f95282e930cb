// The alerts that time alone would bring after a change of coverage: decided as the daily evaluation would on every day to come on which something
// can be news: the first of each month, and the days of the reminders before it.
import { coverageChangeOf, type KnownCoverage } from "#functions/update-coverage/coverage-change-of.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { type AlertState, decideAlerts } from "#shared/domain/alerts/decide-alerts.ts";
import { addDays, type Day } from "#shared/domain/day.ts";
import { addMonths, firstDayOf, monthOfDay } from "#shared/domain/month.ts";

/** How far ahead a preview looks. */
export const MONTHS_SHOWN_AHEAD = 12;

/**
 * @param state what the decision on this coverage as of today gave. Ascending by day.
 * @param known its coverage reaches as far as is looked ahead
 */
export function comingAlerts(state: AlertState, known: KnownCoverage, asOf: Day, rules: AlertRules): readonly Alert[] {
  const alerts: Alert[] = [];
  let reached = state;
  for (const then of daysAhead(asOf, rules)) {
    const now = { ticket: reached.ticket + 1, asOf: then, closing: true };
    const decision = decideAlerts(reached, coverageChangeOf(known, now), rules);
    alerts.push(...decision.alerts);
    reached = decision.state;
  }
  return alerts;
}

/** A close of this month too, where there is one: what is covered then is what a later fall is measured from. */
function daysAhead(asOf: Day, { leadDays }: AlertRules): readonly Day[] {
  const now = monthOfDay(asOf);
  const firsts = Array.from({ length: MONTHS_SHOWN_AHEAD }, (_, index) => firstDayOf(addMonths(now, index + 1)));
  const reminders = firsts.flatMap((first) => leadDays.map((lead) => addDays(first, -lead)));
  const days = new Set([addDays(asOf, 1), ...firsts, ...reminders]);
  return [...days].filter((day) => day > asOf).sort();
}
