// What an upload changed in its regency's coverage: this month, the first month from now on that is not as it was, and the months that have passed.
import type { RegencyCoverage } from "#shared/domain/coverage.ts";
import type { Day } from "#shared/domain/day.ts";
import { formatChangeId, formatNumberId, monthNameId } from "#shared/domain/format.ts";
import { type Month, month, monthOfDay, monthText } from "#shared/domain/month.ts";
import type { RegencyCode } from "#shared/domain/region.ts";

/** Covered workers of the regency in one month. */
export interface CoverageStep {
  /** `yyyy-mm`. */
  readonly month: string;
  readonly before: number;
  readonly after: number;
}

export interface ChangedMonths extends CoverageStep {
  /** null when no month from this one on has changed. */
  readonly firstChange: CoverageStep | null;
  /** Months that have passed and are not as they were, ascending. */
  readonly pastChanges: readonly CoverageStep[];
}

/** @param before null when nothing was stored */
export function changedMonths(before: RegencyCoverage | null, after: RegencyCoverage, asOf: Day): ChangedMonths {
  const had = new Map(before?.months.map((one) => [one.month, one.covered]));
  // A month that the older fold did not reach is no change.
  const steps = after.months
    .filter((one) => before === null || had.has(one.month))
    .map((one) => ({ month: one.month, before: had.get(one.month) ?? 0, after: one.covered }));
  const now = monthOfDay(asOf);
  const present = steps.find((one) => one.month === now) ?? { month: now, before: 0, after: 0 };
  const changed = steps.filter((one) => one.before !== one.after);
  const first = changed.find((one) => one.month >= now);
  return {
    ...written(present),
    firstChange: first === undefined ? null : written(first),
    pastChanges: changed.filter((one) => one.month < now).map(written),
  };
}

function written(step: { readonly month: Month; readonly before: number; readonly after: number }): CoverageStep {
  return { ...step, month: monthText(step.month) };
}

export function changedMonthsText(
  regency: RegencyCode,
  { firstChange, pastChanges, ...present }: ChangedMonths,
): string {
  const lines = [`Terlindungi / covered, ${regency}, ${stepText(present)}`];
  if (firstChange === null)
    lines.push("Tidak ada bulan yang berubah sejak bulan ini. / No month from now on has changed.");
  else if (firstChange.month !== present.month)
    lines.push(`Bulan pertama yang berubah / first month that changes: ${stepText(firstChange)}`);
  if (pastChanges.length > 0)
    lines.push(
      "Bulan yang sudah lewat dan berubah / past months that change:",
      ...pastChanges.map((step) => `  ${stepText(step)}`),
    );
  return lines.join("\n");
}

function stepText(step: CoverageStep): string {
  const change = formatChangeId(step.after - step.before);
  return `${monthNameId(month(step.month))}: ${formatNumberId(step.before)} → ${formatNumberId(step.after)} (${change})`;
}
