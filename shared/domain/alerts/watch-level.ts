// Decides whether a level of coverage has fallen so far that it is told. What is covered now is compared with the highest level at a day's close since
// the last alert, so that many small falls add up to one; every alert sets that reference to the level it told. A fall is told from the last close, which
// is what warnings of it named; what lay between that and the reference is told beside it.
import { addDays } from "../day.ts";
import { addMonths, firstDayOf, type Month } from "../month.ts";
import type { Segment } from "../segment.ts";
import { type AlertRules, hasDropped, hasRecovered } from "./alert-rules.ts";
import type { ScopeFigures } from "./coverage-figures.ts";
import { joinedChanges, type RosterChange, rosterChanges } from "./explain-change.ts";
import { type Reference, referenceOf, withoutTold } from "./reference.ts";

/** A fall that was told and has not been made good. */
export interface Fall {
  /** Covered workers before the first alert of the fall. */
  readonly level: number;
  /** That first alert. */
  readonly alertId: string;
  /** What was covered when the fall was last told. */
  readonly low: Reference;
}

/** A close below the reference. */
export interface LowerClose extends Reference {
  /** What became of the rosters since the reference, as it was known at each close in between; null: not remembered. */
  readonly changes: readonly RosterChange[] | null;
}

export interface Watch {
  /** null until the first day's close. */
  readonly reference: Reference | null;
  /** The last close, where it lies below the reference; null: it does not. */
  readonly latest: LowerClose | null;
  readonly fallen: Fall | null;
}

export const NOT_WATCHED: Watch = { reference: null, latest: null, fallen: null };

export type Move =
  | { readonly kind: "steady"; readonly watch: Watch }
  | {
      readonly kind: "dropped" | "recovered";
      readonly watch: Watch;
      /** What it was measured from. */
      readonly since: Reference;
      /** What it is told from: `since`, or of a fall the last close, where that lay between. */
      readonly from: Reference;
      /** Between `since` and `from`; null: not remembered. */
      readonly before: LowerClose["changes"];
      readonly to: Reference;
    };

/** `alertId` is that of the alert which a fall would be told by. */
export function watchLevel(
  { reference, latest, fallen }: Watch,
  figures: ScopeFigures,
  { month, closing, alertId }: { readonly month: Month; readonly closing: boolean; readonly alertId: string },
  rules: AlertRules,
): Move {
  const now = referenceOf(figures, month);
  if (reference !== null && hasDropped(reference.level, now.level, rules)) {
    const fall = { level: fallen?.level ?? reference.level, alertId: fallen?.alertId ?? alertId, low: now };
    const last = latest !== null && latest.level > now.level ? latest : null;
    const before = last === null ? [] : last.changes;
    const watch = { reference: now, latest: null, fallen: fall };
    return { kind: "dropped", watch, since: reference, from: last ?? reference, before, to: now };
  }
  if (fallen !== null && hasRecovered(fallen.level, now.level, rules)) {
    const { low } = fallen;
    const watch = { reference: now, latest: null, fallen: null };
    return { kind: "recovered", watch, since: low, from: low, before: [], to: now };
  }
  const watch = { reference, latest, fallen };
  return { kind: "steady", watch: closing ? closedAt(watch, now, figures, month) : watch };
}

function closedAt(watch: Watch, now: Reference, figures: ScopeFigures, month: Month): Watch {
  const isHighest = watch.reference === null || now.level >= watch.reference.level;
  if (isHighest) return { ...watch, reference: now, latest: null };
  return { ...watch, latest: { ...now, changes: changesUntil(now, watch, figures, month) } };
}

/** They are found from close to close: a later file changes the months of those before it too, and may not be taken for what was lost then. */
function changesUntil(
  now: Reference,
  { reference, latest }: Watch,
  figures: ScopeFigures,
  month: Month,
): LowerClose["changes"] {
  const last = latest ?? reference;
  const before = latest === null ? [] : latest.changes;
  return last === null || before === null ? null : joinedChanges(before, rosterChanges(last, now, figures, month));
}

/**
 * The first look of a month closes the last day of the month before, by what is known of that month: files may have come on that day. A fall that nobody
 * has told yet is not closed: it is told with what follows. Later looks do not: what was told since would be forgotten.
 */
export function closeLastMonth(watch: Watch, figures: ScopeFigures, month: Month, rules: AlertRules): Watch {
  const { reference } = watch;
  const then = { ...referenceOf(figures, addMonths(month, -1)), asOf: addDays(firstDayOf(month), -1) };
  if (reference === null || hasDropped(reference.level, then.level, rules)) return watch;
  return closedAt(watch, then, figures, month);
}

/** A fall was told elsewhere together with all that this level lost: it starts anew from where it stands, unless it has risen. */
export function toldElsewhere(watch: Watch, figures: ScopeFigures, month: Month): Watch {
  const now = referenceOf(figures, month);
  return watch.reference === null || now.level > watch.reference.level
    ? watch
    : { ...watch, reference: now, latest: null };
}

/** A segment has told its fall: that is not told again for the whole, of which only the rest is still remembered. */
export function toldBySegment(
  watch: Watch,
  now: Reference,
  segment: Segment,
  move: { readonly since: Reference; readonly to: Reference },
): Watch {
  if (watch.reference === null) return watch;
  const reference = withoutTold(watch.reference, now, segment, move);
  const { latest } = watch;
  if (latest === null) return { ...watch, reference };
  const changes = latest.changes?.filter((one) => one.segment !== segment) ?? null;
  const lower = { ...withoutTold(latest, now, segment, move), changes };
  return { ...watch, reference, latest: lower.level < reference.level ? lower : null };
}
