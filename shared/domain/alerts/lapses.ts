// Foresees the falls that are certain unless something is renewed: what the daily run would tell on the first day of each month to come, for the regency
// and its segments, if no other file came in. It is the very decision of `decide-levels.ts`, made ahead from close to close. A list that is expected every
// month counts as if it came again, for as long as its agreement runs (`lists-to-come.ts`); what is told says how many it counts on so.
import type { AlertPart } from "../alert.ts";
import { type Steps, stepAt } from "../coverage.ts";
import { type Day, daysBetween } from "../day.ts";
import {
  addMonths,
  firstDayOf,
  laterMonth,
  type Month,
  month,
  monthOfDay,
  monthsBetween,
  monthText,
} from "../month.ts";
import { isSegment, type Segment } from "../segment.ts";
import { type AlertRules, reminderDue, thresholdOf } from "./alert-rules.ts";
import { type CoverageFigures, figuresOfSegment, type RosterSteps } from "./coverage-figures.ts";
import { decideLevels, type Levels, type ToldLevel } from "./decide-levels.ts";
import type { Draft } from "./draft.ts";
import { explainChange } from "./explain-change.ts";
import { withListsToCome } from "./lists-to-come.ts";
import { referenceOf } from "./reference.ts";
import type { Finding, Standing } from "./standing.ts";

/** Of the threshold. */
const CLEAR_SHARE = 0.75;

interface Moment {
  readonly asOf: Day;
  /** Lists of the months up to this one have come or have not; the month of `asOf`, unless one looks back. */
  readonly listsUntil?: Month;
  readonly standing: readonly Standing[];
  /** What was told of the levels just now. */
  readonly told: readonly ToldLevel[];
}

/** The lapses of the months in sight, and that what was told of one is no longer so, or did not come about. */
export function lapseFindings(
  levels: Levels,
  figures: CoverageFigures,
  { asOf, listsUntil = monthOfDay(asOf), standing, told }: Moment,
  rules: AlertRules,
): readonly Finding<Draft>[] {
  const now = monthOfDay(asOf);
  const months = monthsInSight(asOf, rules.leadDays);
  const ahead = { ...withListsToCome(figures, listsUntil, months.at(-1) ?? now), closing: true };
  const levelAt = (segment: Segment | null, at: Month): ForeseenLevel => {
    const workers = coveredAt(ahead, segment, at);
    const before = coveredAt(ahead, segment, addMonths(at, -1));
    return { workers, toCome: workers - coveredAt(figures, segment, at), ending: Math.max(0, before - workers) };
  };
  const stood = standing.flatMap(standingLapse);
  const begun = stood.filter((one) => one.month <= now).flatMap((one) => begunFinding(one, levelAt, told));
  const findings: LapseFinding[] = [];
  let before = decideLevels(levels, ahead, asOf, rules, noId).levels;
  let last = now;
  for (const month of months) {
    const next = decideLevels(before, ahead, firstDayOf(month), rules, noId);
    const falls = next.told.filter(isFall);
    findings.push(...falls.map((fall) => raised(fall, { ahead, levelAt, asOf, month, last }, rules)));
    for (const one of stood) {
      if (one.month !== month || falls.some(({ draft }) => draft.segment === one.segment)) continue;
      findings.push(...standsOrClears(one, before, levelAt(one.segment, month), told, rules));
    }
    before = next.levels;
    if (falls.length > 0) last = month;
  }
  const stays = findings.filter((one) => one.level !== 0 || !findings.some((other) => moved(one, other, standing)));
  return [...begun, ...stays];
}

/** Nothing of what is decided ahead is told under its own name. */
function noId(): string {
  return "";
}

function isFall({ draft }: ToldLevel): boolean {
  return draft.news.kind === "coverage.dropped";
}

interface LapseFinding extends Finding<Draft> {
  readonly segment: Segment | null;
}

/** What was foreseen for one month and now is for another has moved: that other month tells it. */
function moved(cleared: LapseFinding, { key, segment, size, step }: LapseFinding, standing: readonly Standing[]) {
  if (segment !== cleared.segment) return false;
  const stood = standing.find((one) => one.key === key);
  return stood === undefined || size >= stood.size + step;
}

interface StandingLapse {
  readonly stood: Standing;
  readonly segment: Segment | null;
  readonly month: Month;
}

function keyOf(segment: Segment | null, at: Month): string {
  return `coverage.lapsing/${segment ?? ""}/${monthText(at)}`;
}

function standingLapse(stood: Standing): readonly StandingLapse[] {
  if (stood.kind !== "coverage.lapsing") return [];
  const [, segment = "", at = ""] = stood.key.split("/");
  return [{ stood, segment: isSegment(segment) ? segment : null, month: month(at) }];
}

/** Covered workers, how many of them are counted on from lists that are still to come, and how many fewer they are than a month before. */
interface ForeseenLevel {
  readonly workers: number;
  readonly toCome: number;
  readonly ending: number;
}

type LevelAt = (segment: Segment | null, at: Month) => ForeseenLevel;

interface Foreseen {
  readonly ahead: CoverageFigures;
  readonly levelAt: LevelAt;
  readonly asOf: Day;
  readonly month: Month;
  /** The month of the fall foreseen before this one, or the present month. */
  readonly last: Month;
}

