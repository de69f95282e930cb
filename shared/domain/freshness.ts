// How old what a roster says is: the day of its last report, and whether a list that is expected every month has been missing for so long that the
// roster's figures are no longer fresh.
import type { AlertRules } from "./alerts/alert-rules.ts";
import { daysSilent } from "./alerts/rules/roster-overdue.ts";
import { addDays, type Day } from "./day.ts";
import { addMonths, firstDayOf, type Month } from "./month.ts";
import { type Agreement, rostersOf } from "./reference/agreement.ts";
import type { RosterId } from "./roster.ts";

export interface Freshness {
  /** The day of the newest upload that was taken, also one that changed nothing; null: never. */
  readonly reportedOn: Day | null;
  /** Days without a list on the day that is looked at; null where none is expected every month. */
  readonly daysSilent: number | null;
  /** Never where no list is expected every month. */
  readonly overdue: boolean;
}

/** The day on which lists of a month are judged: its last one, or today before that. */
export function judgedOn(at: Month, asOf: Day): Day {
  const last = addDays(firstDayOf(addMonths(at, 1)), -1);
  return last < asOf ? last : asOf;
}

export interface Reported {
  readonly roster: RosterId;
  readonly reportedOn: Day | null;
}

/** @param on null: no day has been yet, so that nothing can be late */
export function freshnessOf(
  { roster, reportedOn }: Reported,
  agreements: readonly Agreement[],
  on: Day | null,
  { overdueDays }: Pick<AlertRules, "overdueDays">,
): Freshness {
  const silent = agreements
    .filter((agreement) => rostersOf(agreement).includes(roster))
    .map((agreement) => (on === null ? null : daysSilent(agreement, reportedOn, on)))
    .filter((days) => days !== null);
  const days = silent.length === 0 ? null : Math.max(0, ...silent);
  return { reportedOn, daysSilent: days, overdue: days !== null && days >= overdueDays };
}
