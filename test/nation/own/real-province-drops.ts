// Which falls of a province are real: the sum of its regencies against the highest sum at a day's close since it was last told, without what its
// regencies have told, worker by worker.
import { type Crowd, withTold } from "./crowd.ts";
import { type RealMove, type Thresholds, thresholdAt } from "./real-drops.ts";

export interface ProvinceMove {
  readonly kind: "dropped" | "recovered";
  readonly before: number;
  readonly after: number;
  /** By how many who knows only numbers may be off. */
  readonly slack: number;
}

export interface ProvinceCount {
  /** A regency was looked at: who is covered now, and what was told of it. */
  hears(regency: string, covered: Crowd, moves: readonly RealMove[]): void;
  /** All regencies have closed the day. */
  closes(thresholds: Thresholds): readonly ProvinceMove[];
  /** By how much it lies below what it is remembered at, and by how much numbers may be off. */
  readonly below: { readonly workers: number; readonly slack: number; readonly best: number };
}

export function provinceCount(): ProvinceCount {
  const now = new Map<string, Crowd>();
  let best: Map<string, Crowd> | null = null;
  let fallen: { readonly before: number; readonly low: number } | null = null;
  let slack = 0;
  const below = () => {
    const remembered = sumOf(best ?? now);
    return { workers: remembered - sumOf(now), slack, best: remembered };
  };
  return {
    hears(regency, covered, moves) {
      now.set(regency, covered);
      if (best === null) return;
      const known = best.get(regency);
      best.set(regency, known ?? covered);
      if (known === undefined) return;
      for (const { kind, segment, from, to } of moves) {
        if (kind !== "dropped" || from === null) continue;
        const was = best.get(regency) ?? covered;
        const is = withTold(was, from, to, covered);
        // Numbers take off what was told, at most down to what is left.
        const byNumbers = Math.max(was.count - (from.count - to.count), Math.min(was.count, covered.count));
        slack +=
          Math.abs(byNumbers - is.count) + (segment === null ? 0 : from.count - to.count - (was.count - is.count));
        best.set(regency, is);
      }
    },
    closes(thresholds) {
      const after = sumOf(now);
      const lies = below();
      if (best !== null && lies.workers >= thresholdAt(lies.best, thresholds)) {
        const move = { kind: "dropped", before: lies.best, after, slack } as const;
        fallen = { before: fallen?.before ?? lies.best, low: after };
        best = new Map(now);
        slack = 0;
        return [move];
      }
      if (fallen !== null && fallen.before - after <= thresholdAt(fallen.before, thresholds) / 2) {
        const move = { kind: "recovered", before: fallen.low, after, slack: thresholdAt(after, thresholds) } as const;
        fallen = null;
        best = new Map(now);
        slack = 0;
        return [move];
      }
      if (best === null || lies.workers <= 0) {
        // Whoever knows only numbers may remember more until it is surely exceeded.
        if (lies.workers + slack <= 0) slack = 0;
        best = new Map(now);
      }
      return [];
    },
    get below() {
      return below();
    },
  };
}

function sumOf(crowds: ReadonlyMap<string, Crowd>): number {
  let sum = 0;
  for (const { count } of crowds.values()) sum += count;
  return sum;
}
