// A new day has begun: every regency that has a roster is looked at. The day comes with the schedule's event.
import { dayInJakarta } from "#shared/domain/day.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import type { Log } from "#shared/lambda/log.ts";
import { MEASURED } from "#shared/names.ts";
import type { CoverageStore, CoverageUpdates } from "#shared/ports.ts";

export interface StartCoverageDayPorts {
  readonly coverage: CoverageStore;
  readonly coverageUpdates: CoverageUpdates;
  readonly log: Log;
}

/** @param time instant for which the schedule was due, ISO 8601 UTC */
export async function startCoverageDay(
  ports: StartCoverageDayPorts,
  province: ProvinceCode,
  time: string,
): Promise<void> {
  const asOf = dayInJakarta(time);
  const regencies = await ports.coverage.regencies(province);
  await ports.coverageUpdates.send(
    regencies.map((regency) => ({ type: "coverage-update", regency, asOf, cause: "day" })),
  );
  await ports.coverage.recordDay(province, asOf);
  ports.log("info", MEASURED.dayStarted, { asOf, count: regencies.length });
}
