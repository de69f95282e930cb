// Decides which falls of coverage are told. A fall is told once: for the regency; for a segment only where the regency's level did not tell it; and what
// a segment has told is not told again for the regency.
import type { AlertPart, LostEarlier, Nature } from "../alert.ts";
import type { Day } from "../day.ts";
import { type Month, monthOfDay } from "../month.ts";
import { SEGMENT_CODES, type Segment } from "../segment.ts";
import { type AlertRules, isCritical } from "./alert-rules.ts";
import { type CoverageFigures, figuresOfSegment, type ScopeFigures } from "./coverage-figures.ts";
import type { Draft } from "./draft.ts";
import { explainBetween, explainChanges } from "./explain-change.ts";
import { type Reference, referenceOf } from "./reference.ts";
import {
  closeLastMonth,
  type LowerClose,
  type Move,
  NOT_WATCHED,
  toldBySegment,
  toldElsewhere,
  type Watch,
  watchLevel,
} from "./watch-level.ts";

export interface Levels {
  readonly whole: Watch;
  readonly segments: Readonly<Partial<Record<Segment, Watch>>>;
  /** Workers of all falls told so far: what the province need not tell again. */
  readonly told: number;
  /** The month that was last looked at: those before it are closed. null before the first day's close. */
  readonly closedIn: Month | null;
}

export const NO_LEVELS: Levels = { whole: NOT_WATCHED, segments: {}, told: 0, closedIn: null };

export interface ToldLevel {
  readonly alertId: string;
  readonly draft: Draft;
  /** What it was measured from. */
  readonly since: Reference;
  readonly to: Reference;
}

/** `alertIdOf` names the alert that would tell of a segment, or with null of the regency. */
export function decideLevels(
  before: Levels,
  newest: CoverageFigures,
  asOf: Day,
  rules: AlertRules,
  alertIdOf: (kind: "coverage.dropped" | "coverage.recovered", segment: Segment | null) => string,
): { readonly levels: Levels; readonly told: readonly ToldLevel[] } {
  const month = monthOfDay(asOf);
  const figures = { ...newest, asOf };
  const at = (segment: Segment | null) => ({
    month,
    closing: figures.closing,
    alertId: alertIdOf("coverage.dropped", segment),
  });
  const told: ToldLevel[] = [];
  const tell = (move: Move, scope: ScopeFigures, segment: Segment | null): void => {
    if (move.kind === "steady") return;
    const kind = move.kind === "dropped" ? "coverage.dropped" : "coverage.recovered";
    const { since, to } = move;
    told.push({ alertId: alertIdOf(kind, segment), draft: draftOf(move, scope, segment, rules), since, to });
  };

  const { closedIn } = before;
  const isFirstLook = closedIn !== null && closedIn < month;
  const closed = (watch: Watch, scope: ScopeFigures): Watch =>
    isFirstLook ? closeLastMonth(watch, scope, month, rules) : watch;

  const regency = watchLevel(closed(before.whole, figures), figures, at(null), rules);
  tell(regency, figures, null);
  let whole = regency.watch;
  const segments: Partial<Record<Segment, Watch>> = {};
  for (const segment of SEGMENT_CODES) {
    const scope = figuresOfSegment(figures, segment);
    const watch = closed(before.segments[segment] ?? NOT_WATCHED, scope);
    if (scope.rosters.length === 0 && watch.reference === null) continue;
    if (regency.kind === "dropped") {
      segments[segment] = toldElsewhere(watch, scope, month);
      continue;
    }
    const move = watchLevel(watch, scope, at(segment), rules);
    tell(move, scope, segment);
    segments[segment] = move.watch;
    if (move.kind === "dropped") whole = toldBySegment(whole, referenceOf(figures, month), segment, move);
  }
  const fallen = told.reduce(
    (sum, { draft, since, to }) => sum + (draft.news.kind === "coverage.dropped" ? since.level - to.level : 0),
    0,
  );
  const isWatched = figures.closing || closedIn !== null;
  const levels = { whole, segments, told: before.told + fallen, closedIn: isWatched ? month : null };
  return { levels, told };
}

function draftOf(
  { kind, since, from, before, to }: Exclude<Move, { readonly kind: "steady" }>,
  figures: ScopeFigures,
  segment: Segment | null,
  rules: AlertRules,
): Draft {
  const parts = explainBetween(from, to, figures, to.month);
  const step = { month: to.month, before: from.level, after: to.level, change: to.level - from.level, parts };
  const about = { scope: segment === null ? "regency" : "segment", segment } as const;
  if (kind === "recovered") {
    return {
      ...about,
      severity: "info",
      news: { kind: "coverage.recovered", clears: "coverage.dropped", toCome: 0, stillEnding: 0, ...step },
    };
  }
  const severity = isCritical(since.level, to.level, rules) ? "critical" : "warning";
  const earlier = since === from ? null : lostEarlier(since, from, before);
  return { ...about, severity, news: { kind: "coverage.dropped", ...step, nature: natureOf(parts, figures), earlier } };
}

function lostEarlier(since: Reference, from: Reference, changes: LowerClose["changes"]): LostEarlier {
  const { month, asOf, level } = since;
  const unknown: AlertPart = { roster: null, segment: null, cause: "others", workers: from.level - level };
  return { month, asOf, level, parts: changes === null ? [unknown] : explainChanges(since, from, changes) };
}

/** A matter of data when at least half of the fall are workers whom a doubtful file no longer names, or who were erased. */
function natureOf(parts: readonly AlertPart[], { rosters }: ScopeFigures): Nature {
  const lost = parts.filter(({ workers }) => workers < 0);
  const doubtful = lost.filter(({ cause, roster, workers }) => {
    const doubt = rosters.find((one) => one.roster !== null && one.roster === roster)?.doubt ?? null;
    if (cause === "erased") return true;
    return cause === "left-roster" && doubt !== null && (doubt.released || 2 * doubt.rejected >= -workers);
  });
  return 2 * sumOf(doubtful) <= sumOf(lost) && doubtful.length > 0 ? "data" : "real";
}

function sumOf(parts: readonly AlertPart[]): number {
  return parts.reduce((sum, { workers }) => sum + workers, 0);
}
