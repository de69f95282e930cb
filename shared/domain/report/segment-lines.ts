// Who is protected in a month, by segment, and by whom it is paid within each: agreements tie rosters to their sponsors. Rosters of no agreement, or of
// one that does not run in that month, say so.
import type { AlertRules } from "../alerts/alert-rules.ts";
import type { Day } from "../day.ts";
import { type Freshness, freshnessOf } from "../freshness.ts";
import type { Month } from "../month.ts";
import { type Agreement, periodAt, rostersOf } from "../reference/agreement.ts";
import { type RosterId, rosterParts } from "../roster.ts";
import { SEGMENT_CODES, type Segment } from "../segment.ts";
import { type ReportedRegency, type RosterInAMonth, rostersIn } from "./known-regency.ts";
import { type ShownCount, shownCount, shownRupiah } from "./shown-count.ts";

export interface SegmentLine {
  readonly segment: Segment;
  /** Each worker once. */
  readonly workers: ShownCount;
  readonly sponsors: readonly SponsorLine[];
}

export interface SponsorLine {
  /** null: the rosters belong to no agreement. */
  readonly sponsor: string | null;
  /** Whether one of its agreements runs in the month. */
  readonly inForce: boolean;
  /** Sum over its rosters: who is in two counts twice. */
  readonly workers: ShownCount;
  readonly contributionRupiah: number | null;
  readonly rosters: readonly ReportingRoster[];
}

export interface ReportingRoster extends Freshness {
  readonly roster: RosterId;
}

interface Judged {
  readonly at: Month;
  /** The day on which it is asked whether lists are missing. */
  readonly on: Day;
  readonly rules: Pick<AlertRules, "overdueDays">;
}

export function segmentLines(
  known: ReportedRegency,
  segments: Readonly<Partial<Record<Segment, number>>>,
  judged: Judged,
): readonly SegmentLine[] {
  const rosters = rostersIn(known, judged.at);
  return SEGMENT_CODES.flatMap((segment) => {
    const own = rosters.filter(({ roster }) => rosterParts(roster).segment === segment);
    const workers = segments[segment] ?? 0;
    return own.length === 0 && workers === 0
      ? []
      : [{ segment, workers: shownCount(workers), sponsors: sponsorLines(known, own, judged) }];
  });
}

/** The largest first; those without an agreement last. */
function sponsorLines(
  known: ReportedRegency,
  rosters: readonly RosterInAMonth[],
  judged: Judged,
): readonly SponsorLine[] {
  const agreements = known.agreements.map(({ agreement }) => agreement);
  const groups = Map.groupBy(rosters, ({ roster }) => sponsorKey(agreements, roster, judged.at));
  const sized = [...groups.values()].map((group) => ({ group, workers: sumOf(group.map((one) => one.workers)) }));
  return sized
    .toSorted((a, b) => b.workers - a.workers)
    .map(({ group, workers }) => ({
      ...sponsorOf(agreements, group[0]?.roster, judged.at),
      workers: shownCount(workers),
      contributionRupiah: shownRupiah(sumOf(group.map((one) => one.contributionRupiah)), workers),
      rosters: group.map(({ roster }) => {
        const reported = { roster, reportedOn: known.reports.get(roster) ?? null };
        return { roster, ...freshnessOf(reported, agreements, judged.on, judged.rules) };
      }),
    }))
    .toSorted((a, b) => Number(a.sponsor === null) - Number(b.sponsor === null));
}

function sponsorKey(agreements: readonly Agreement[], roster: RosterId, at: Month): string {
  return JSON.stringify(sponsorOf(agreements, roster, at));
}

function sponsorOf(
  agreements: readonly Agreement[],
  roster: RosterId | undefined,
  at: Month,
): Pick<SponsorLine, "sponsor" | "inForce"> {
  const own = agreements.filter((agreement) => roster !== undefined && rostersOf(agreement).includes(roster));
  const running = own.filter((agreement) => periodAt(agreement, at) !== null);
  const named = running.length > 0 ? running : own;
  const sponsors = [...new Set(named.map(({ sponsor }) => sponsor))];
  return { sponsor: sponsors.length === 0 ? null : sponsors.join(" + "), inForce: running.length > 0 };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
