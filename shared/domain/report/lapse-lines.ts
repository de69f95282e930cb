// What protection ends in the twelve months after the reported one, as far as is known now: the falls that the alerts tell of, by the same thresholds and
// in the same parts.
import type { Cause } from "../alert.ts";
import type { AlertRules } from "../alerts/alert-rules.ts";
import type { CoverageFigures, RosterSteps, ScopeFigures } from "../alerts/coverage-figures.ts";
import { NO_LEVELS } from "../alerts/decide-levels.ts";
import { lapseFindings } from "../alerts/lapses.ts";
import { type Steps, stepsOf } from "../coverage.ts";
import type { Day } from "../day.ts";
import { addMonths, firstDayOf, laterMonth, type Month, monthOfDay, monthsBetween } from "../month.ts";
import { expectedLists } from "../reference/expected-lists.ts";
import { regencyName } from "../region.ts";
import { type RosterId, rosterParts } from "../roster.ts";
import type { Segment } from "../segment.ts";
import { coverageIn, type ReportedRegency, type RosterInAMonth, rostersIn } from "./known-regency.ts";
import { type ShownCount, shownCount, shownRupiah } from "./shown-count.ts";

const MONTHS_AHEAD = 12;
/** So many days before the first of a month, at the most, lies the first of the month a year before. */
const YEAR_AHEAD = 366;

export interface LapseLine {
  /** The first day with less protection. */
  readonly firstDay: Day;
  /** Whether it had come when the report was made. */
  readonly passed: boolean;
  readonly before: ShownCount;
  readonly after: ShownCount;
  /** So many of `after` are counted on from monthly lists that are still to come; null: none. */
  readonly toCome: ShownCount | null;
  readonly parts: readonly LapsePart[];
  /** What is left to renew a month: of those who end, less what lists of the same segment cost that begin then; null: of so few that it is not shown. */
  readonly renewalRupiah: number | null;
}

export interface LapsePart {
  readonly roster: RosterId | null;
  readonly segment: Segment | null;
  readonly cause: Cause;
  readonly workers: ShownCount;
}

export function lapseLines(known: ReportedRegency, at: Month, rules: AlertRules): readonly LapseLine[] {
  const asOf = firstDayOf(at);
  const figures: CoverageFigures = {
    ...figuresFrom(known, at),
    regency: known.regency,
    name: regencyName(known.regency),
    asOf,
    ticket: 1,
    closing: true,
    // Falls of the whole regency only.
    segments: {},
    agreements: [],
    workforces: [],
    targets: [],
  };
  // What the table shows has fallen is not counted on to come.
  const listsUntil = laterMonth(at, monthOfDay(known.asOf));
  const moment = { asOf, listsUntil, standing: [], told: [] };
  const findings = lapseFindings(NO_LEVELS, figures, moment, { ...rules, leadDays: [YEAR_AHEAD] });
  return findings.flatMap(({ tell }) => {
    const { news } = tell(null);
    if (news.kind !== "coverage.lapsing") return [];
    const { firstDay, before, after, toCome, parts, renewalRupiah } = news;
    return {
      firstDay,
      passed: firstDay <= known.asOf,
      before: shownCount(before),
      after: shownCount(after),
      toCome: toCome === 0 ? null : shownCount(toCome),
      parts: parts.map(({ roster, segment, cause, workers }) => ({
        roster,
        segment,
        cause,
        workers: shownCount(workers),
      })),
      renewalRupiah: shownRupiah(renewalRupiah, before - after),
    };
  });
}

/** Coverage and rosters from a month on, as far as they are known without a gap. */
function figuresFrom(known: ReportedRegency, at: Month): Omit<ScopeFigures, "asOf"> {
  const wanted = monthsBetween(at, addMonths(at, MONTHS_AHEAD));
  const gap = wanted.findIndex((month) => coverageIn(known, month) === null);
  const months = gap < 0 ? wanted : wanted.slice(0, gap);
  const figure = (of: (month: Month) => number): Steps => stepsOf(at, months.map(of));
  const expected = expectedLists(known.agreements.map(({ agreement }) => agreement));
  const inMonths = new Map(months.map((month) => [month, byRoster(rostersIn(known, month))]));
  const names = new Set([...inMonths.values()].flatMap((rosters) => [...rosters.keys()]));
  const rosters = [...names].map((roster): RosterSteps => {
    const one = (month: Month): RosterInAMonth | undefined => inMonths.get(month)?.get(roster);
    return {
      roster,
      segment: rosterParts(roster).segment,
      workers: figure((month) => one(month)?.workers ?? 0),
      contributionRupiah: figure((month) => one(month)?.contributionRupiah ?? 0),
      expected: expected.get(roster) ?? [],
      doubt: null,
    };
  });
  return {
    covered: figure((month) => coverageIn(known, month)?.covered ?? 0),
    overlap: figure((month) => coverageIn(known, month)?.overlap ?? 0),
    rosters,
  };
}

function byRoster(rosters: readonly RosterInAMonth[]): ReadonlyMap<RosterId, RosterInAMonth> {
  return new Map(rosters.map((one) => [one.roster, one]));
}
