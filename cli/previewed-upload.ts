// What an upload would make of a roster and of its regency's coverage, counted by the pipeline's own rules on what is stored now. Nothing is written.
import { coverageChangeOf } from "#functions/update-coverage/coverage-change-of.ts";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { decideAlerts } from "#shared/domain/alerts/decide-alerts.ts";
import type { RegencyCoverage } from "#shared/domain/coverage.ts";
import type { Day } from "#shared/domain/day.ts";
import { doubleProtection } from "#shared/domain/double-protection.ts";
import { foldCoverage, type RosterSlices } from "#shared/domain/fold-coverage.ts";
import type { VersionPlan } from "#shared/domain/plan-version.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { planGuarded } from "#shared/domain/removal-guard.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { withRowProblems } from "#shared/domain/roster-file/more-problems.ts";
import type { FileReading } from "#shared/domain/roster-file/reading.ts";
import { joinSlices } from "#shared/domain/slice.ts";
import { foldWindow } from "#shared/domain/stored-coverage.ts";
import type { CheckedFile } from "./checked-file.ts";
import { comingAlerts } from "./coming-alerts.ts";

export type ReadFile = Extract<CheckedFile, { readonly kind: "read" }>;

export interface PreviewedUpload {
  /** With what the regency's other rosters tell of its workers. */
  readonly reading: FileReading;
  readonly plan: VersionPlan;
  /** All months of the fold's window, as they are and as they would be. */
  readonly before: RegencyCoverage;
  readonly after: RegencyCoverage;
  /** Those that the new figures would set off at once. */
  readonly alerts: readonly Alert[];
  /** Those that would follow in the months to come, as protections begin and end. */
  readonly comingAlerts: readonly Alert[];
}

export async function previewUpload(
  access: ProvinceAccess,
  roster: RosterId,
  file: ReadFile,
  asOf: Day,
): Promise<PreviewedUpload> {
  const { regency, segment } = rosterParts(roster);
  const { guard, rules } = access.settings();
  const rosters = await currentRosters(access, regency);
  const mine = rosters.find((one) => one.roster === roster) ?? { roster, version: 0, slices: [] };
  const others = rosters.filter((one) => one.roster !== roster);
  const { mode } = file.file;
  const already = mode === "end" ? [] : doubleProtection({ segment, ...file.reading }, others);

  const { enrolments, kept, unreadable } = file.reading;
  const content = { mode, enrolments, kept, from: file.defaults.from };
  const plan = planGuarded(joinSlices(mine.slices), content, asOf, { unreadable, released: false }, guard);

  const window = foldWindow(asOf);
  const planned = { roster, version: mine.version + 1, slices: [plan.content] };
  const after = foldCoverage([...others, planned], window);
  const { state } = await access.alertStates.read(regency);
  const known = {
    regency,
    coverage: after,
    heads: await access.heads.ofRegency(regency),
    reference: await access.reference.ofRegency(regency),
    closed: [],
  };
  const figures = coverageChangeOf(known, { ticket: (state?.ticket ?? 0) + 1, asOf, closing: false });
  const decided = decideAlerts(state, figures, rules);
  return {
    reading: withRowProblems(file.reading, already),
    plan,
    before: foldCoverage(rosters, window),
    after,
    alerts: decided.alerts,
    comingAlerts: comingAlerts(decided.state, known, asOf, rules),
  };
}

async function currentRosters(access: ProvinceAccess, regency: RegencyCode): Promise<readonly RosterSlices[]> {
  for (;;) {
    const heads = await access.heads.ofRegency(regency);
    const slices = await access.slices.read(heads);
    // A slice is gone: a head has moved. Read the heads again.
    if (slices !== null)
      return heads.map((head, index) => ({ roster: head.roster, version: head.current, slices: slices[index] ?? [] }));
  }
}
