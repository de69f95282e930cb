// What an upload would make of a roster and of its regency's coverage, counted by the pipeline's own rules on what is stored now. Nothing is written.
import { lapsingHolds } from "#functions/validate-roster/lapsing-holds.ts";
import { mustWait } from "#functions/validate-roster/notices-of-plan.ts";
import { receiptOfReading } from "#functions/validate-roster/receipts-of-upload.ts";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { Alert } from "#shared/domain/alert.ts";
import { nothingSeen } from "#shared/domain/alerts/decide-alerts.ts";
import type { RegencyCoverage } from "#shared/domain/coverage.ts";
import { type Day, laterDay } from "#shared/domain/day.ts";
import { doubleProtection } from "#shared/domain/double-protection.ts";
import { foldCoverage, type RosterSlices } from "#shared/domain/fold-coverage.ts";
import { notInRoster } from "#shared/domain/not-in-roster.ts";
import type { VersionPlan } from "#shared/domain/plan-version.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import type { RegencyCode } from "#shared/domain/region.ts";
import { planGuarded } from "#shared/domain/removal-guard.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { isAnswer } from "#shared/domain/roster-file/answer-sent-back.ts";
import { withRowProblems } from "#shared/domain/roster-file/more-problems.ts";
import { joinSlices } from "#shared/domain/slice.ts";
import { foldWindow } from "#shared/domain/stored-coverage.ts";
import type { Head } from "#shared/domain/upload.ts";
import type { Uploads } from "#shared/ports.ts";
import { alertsOfUpload, overtakenBy } from "./alerts-of-upload.ts";
import type { CheckedFile } from "./checked-file.ts";
import { comingAlerts } from "./coming-alerts.ts";

type ReadFile = Extract<CheckedFile, { readonly kind: "read" }>;

export interface PreviewedUpload {
  /** With what the regency's other rosters tell of its workers. */
  readonly receipt: Receipt;
  /** All months of the fold's window, as they are and as they would be. */
  readonly before: RegencyCoverage;
  readonly after: RegencyCoverage;
  /** Those that the upload would set off at once. */
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
  const { heads, rosters } = await currentRosters(access, regency);
  const mine = rosters.find((one) => one.roster === roster) ?? { roster, version: 0, slices: [] };
  const others = rosters.filter((one) => one.roster !== roster);
  const { mode } = file.file;
  const already = mode === "end" ? [] : doubleProtection({ segment, ...file.reading }, others);

  const { enrolments, kept, unreadable, rules: read } = file.reading;
  const content = { mode, enrolments, kept, from: file.defaults.from };
  const doubts = { unreadable, answer: isAnswer(read.header), released: false };
  const base = joinSlices(mine.slices);
  const plan = planGuarded(base, content, asOf, doubts, guard);
  const status = mustWait({ mode, released: false }, file.reading, plan) ? "held" : "planned";
  const rows = notInRoster(base, { ...file.reading, mode }, plan);
  const head = await access.heads.read(roster);
  const lapsing = plan.differs ? await lapsingHolds(uploadsOf(access, regency), file.file, head) : [];
  const outcome = { status, version: null, changes: plan.changes, decision: null, file: lapsing, rows } as const;
  const receipt = receiptOfReading(file.file, withRowProblems(file.reading, already), outcome);

  const window = foldWindow(asOf);
  const planned = { roster, version: mine.version + 1, slices: [plan.content] };
  const after = foldCoverage([...others, planned], window);
  const known = {
    regency,
    coverage: after,
    heads: [...heads.filter((one) => one.roster !== roster), ...headAfter(head, plan, receipt, asOf)],
    reference: await access.reference.ofRegency(regency),
    closed: (await access.reader.frozenMonths(regency)).filter(({ month }) => month < window.first),
  };
  const { state } = await access.alertStates.read(regency);
  const counted = plan.differs || head.current > 0 ? known : null;
  const decided = alertsOfUpload(state, { receipt, counted, regency, asOf }, rules);
  const settled = overtakenBy(receipt, state);
  return {
    receipt,
    before: foldCoverage(rosters, window),
    after,
    alerts: decided.alerts,
    comingAlerts: comingAlerts({ state: decided.state, known, asOf, settled }, rules),
  };
}

/** Those of a file that cannot be used. */
export async function alertsOfRefusal(access: ProvinceAccess, receipt: Receipt, asOf: Day): Promise<readonly Alert[]> {
  if (receipt.roster === null) return [];
  const { regency } = rosterParts(receipt.roster);
  const { state } = await access.alertStates.read(regency);
  return alertsOfUpload(state ?? nothingSeen(asOf), { receipt, counted: null, regency, asOf }, access.settings().rules)
    .alerts;
}

/** A list that changes nothing is a report as well; none of a roster that has no version yet. */
function headAfter(head: Head, { differs }: VersionPlan, { mode, rows, changes }: Receipt, asOf: Day): readonly Head[] {
  const reported = { ...head, reportedOn: laterDay(head.reportedOn ?? asOf, asOf) };
  if (!differs) return head.current === 0 ? [] : [reported];
  const latest = { asOf, mode, rejected: rows.rejected, ended: changes?.ended ?? 0, released: false };
  return [{ ...reported, current: head.current + 1, latest }];
}

function uploadsOf({ reader }: ProvinceAccess, regency: RegencyCode): Pick<Uploads, "find"> {
  return { find: (_, uploadId) => reader.upload(regency, uploadId) };
}

interface CurrentRosters {
  readonly heads: readonly Head[];
  readonly rosters: readonly RosterSlices[];
}

async function currentRosters(access: ProvinceAccess, regency: RegencyCode): Promise<CurrentRosters> {
  for (;;) {
    const heads = await access.heads.ofRegency(regency);
    const slices = await access.slices.read(heads);
    // A slice is gone: a head has moved. Read the heads again.
    if (slices === null) continue;
    const rosters = heads.map((head, index) => ({
      roster: head.roster,
      version: head.current,
      slices: slices[index] ?? [],
    }));
    return { heads, rosters };
  }
}
