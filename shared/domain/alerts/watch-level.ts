// Decides whether a level of coverage has fallen so far that it is told. What is covered now is compared with the highest level at a day's close since
// the last alert, so that many small falls add up to one; every alert sets that reference to the level it told.
import type { Month } from "../month.ts";
import { type AlertRules, hasDropped, hasRecovered } from "./alert-rules.ts";
import type { ScopeFigures } from "./coverage-figures.ts";
import { type Reference, referenceOf } from "./reference.ts";

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
  readonly fallen: Fall | null;
}

export const NOT_WATCHED: Watch = { reference: null, fallen: null };

export type Move =
  | { readonly kind: "steady"; readonly watch: Watch }
  | { readonly kind: "dropped" | "recovered"; readonly watch: Watch; readonly from: Reference; readonly to: Reference };

/** `alertId` is that of the alert which a fall would be told by. */
export function watchLevel(
  { reference, fallen }: Watch,
  figures: ScopeFigures,
  { month, closing, alertId }: { readonly month: Month; readonly closing: boolean; readonly alertId: string },
  rules: AlertRules,
): Move {
  const now = referenceOf(figures, month);
  if (reference !== null && hasDropped(reference.level, now.level, rules)) {
    const fall = { level: fallen?.level ?? reference.level, alertId: fallen?.alertId ?? alertId, low: now };
    return { kind: "dropped", watch: { reference: now, fallen: fall }, from: reference, to: now };
  }
  if (fallen !== null && hasRecovered(fallen.level, now.level, rules)) {
    return { kind: "recovered", watch: { reference: now, fallen: null }, from: fallen.low, to: now };
  }
  const raised = closing && (reference === null || now.level >= reference.level);
  return { kind: "steady", watch: { reference: raised ? now : reference, fallen } };
}

/** A fall was told elsewhere together with all that this level lost: it starts anew from where it stands, unless it has risen. */
export function toldElsewhere(watch: Watch, figures: ScopeFigures, month: Month): Watch {
  const now = referenceOf(figures, month);
  return watch.reference === null || now.level > watch.reference.level ? watch : { ...watch, reference: now };
}
