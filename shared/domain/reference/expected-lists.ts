// In which months a list is expected to come again: as long as an agreement that wants one every month runs, and no longer. A period that ends without
// another one at once ends what its lists protect.
import { addMonths, type Month } from "../month.ts";
import type { RosterId } from "../roster.ts";
import { type Agreement, type AgreementPeriod, rostersOf } from "./agreement.ts";

/** Months from `first` to `last`, both included. */
export type Months = Pick<AgreementPeriod, "first" | "last">;

/** Ascending; periods that adjoin or overlap are one. */
export function joinedPeriods(periods: readonly Months[]): readonly Months[] {
  const joined: Months[] = [];
  for (const { first, last } of periods.toSorted((a, b) => a.first - b.first)) {
    const before = joined.at(-1);
    if (before === undefined || first > addMonths(before.last, 1)) joined.push({ first, last });
    else if (last > before.last) joined.splice(-1, 1, { first: before.first, last });
  }
  return joined;
}

/** By roster, only of those for which one is expected at all. */
export function expectedLists(agreements: readonly Agreement[]): ReadonlyMap<RosterId, readonly Months[]> {
  const periods = new Map<RosterId, Months[]>();
  for (const agreement of agreements.filter(({ reporting }) => reporting !== null)) {
    for (const roster of rostersOf(agreement)) {
      periods.set(roster, [...(periods.get(roster) ?? []), ...agreement.periods]);
    }
  }
  return new Map([...periods].map(([roster, all]) => [roster, joinedPeriods(all)]));
}

/** Up to which month a list is expected for every month after this one; null: for none. */
export function expectedUntil(expected: readonly Months[], now: Month): Month | null {
  return monthsWith(expected, addMonths(now, 1))?.last ?? null;
}

/** Those of joined months that a month lies in. */
export function monthsWith(joined: readonly Months[], at: Month): Months | null {
  return joined.find(({ first, last }) => first <= at && at <= last) ?? null;
}
