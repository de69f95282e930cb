// Which falls are certain: what would be told on the first days of the months to come, if nothing else came in. It is played, not derived: the memory of
// what was told goes on from close to close.
import type { Segment } from "#shared/domain/segment.ts";
import type { Crowd } from "./crowd.ts";
import type { Ahead } from "./own-count.ts";
import { type Covered, type RegencyMemory, realMoves, type Thresholds, thresholdAt } from "./real-drops.ts";

export interface CertainFall {
  readonly segment: Segment | null;
  /** The first month with less protection. */
  readonly month: number;
  readonly before: number;
  readonly after: number;
}

export interface Foresight {
  readonly falls: readonly CertainFall[];
  /** By `keyOf`: by how much a scope lies below what it is remembered at, in shares of its threshold. */
  readonly depth: ReadonlyMap<string, number>;
  /** By so many workers it may be off for who knows only how many are in two rosters. */
  readonly unclear: number;
}

export function keyOf(segment: Segment | null, month: number): string {
  return `${segment ?? ""}/${month}`;
}

export function foresee(
  memory: RegencyMemory,
  present: Covered,
  ahead: readonly { readonly month: number; readonly covered: Ahead }[],
  thresholds: Thresholds,
): Foresight {
  const falls: CertainFall[] = [];
  const depth = new Map<string, number>();
  let unclear = 0;
  let now = realMoves(memory, present, true, thresholds).memory;
  unclear += now.whole?.slack ?? 0;
  for (const { month, covered } of ahead) {
    unclear += covered.unclear;
    if (now.whole !== null) depth.set(keyOf(null, month), depthOf(now.whole.best, covered.whole, thresholds));
    for (const [segment, { best }] of now.segments) {
      const crowd = covered.segments.get(segment);
      if (crowd === undefined) continue;
      depth.set(keyOf(segment, month), depthOf(best, crowd, thresholds));
      // A segment's fall that numbers may or may not see leaves the regency's own unclear by all of it.
      const fall = best.count - crowd.count;
      if (unclear > 0 && Math.abs(fall - thresholdAt(best.count, thresholds)) <= unclear) unclear += fall;
    }
    const next = realMoves(now, { ...covered, mostOverlap: present.mostOverlap }, true, thresholds);
    now = next.memory;
    unclear += now.whole?.slack ?? 0;
    for (const move of next.moves) {
      if (move.kind !== "dropped") continue;
      falls.push({ segment: move.segment, month, before: move.before, after: move.to.count });
    }
  }
  return { falls, depth, unclear };
}

function depthOf(best: Crowd, crowd: Crowd, thresholds: Thresholds): number {
  return (best.count - crowd.count) / thresholdAt(best.count, thresholds);
}
