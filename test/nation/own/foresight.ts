// Which falls are certain: what would be told on the first days of the months to come, if nothing else came in. It is played, not derived: the memory of
// what was told goes on from close to close.
import type { Segment } from "#shared/domain/segment.ts";
import type { Ahead } from "./own-count.ts";
import {
  type Covered,
  closeLastMonth,
  type RegencyMemory,
  realMoves,
  type Thresholds,
  thresholdAt,
} from "./real-drops.ts";

export interface CertainFall {
  readonly segment: Segment | null;
  /** The first month with less protection. */
  readonly month: number;
  /** At the highest close before it that is not told. */
  readonly before: number;
  readonly after: number;
}

export interface Foresight {
  readonly falls: readonly CertainFall[];
  /** By `keyOf`: by how many workers a scope lies below what it is remembered at, and its threshold then. */
  readonly depth: ReadonlyMap<string, { readonly workers: number; readonly threshold: number }>;
  /** By `keyOf`: how many will be covered. */
  readonly levels: ReadonlyMap<string, number>;
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
  const depth = new Map<string, { readonly workers: number; readonly threshold: number }>();
  const levels = new Map<string, number>();
  let unclear = 0;
  let now = realMoves(memory, present, true, thresholds).memory;
  unclear += now.whole?.slack ?? 0;
  let ending = present;
  for (const { month, covered } of ahead) {
    // Days close between two first days of months: what was told for others then counts from the next of them on.
    now = closeLastMonth(now, ending, thresholds);
    unclear += covered.unclear;
    const scopes = [
      [null, now.whole, covered.whole] as const,
      ...[...covered.segments].map(([one, crowd]) => [one, now.segments.get(one) ?? null, crowd] as const),
    ];
    for (const [segment, was, crowd] of scopes) {
      levels.set(keyOf(segment, month), crowd.count);
      if (was === null) continue;
      const fall = was.best.count - crowd.count;
      const threshold = thresholdAt(was.best.count, thresholds);
      depth.set(keyOf(segment, month), { workers: fall, threshold });
      // A fall that numbers may or may not see leaves what comes after it unclear by all of it.
      if (unclear > 0 && Math.abs(fall - threshold) <= unclear) unclear += fall;
    }
    ending = { ...covered, mostOverlap: present.mostOverlap };
    const next = realMoves(now, ending, true, thresholds);
    now = next.memory;
    unclear += now.whole?.slack ?? 0;
    for (const move of next.moves) {
      if (move.kind !== "dropped") continue;
      falls.push({ segment: move.segment, month, before: move.since, after: move.to.count });
    }
  }
  return { falls, depth, levels, unclear };
}
