// Builders of agreements for tests, and what is told of them day by day through the same decision as in the pipeline.
import type { Alert } from "#shared/domain/alert.ts";
import type { AgreementSteps, CoverageFigures } from "#shared/domain/alerts/coverage-figures.ts";
import { type AlertState, decideAlerts } from "#shared/domain/alerts/decide-alerts.ts";
import { addDays, type Day, day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import type { Agreement, AgreementPeriod } from "#shared/domain/reference/agreement.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { rules } from "./day-by-day.ts";
import { figuresOf, since } from "./figures.ts";

export function period(first: string, last: string, more: Partial<AgreementPeriod> = {}): AgreementPeriod {
  return {
    first: month(first),
    last: month(last),
    plannedWorkers: null,
    budgetRupiah: null,
    budgetSource: "APBD",
    legalBasis: [],
    source: "test",
    ...more,
  };
}

export function agreement(periods: readonly AgreementPeriod[], more: Partial<Agreement> = {}): Agreement {
  return {
    regency: regencyCode("14.03"),
    slug: "apbd-2022",
    sponsor: "Pemerintah Kabupaten Bengkalis",
    segment: "rentan",
    programmes: ["jkk", "jkm"],
    rosters: [],
    reporting: null,
    contact: { office: "Disnaker", email: null },
    periods,
    ...more,
  };
}

export const MONTHLY = 24_000 * 16_800;

export function steps(of: Agreement, more: Partial<AgreementSteps> = {}): AgreementSteps {
  return {
    agreement: of,
    workers: since("2022-11", 24_000, "2024-01", 0),
    contributionRupiah: since("2022-11", MONTHLY, "2024-01", 0),
    reports: [],
    ...more,
  };
}

export type Known = Partial<Pick<CoverageFigures, "agreements" | "workforces" | "targets">> & {
  readonly covered?: number;
};

/** `known` says what is known on a day; every day from `first` to `last` is closed. */
export function days(first: string, last: string, known: (on: Day) => Known): readonly Alert[] {
  let state: AlertState | null = null;
  const alerts: Alert[] = [];
  let ticket = 1;
  for (let on = day(first); on <= day(last); on = addDays(on, 1)) {
    const { covered = 1000, ...rest } = known(on);
    const roster = { roster: rosterId("14.03/ppu/a"), segment: "ppu", workers: since("2022-01", covered) } as const;
    const figures = { ...figuresOf([roster], [], { asOf: on, ticket: ticket++ }), ...rest };
    const decided = decideAlerts(state, figures, rules);
    state = decided.state;
    alerts.push(...decided.alerts);
  }
  return alerts;
}

/** `2024-01-01 agreement.expiring warning`. */
export function told(alerts: readonly Alert[]): readonly string[] {
  return alerts.map((one) => `${one.asOf} ${one.kind} ${one.severity}${"clears" in one ? ` ${one.clears}` : ""}`);
}
