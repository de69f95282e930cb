// The agreements of a regency with what their rosters cost and when these last reported: the same figures that alerts are decided by.
import { agreementSteps } from "#functions/update-coverage/agreement-steps.ts";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { AgreementSteps } from "#shared/domain/alerts/coverage-figures.ts";
import type { ClosedMonth } from "#shared/domain/coverage.ts";
import type { Day } from "#shared/domain/day.ts";
import { EARLIEST_MONTH } from "#shared/domain/month.ts";
import type { Agreement } from "#shared/domain/reference/agreement.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import type { StoredCoverage } from "#shared/domain/stored-coverage.ts";
import type { Head } from "#shared/domain/upload.ts";

export interface KnownRosters {
  /** null: none was folded yet. */
  readonly stored: StoredCoverage | null;
  /** Months before those stored. */
  readonly closed: readonly ClosedMonth[];
  readonly heads: readonly Head[];
}

export async function knownRosters(
  { coverage, reader, heads }: Pick<ProvinceAccess, "coverage" | "reader" | "heads">,
  regency: RegencyCode,
): Promise<KnownRosters> {
  // Closed months after those stored: what leaves the window is closed before the window moves.
  const stored = await coverage.current(regency);
  const first = stored?.window.first ?? EARLIEST_MONTH;
  const closed = (await reader.frozenMonths(regency)).filter(({ month }) => month < first);
  return { stored, closed, heads: await heads.ofRegency(regency) };
}

export function stepsOfAgreement(agreement: Agreement, { stored, closed, heads }: KnownRosters): AgreementSteps {
  const first = stored?.window.first ?? EARLIEST_MONTH;
  return agreementSteps(agreement, stored?.coverage.rosters ?? [], heads, { closed, first });
}

/** The day that "now" means for a regency: where it has no roster, that of the province's last daily run; null before the first. */
export async function dayIn(
  { reader, code }: Pick<ProvinceAccess, "reader" | "code">,
  regency: RegencyCode,
): Promise<Day | null> {
  return (await reader.dayOf(regency)) ?? reader.lastDay(code);
}
