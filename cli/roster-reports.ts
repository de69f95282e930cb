// When the rosters of a regency last reported, and which of them are not fresh on a day because their monthly list is missing.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { Day } from "#shared/domain/day.ts";
import { type Freshness, freshnessOf } from "#shared/domain/freshness.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import type { RosterId } from "#shared/domain/roster.ts";

export async function rosterReports(
  { heads, reference, settings }: Pick<ProvinceAccess, "heads" | "reference" | "settings">,
  regency: RegencyCode,
  on: Day,
): Promise<ReadonlyMap<RosterId, Freshness>> {
  const { agreements } = await reference.ofRegency(regency);
  const { rules } = settings();
  const current = await heads.ofRegency(regency);
  return new Map(current.map((head) => [head.roster, freshnessOf(head, agreements, on, rules)]));
}
