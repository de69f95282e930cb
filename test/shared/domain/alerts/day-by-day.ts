// What is told of one regency day by day: the 24,000 of Bengkalis beside firms whose level stays.
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { type AlertState, decideAlerts } from "#shared/domain/alerts/decide-alerts.ts";
import { addDays, type Day, day } from "#shared/domain/day.ts";
import { rosterId } from "#shared/domain/roster.ts";
import type { Segment } from "#shared/domain/segment.ts";
import { figuresOf, type SomeRoster, since } from "./figures.ts";

export const rules: AlertRules = {
  share: 0.01,
  workers: 100,
  criticalShare: 0.05,
  leadDays: [90, 30, 7],
  overdueDays: 45,
};

export const firms: SomeRoster = {
  roster: rosterId("14.03/ppu/cabang"),
  segment: "ppu",
  workers: since("2022-01", 58_126),
};
export const PRICE = 16_800;

export function vulnerable(last: string, workers = 24_000, more: Partial<SomeRoster> = {}): SomeRoster {
  return {
    roster: rosterId("14.03/rentan/apbd-2022"),
    segment: "rentan",
    workers: since("2022-11", workers, last, 0),
    contributionRupiah: since("2022-11", workers * PRICE, last, 0),
    ...more,
  };
}

/** `of("rentan", "a", "2022-01", 500, "2024-01", 0)`: a roster with so many workers from month to month, each at `PRICE`. */
export function of(segment: Segment, slug: string, ...changes: readonly (string | number)[]): SomeRoster {
  const workers = since(...changes);
  const contributionRupiah = workers.map(([at, count]) => [at, count * PRICE] as const);
  return { roster: rosterId(`14.03/${segment}/${slug}`), segment, workers, contributionRupiah };
}

/** Every day from `first` to `last` is closed; `rosters` says what is known on a day. */
export function days(first: string, last: string, rosters: (on: Day) => readonly SomeRoster[]): readonly Alert[] {
  let state: AlertState | null = null;
  const alerts: Alert[] = [];
  let ticket = 1;
  for (let on = day(first); on <= day(last); on = addDays(on, 1)) {
    const decided = decideAlerts(state, figuresOf(rosters(on), [], { asOf: on, ticket: ticket++ }), rules);
    state = decided.state;
    alerts.push(...decided.alerts);
  }
  return alerts;
}

/** `2024-01-01 coverage.dropped rentan -24000`. */
export function told(alerts: readonly Alert[]): readonly string[] {
  return alerts.map(
    (one) =>
      `${one.asOf} ${one.kind}${one.segment === null ? "" : ` ${one.segment}`} ${"change" in one ? one.change : ""}`,
  );
}
