// Compares what was uploaded, what is recorded and what is counted, and mends what it can. A person is needed only where it says so.
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { ReconciledFinding } from "#shared/domain/reconcile/finding.ts";
import type { ReconcilePorts, ReconcileSettings } from "#shared/reconcile/needs.ts";
import { reconcileProvince } from "#shared/reconcile/reconcile-province.ts";
import { countOf } from "../arguments.ts";
import { type Command, PROVINCE_OPTIONS } from "../command.ts";
import { EXIT } from "../exit-codes.ts";
import { type FoundProvince, timeIn, withProvince } from "../province.ts";
import { reconciliationText } from "../render/reconciliation-text.ts";

/** As long as a file that failed once may wait for its next try. */
const OLD_MINUTES = 30;

export const reconcile: Command = {
  name: "reconcile",
  summary: {
    id: "bandingkan unggahan, catatan, dan angka; perbaiki yang bisa (keluar 1: ada yang tidak bisa)",
    en: "compare uploads, records and figures; mend what can be (exits 1: something cannot)",
  },
  positionals: [],
  options: {
    "dry-run": { value: null, help: { id: "hanya laporkan", en: "only report" } },
    "older-than": {
      value: "MINUTES",
      help: {
        id: `yang lebih baru dianggap masih berjalan; ${OLD_MINUTES}`,
        en: `what is newer is taken to be under way; ${OLD_MINUTES}`,
      },
    },
    ...PROVINCE_OPTIONS,
  },
  examples: ["reconcile --dry-run", "reconcile --province 14", "reconcile --json"],

  run: (line, output) =>
    withProvince(line, async (province) => {
      const minutes = countOf(line, "older-than") ?? OLD_MINUTES;
      const settings = await settingsOf(province, minutes, line.flag("dry-run"));
      const found = await reconcileProvince(reconcilePorts(province.access), settings);
      output.answer({ dryRun: settings.dryRun, ...found });
      output.say(reconciliationText(found));
      return found.findings.some(isLeft) ? EXIT.notMended : EXIT.ok;
    }),
};

function isLeft({ mending }: ReconciledFinding): boolean {
  return mending === "cannot-mend" || mending === "failed";
}

/** On one machine files are dated by its clock and events by the province's; on AWS both clocks are one. */
async function settingsOf(
  { access, local }: FoundProvince,
  minutes: number,
  dryRun: boolean,
): Promise<ReconcileSettings> {
  const now = await timeIn({ local });
  const before = (instant: string): string => new Date(Date.parse(instant) - minutes * 60_000).toISOString();
  return {
    province: access.code,
    rostersBucket: access.rostersBucket,
    objectsBefore: before(new Date().toISOString()),
    uploadsBefore: before(now),
    eventTimeOf: local === null ? ({ lastModified }) => lastModified : () => now,
    dryRun,
  };
}

/** What a reconciliation needs of a province. */
export function reconcilePorts(access: ProvinceAccess): ReconcilePorts {
  const { rosterListing, reader, receipts, heads, slices, coverage } = access;
  const { rosterUploads, enrolmentEvents, coverageUpdates } = access;
  return {
    objects: rosterListing,
    records: reader,
    receipts,
    heads,
    slices,
    coverage,
    rosterUploads,
    enrolmentEvents,
    coverageUpdates,
  };
}