/** It is decided as it will be told; foretold is only who is still to go: who was lost since the reference is lost already. */
function raised(
  { draft, since: reference, to }: ToldLevel,
  { ahead, levelAt, asOf, month, last }: Foreseen,
  rules: AlertRules,
): LapseFinding {
  const { segment, scope } = draft;
  const level = reminderDue(daysBetween(asOf, firstDayOf(month)), rules.leadDays);
  const figures = segment === null ? ahead : figuresOfSegment(ahead, segment);
  const since = highest(figures.covered, laterMonth(last, reference.month), addMonths(month, -1));
  const foretold = referenceOf(figures, since);
  const rosters = figures.rosters;
  return {
    key: keyOf(segment, month),
    kind: "coverage.lapsing",
    segment,
    level,
    size: reference.level - to.level,
    from: reference.level,
    step: thresholdOf(reference.level, rules),
    tell: () => ({
      severity: draft.severity === "critical" || level === rules.leadDays.length ? "critical" : "warning",
      scope,
      segment,
      news: {
        kind: "coverage.lapsing",
        month,
        before: foretold.level,
        after: to.level,
        change: to.level - foretold.level,
        toCome: levelAt(segment, month).toCome,
        parts: withRenewal(explainChange(foretold, figures, month), rosters, since, month),
        firstDay: firstDayOf(month),
        leadDays: rules.leadDays[level - 1] ?? 0,
        renewalRupiah: renewalOf(rosters, since, month),
      },
    }),
  };
}

/**
 * Clear when no more than three quarters of a threshold are left: a renewal seldom names quite as many as before. Where no more are protected then than
 * were foretold, nothing was renewed, and nothing is taken back: those who were to go have gone before, which their fall tells, or go in another month.
 * What a segment has told and the regency now tells with others goes on standing, so that it is not told again.
 */
function standsOrClears(
  lapse: StandingLapse,
  before: Levels,
  to: ForeseenLevel,
  told: readonly ToldLevel[],
  rules: AlertRules,
): readonly LapseFinding[] {
  const { stood, segment } = lapse;
  const from = (segment === null ? before.whole : before.segments[segment])?.reference?.level ?? to.workers;
  const isClear = from - to.workers <= CLEAR_SHARE * thresholdOf(from, rules);
  if (isClear && isRenewed(stood, to)) return [{ ...over(lapse, to), level: 0 }];
  return isClear && hasFallen(told, segment) ? [] : [over(lapse, to)];
}

function isRenewed({ from, size }: Standing, to: ForeseenLevel): boolean {
  return to.workers > from - size;
}

/** A fall of the regency tells those of its segments too. */
function hasFallen(told: readonly ToldLevel[], segment: Segment | null): boolean {
  return told.some((one) => isFall(one) && (segment === null || [null, segment].includes(one.draft.segment)));
}

/** The month has come: it fell as foreseen, which is told or was before, or it did not. */
function begunFinding(lapse: StandingLapse, levelAt: LevelAt, told: readonly ToldLevel[]): readonly LapseFinding[] {
  const { stood, segment, month } = lapse;
  const now = levelAt(segment, month);
  return hasFallen(told, segment) || !isRenewed(stood, now) ? [] : [{ ...over(lapse, now), level: 0 }];
}

/** Of a lapse that stands: what to tell when it is over. */
function over(
  { stood, segment, month }: StandingLapse,
  { workers: after, toCome, ending }: ForeseenLevel,
): LapseFinding {
  const before = stood.from - stood.size;
  const change = after - before;
  return {
    key: stood.key,
    kind: "coverage.lapsing",
    segment,
    level: null,
    size: stood.size,
    from: stood.from,
    step: Number.POSITIVE_INFINITY,
    tell: () => ({
      severity: "info",
      scope: segment === null ? "regency" : "segment",
      segment,
      news: {
        kind: "coverage.recovered",
        clears: "coverage.lapsing",
        month,
        before,
        after,
        change,
        toCome,
        stillEnding: ending,
        parts: [{ roster: null, segment: null, cause: "others", workers: change }],
      },
    }),
  };
}

function coveredAt(figures: CoverageFigures, segment: Segment | null, at: Month): number {
  return stepAt(segment === null ? figures.covered : figuresOfSegment(figures, segment).covered, at);
}

/** The last of the months in which most are covered. */
function highest(covered: Steps, first: Month, last: Month): Month {
  let best = first;
  for (const at of monthsBetween(first, last)) if (stepAt(covered, at) >= stepAt(covered, best)) best = at;
  return best;
}

/** Months whose first day a reminder may be due for, ascending. */
function monthsInSight(asOf: Day, leadDays: readonly number[]): readonly Month[] {
  const months: Month[] = [];
  const now = monthOfDay(asOf);
  for (let ahead = 1; ; ahead += 1) {
    const month = addMonths(now, ahead);
    if (reminderDue(daysBetween(asOf, firstDayOf(month)), leadDays) === 0) return months;
    months.push(month);
  }
}

function withRenewal(
  parts: readonly AlertPart[],
  all: readonly RosterSteps[],
  from: Month,
  to: Month,
): readonly AlertPart[] {
  return parts.map((part) => {
    if (part.cause !== "protection-ended") return part;
    const rosters = all.filter((one) =>
      part.roster === null ? one.roster === null && one.segment === part.segment : one.roster === part.roster,
    );
    return { ...part, renewalRupiah: renewalOf(rosters, from, to) };
  });
}

/** What those cost who end after `from` and up to `to`, each in the last protected month. */
function renewalOf(rosters: readonly RosterSteps[], from: Month, to: Month): number {
  let rupiah = 0;
  for (const { workers, contributionRupiah } of rosters) {
    for (let month = addMonths(from, 1); month <= to; month = addMonths(month, 1)) {
      const before = addMonths(month, -1);
      if (stepAt(workers, month) >= stepAt(workers, before)) continue;
      rupiah += Math.max(0, stepAt(contributionRupiah, before) - stepAt(contributionRupiah, month));
    }
  }
  return rupiah;
}
