// The alerts of a province and of its regencies that have been sent, from the tables.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { inOrderOfDecision } from "#shared/domain/alerts/order-of-decision.ts";
import { type RegencyCode, regenciesOf } from "#shared/domain/region.ts";

/** Those of one regency, or with null all: those of the province itself (e.g. of files whose key names no roster) too. In the order of decision. */
export async function sentAlerts(
  { code, reader }: Pick<ProvinceAccess, "code" | "reader">,
  regency: RegencyCode | null = null,
): Promise<readonly Alert[]> {
  const scopes = regency === null ? [code, ...regenciesOf(code)] : [regency];
  return inOrderOfDecision((await Promise.all(scopes.map((scope) => reader.alerts(scope)))).flat());
}
