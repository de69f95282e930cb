// Reads all that the report of a regency is made of.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { Day } from "#shared/domain/day.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import type { ReportedRegency } from "#shared/domain/report/known-regency.ts";
import { knownRosters, stepsOfAgreement } from "./known-agreements.ts";

export async function gatherReport(access: ProvinceAccess, regency: RegencyCode, asOf: Day): Promise<ReportedRegency> {
  const rosters = await knownRosters(access, regency);
  const { agreements, workforces, targets } = await access.reference.ofRegency(regency);
  return {
    regency,
    asOf,
    open: rosters.stored?.coverage.months ?? [],
    closed: rosters.closed,
    rosters: rosters.stored?.coverage.rosters ?? [],
    reports: new Map(rosters.heads.map(({ roster, reportedOn }) => [roster, reportedOn])),
    agreements: agreements.map((agreement) => stepsOfAgreement(agreement, rosters)),
    workforces,
    targets,
    claims: await access.reference.claims(regency),
  };
}
