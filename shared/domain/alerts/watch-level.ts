// Decides whether a level of coverage has fallen so far that it is told. What is covered now is compared with the highest level at a day's close since
// the last alert, so that many small falls add up to one; every alert sets that reference to the level it told. A fall is told from the last close, which
// is what warnings of it named; what lay between that and the reference is told beside it.
import { addMonths, type Month } from "../month.ts";
import type { Segment } from "../segment.ts";
import { type AlertRules, hasDropped, hasRecovered } from "./alert-rules.ts";
import type { ScopeFigures } from "./coverage-figures.ts";
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

export interface Watch {
  /** null until the first day's close. */
  readonly reference: Reference | null;
  /** The last close, where it lies below the reference; null: it does not. */
  readonly latest: Reference | null;
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
    const from = latest !== null && latest.level > now.level ? latest : reference;
    return { kind: "dropped", watch: { reference: now, latest: null, fallen: fall }, since: reference, from, to: now };
  }
  if (fallen !== null && hasRecovered(fallen.level, now.level, rules)) {
    const { low } = fallen;
    return { kind: "recovered", watch: { reference: now, latest: null, fallen: null }, since: low, from: low, to: now };
  }
  const watch = { reference, latest, fallen };
  return { kind: "steady", watch: closing ? closedAt(watch, now) : watch };
}

function closedAt(watch: Watch, now: Reference): Watch {
  const isHighest = watch.reference === null || now.level >= watch.reference.level;
  return isHighest ? { ...watch, reference: now, latest: null } : { ...watch, latest: now };
}

/**
 * The first look of a month closes the last day of the month before, by what is known of that month: files may have come on that day. A fall that nobody
 * has told yet is not closed: it is told with what follows. Later looks do not: what was told since would be forgotten.
 */
export function closeLastMonth(watch: Watch, figures: ScopeFigures, month: Month, rules: AlertRules): Watch {
  const { reference } = watch;
  const then = referenceOf(figures, addMonths(month, -1));
  if (reference === null || hasDropped(reference.level, then.level, rules)) return watch;
  return closedAt(watch, then);
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
  const latest = watch.latest && withoutTold(watch.latest, now, segment, move);
  return { ...watch, reference, latest: latest !== null && latest.level < reference.level ? latest : null };
}
