// Rates of a month: each with its denominator, year and source, one for each denominator that is known. No figure, no rate. Those with different
// denominators stand side by side and are never set against each other; a target is held only against the rate with its own.
import type { Month } from "../month.ts";
import { yearOf } from "../month.ts";
import type { Target } from "../reference/target.ts";
import { DENOMINATORS, type Workforce, workforceOf } from "../workforce.ts";
import { isFew } from "./shown-count.ts";

export interface RateLine extends Workforce {
  /** null: of so few that it is not shown. Above 1 it is shown as it is. */
  readonly rate: number | null;
}

export interface TargetLine extends Target {
  /** With the same denominator; null where there is none. */
  readonly rate: number | null;
  readonly reached: boolean | null;
}

export function rateLines(covered: number, workforces: readonly Workforce[], at: Month): readonly RateLine[] {
  return DENOMINATORS.flatMap((denominator) => {
    const same = workforces.filter((one) => one.denominator === denominator);
    const workforce = workforceOf(same, at);
    if (workforce === null || workforce.workers === 0) return [];
    return [{ ...workforce, rate: isFew(covered) ? null : rounded(covered / workforce.workers) }];
  });
}

export function targetLines(targets: readonly Target[], rates: readonly RateLine[], at: Month): readonly TargetLine[] {
  return targets
    .filter(({ year }) => year === yearOf(at))
    .map((target) => {
      const rate = rates.find(({ denominator }) => denominator === target.denominator)?.rate ?? null;
      return { ...target, rate, reached: rate === null ? null : rate >= target.share };
    });
}

function rounded(rate: number): number {
  return Math.round(rate * 10_000) / 10_000;
}
