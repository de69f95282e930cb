// The alerts of a whole province that have been sent, from the tables.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { type RegencyCode, regenciesOf } from "#shared/domain/region.ts";

/** Those of the regencies named, or of all; oldest first. */
export async function sentAlerts(
  { code, reader }: Pick<ProvinceAccess, "code" | "reader">,
  regencies: readonly RegencyCode[] = regenciesOf(code),
): Promise<readonly Alert[]> {
  const sent = (await Promise.all(regencies.map((regency) => reader.alerts(regency)))).flat();
  return sent.sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
}
