// Foresees the falls that are certain unless something is renewed: what the daily run would tell on the first day of each month to come, for the regency
// and its segments, if no other file came in. It is the very decision of `decide-levels.ts`, made ahead from close to close. A list that is expected every
// month counts as if it came again, for as long as its agreement runs (`lists-to-come.ts`); what is told says how many it counts on so.
import { stepAt } from "../coverage.ts";
import { type Day, daysBetween } from "../day.ts";
import { addMonths, firstDayOf, type Month, monthOfDay } from "../month.ts";
import type { Segment } from "../segment.ts";
import { type AlertRules, reminderDue } from "./alert-rules.ts";
import { type CoverageFigures, figuresOfSegment } from "./coverage-figures.ts";
import { decideLevels, type Levels, type ToldLevel } from "./decide-levels.ts";
import type { Draft } from "./draft.ts";
import { begunFinding, type ForeseenLevel, isFall, standingLapse, standsOrClears } from "./lapse-over.ts";
import { type LapseFinding, lapseWarning } from "./lapse-warning.ts";
import { withListsToCome } from "./lists-to-come.ts";
import type { Finding, Standing } from "./standing.ts";

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
    return {
      workers,
      toCome: workers - coveredAt(figures, segment, at),
      ending: Math.max(0, before - workers),
      figures: segment === null ? ahead : figuresOfSegment(ahead, segment),
    };
  };
  const stood = standing.flatMap(standingLapse);
  const begun = stood
    .filter((one) => one.month <= now)
    .flatMap((one) => begunFinding(one, levelAt(one.segment, one.month), told));
  const findings: LapseFinding[] = [];
  let before = decideLevels(levels, ahead, asOf, rules, noId).levels;
  let last = now;
  for (const month of months) {
    const next = decideLevels(before, ahead, firstDayOf(month), rules, noId);
    const falls = next.told.filter(isFall);
    findings.push(
      ...falls.map((fall) => {
        const { toCome } = levelAt(fall.draft.segment, month);
        return lapseWarning(fall, { ahead, asOf, month, last, toCome, standing }, rules);
      }),
    );
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

/** What was foreseen for one month and now is for another has moved: that other month tells it. */
function moved(cleared: LapseFinding, { key, segment, hasGrown }: LapseFinding, standing: readonly Standing[]) {
  if (segment !== cleared.segment) return false;
  const stood = standing.find((one) => one.key === key);
  return stood === undefined || hasGrown(stood);
}

function coveredAt(figures: CoverageFigures, segment: Segment | null, at: Month): number {
  return stepAt(segment === null ? figures.covered : figuresOfSegment(figures, segment).covered, at);
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
