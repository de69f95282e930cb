// Everything that is known of a regency, past and future: the months that have left the window, as they were last seen, and those of the last fold.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { ClosedMonth, MonthCoverage } from "#shared/domain/coverage.ts";
import { type CoverageView, coverageView } from "#shared/domain/coverage-view.ts";
import type { Day } from "#shared/domain/day.ts";
import type { Month } from "#shared/domain/month.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import type { StoredCoverage } from "#shared/domain/stored-coverage.ts";
import type { Workforce } from "#shared/domain/workforce.ts";

export interface KnownRegency {
  readonly regency: RegencyCode;
  /** The day for which "now" is meant. */
  readonly asOf: Day;
  readonly stored: StoredCoverage;
  /** Ascending. */
  readonly months: readonly MonthCoverage[];
  /** Those of them that have left the window. */
  readonly closed: readonly ClosedMonth[];
  /** The figures of its workforce. */
  readonly workforces: readonly Workforce[];
}

/** null for a regency without any roster. */
export async function knownRegency(access: ProvinceAccess, regency: RegencyCode): Promise<KnownRegency | null> {
  const stored = await access.coverage.current(regency);
  if (stored === null) return null;
  const frozen = await access.reader.frozenMonths(regency);
  const past = frozen.filter((one) => one.month < stored.window.first);
  const asOf = (await access.reader.dayOf(regency)) ?? stored.asOf;
  const { workforces } = await access.reference.ofRegency(regency);
  return { regency, asOf, stored, months: [...past, ...stored.coverage.months], closed: past, workforces };
}

/** null for a month of which nothing is known. */
export function viewOf({ regency, asOf, months, workforces }: KnownRegency, at: Month): CoverageView | null {
  const coverage = months.find((one) => one.month === at);
  return coverage === undefined ? null : coverageView({ regency, at, coverage, workforces, asOf });
}

/** Whether a month has left the window: its figures are those last known before, whatever came in since. */
export function isFrozen({ stored }: Pick<KnownRegency, "stored">, at: Month): boolean {
  return at < stored.window.first;
}

/** Those from `first` to `last`, both included. */
export function monthsFrom(known: KnownRegency, first: Month, last: Month): readonly MonthCoverage[] {
  return known.months.filter((one) => one.month >= first && one.month <= last);
}
