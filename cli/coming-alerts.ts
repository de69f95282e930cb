// The alerts that time alone would bring after a change of coverage: decided as the daily evaluation would on the first day of each month to come.
import { coverageChangeOf } from "#functions/update-coverage/coverage-change-of.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { type AlertState, type DropThresholds, decideAlerts } from "#shared/domain/alerts/decide-drop.ts";
import type { RegencyCoverage } from "#shared/domain/coverage.ts";
import { addDays, type Day, day } from "#shared/domain/day.ts";
import { addMonths, monthOfDay, monthText } from "#shared/domain/month.ts";
import type { RegencyReference } from "#shared/domain/reference/regency-reference.ts";
import type { RegencyCode } from "#shared/domain/region.ts";

/** How far ahead a preview looks. */
export const MONTHS_SHOWN_AHEAD = 12;

export interface FoundCoverage {
  readonly regency: RegencyCode;
  readonly reference: RegencyReference;
  /** Reaches as far as is looked ahead. */
  readonly coverage: RegencyCoverage;
  readonly asOf: Day;
}

/** @param state what the decision on this coverage as of today gave. Ascending by day. */
export function comingAlerts(
  state: AlertState,
  { regency, reference, coverage, asOf }: FoundCoverage,
  thresholds: DropThresholds,
): readonly Alert[] {
  const alerts: Alert[] = [];
  let reached = state;
  for (const then of daysAhead(asOf)) {
    const now = { ticket: reached.ticket + 1, asOf: then, closing: true };
    const decision = decideAlerts(reached, coverageChangeOf({ regency, reference }, coverage, now), thresholds);
    alerts.push(...decision.alerts);
    reached = decision.state;
  }
  return alerts;
}

/** A close of this month too, where there is one: what is covered then is what a later fall is measured from. */
function daysAhead(asOf: Day): readonly Day[] {
  const now = monthOfDay(asOf);
  const tomorrow = addDays(asOf, 1);
  const firsts = Array.from({ length: MONTHS_SHOWN_AHEAD }, (_, index) =>
    day(`${monthText(addMonths(now, index + 1))}-01`),
  );
  return monthOfDay(tomorrow) === now ? [tomorrow, ...firsts] : firsts;
}
