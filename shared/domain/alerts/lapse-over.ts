// How a warning of a lapse ends: renewed, come early, or come as foreseen. Told is only that more are protected then than was foretold: where those who
// were to go have gone before, or go in another month, their own fall or warning tells it.
import type { AlertPart } from "../alert.ts";
import { type Month, month } from "../month.ts";
import { isSegment, type Segment } from "../segment.ts";
import { type AlertRules, thresholdOf } from "./alert-rules.ts";
import type { ScopeFigures } from "./coverage-figures.ts";
import type { Levels, ToldLevel } from "./decide-levels.ts";
import { explainBetween } from "./explain-change.ts";
import { hasEased } from "./lapse-eased.ts";
import type { LapseFinding } from "./lapse-warning.ts";
import { type Reference, referenceOf } from "./reference.ts";
import type { Standing } from "./standing.ts";

/** Of the threshold. */
const CLEAR_SHARE = 0.75;

export interface StandingLapse {
  readonly stood: Standing;
  readonly segment: Segment | null;
  readonly month: Month;
}

/** Covered workers, how many of them are counted on from lists that are still to come, and how many fewer they are than a month before. */
export interface ForeseenLevel {
  readonly workers: number;
  readonly toCome: number;
  readonly ending: number;
  /** All that was foreseen so. */
  readonly figures: ScopeFigures;
}

export function standingLapse(stood: Standing): readonly StandingLapse[] {
  if (stood.kind !== "coverage.lapsing") return [];
  const [, segment = "", at = ""] = stood.key.split("/");
  return [{ stood, segment: isSegment(segment) ? segment : null, month: month(at) }];
}

/**
 * Clear when no more than three quarters of a threshold are left: a renewal seldom names quite as many as before; or less than a threshold, after a renewal
 * that would be told if more were left. Where no more are protected then than were foretold, nothing was renewed, and nothing is taken back: those who were
 * to go have gone before, which their fall tells, or go in another month. What a segment has told and the regency now tells with others goes on standing, so that it is not told again.
 */
export function standsOrClears(
  lapse: StandingLapse,
  before: Levels,
  to: ForeseenLevel,
  told: readonly ToldLevel[],
  rules: AlertRules,
): readonly LapseFinding[] {
  const { stood, segment } = lapse;
  const from = (segment === null ? before.whole : before.segments[segment])?.reference?.level ?? to.workers;
  const left = from - to.workers;
  const threshold = thresholdOf(from, rules);
  const isEased = left < threshold && hasEased(stood, { size: left, after: to.workers }, threshold);
  const isClear = isEased || left <= CLEAR_SHARE * threshold;
  if (isClear && isRenewed(stood, to)) return [{ ...over(lapse, to), level: 0 }];
  return isClear && hasFallen(told, segment) ? [] : [over(lapse, to)];
}

/** The month has come: it fell as foreseen, which is told or was before, or it did not. */
export function begunFinding(
  lapse: StandingLapse,
  now: ForeseenLevel,
  told: readonly ToldLevel[],
): readonly LapseFinding[] {
  const { stood, segment } = lapse;
  return hasFallen(told, segment) || !isRenewed(stood, now) ? [] : [{ ...over(lapse, now), level: 0 }];
}

function isRenewed({ from, size }: Standing, to: ForeseenLevel): boolean {
  return to.workers > from - size;
}

/** A fall of the regency tells those of its segments too. */
function hasFallen(told: readonly ToldLevel[], segment: Segment | null): boolean {
  return told.some((one) => isFall(one) && (segment === null || [null, segment].includes(one.draft.segment)));
}

export function isFall({ draft }: ToldLevel): boolean {
  return draft.news.kind === "coverage.dropped";
}

/** Of a lapse that stands: what to tell when it is over. */
function over(
  { stood, segment, month }: StandingLapse,
  { workers: after, toCome, ending, figures }: ForeseenLevel,
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
    hasGrown: () => false,
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
        parts: renewedBy(stood, before, referenceOf(figures, month), figures),
      },
    }),
  };
}

/** By which rosters more are protected than was foreseen; of warnings told before that was remembered it is not known. */
function renewedBy({ named }: Standing, before: number, now: Reference, figures: ScopeFigures): readonly AlertPart[] {
  if (named !== null && named.to.level === before) return explainBetween(named.to, now, figures, now.month);
  return [{ roster: null, segment: null, cause: "others", workers: now.level - before }];
}
