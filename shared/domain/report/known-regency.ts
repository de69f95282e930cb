// All that is known of a regency when its report is made, and what a roster was in any month of it: closed months keep it, the others have steps.
import type { AgreementSteps } from "../alerts/coverage-figures.ts";
import { type ClosedMonth, type MonthCoverage, type RosterFigures, stepAt } from "../coverage.ts";
import type { Day } from "../day.ts";
import type { Month } from "../month.ts";
import type { Claims } from "../reference/claims.ts";
import type { Target } from "../reference/target.ts";
import type { RegencyCode } from "../region.ts";
import type { RosterId } from "../roster.ts";
import type { Workforce } from "../workforce.ts";

export interface ReportedRegency {
  readonly regency: RegencyCode;
  /** The day for which "now" is meant. */
  readonly asOf: Day;
  /** Months that are open: those of the last fold; empty for a regency without a roster. */
  readonly open: readonly MonthCoverage[];
  /** Those before, as they were last known. Ascending. */
  readonly closed: readonly ClosedMonth[];
  /** Of the open months. */
  readonly rosters: readonly RosterFigures[];
  /** When each roster last reported. */
  readonly reports: ReadonlyMap<RosterId, Day | null>;
  readonly agreements: readonly AgreementSteps[];
  readonly workforces: readonly Workforce[];
  readonly targets: readonly Target[];
  readonly claims: readonly Claims[];
}

export interface RosterInAMonth {
  readonly roster: RosterId;
  readonly workers: number;
  readonly contributionRupiah: number;
}

/**
 * null for a month of which nothing is known, and for those before the first that any list tells of: a list that begins later does not say that nobody
 * was protected before.
 */
export function coverageIn(known: Pick<ReportedRegency, "open" | "closed">, at: Month): MonthCoverage | null {
  const all = [...known.closed, ...known.open];
  const told = all.find(({ covered, contributionRupiah }) => covered > 0 || contributionRupiah > 0);
  if (told === undefined || at < told.month) return null;
  return all.find((one) => one.month === at) ?? null;
}

export function isClosed({ open }: Pick<ReportedRegency, "open">, at: Month): boolean {
  const [first] = open;
  return first !== undefined && at < first.month;
}

/** Rosters with workers or contributions in the month, by id. */
export function rostersIn(
  known: Pick<ReportedRegency, "open" | "closed" | "rosters">,
  at: Month,
): readonly RosterInAMonth[] {
  if (isClosed(known, at)) return known.closed.find((one) => one.month === at)?.rosters ?? [];
  return known.rosters
    .map(({ roster, workers, contributionRupiah }) => ({
      roster,
      workers: stepAt(workers, at),
      contributionRupiah: stepAt(contributionRupiah, at),
    }))
    .filter(({ workers, contributionRupiah }) => workers > 0 || contributionRupiah > 0);
}
