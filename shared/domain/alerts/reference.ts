// A level of coverage in one month, remembered with all that is needed to explain later what changed since.
import { stepAt } from "../coverage.ts";
import type { Day } from "../day.ts";
import type { Month } from "../month.ts";
import type { RosterId } from "../roster.ts";
import type { Segment } from "../segment.ts";
import type { ScopeFigures } from "./coverage-figures.ts";

export interface RosterCount {
  /** null: the small rosters of a segment together. */
  readonly roster: RosterId | null;
  readonly segment: Segment;
  readonly workers: number;
}

/** sum over rosters − overlap = level; the overlap is below 0 only where a fall of a segment was told apart. */
export interface Reference {
  readonly month: Month;
  /** The day as of which it was known; null: not remembered. */
  readonly asOf: Day | null;
  /** Covered workers, distinct. */
  readonly level: number;
  readonly overlap: number;
  readonly rosters: readonly RosterCount[];
}

export function referenceOf(figures: ScopeFigures, month: Month): Reference {
  return {
    month,
    asOf: figures.asOf,
    level: stepAt(figures.covered, month),
    overlap: stepAt(figures.overlap, month),
    // Those without a worker too: that a roster was told alone is needed to compare it with itself later.
    rosters: figures.rosters.map(({ roster, segment, workers }) => ({
      roster,
      segment,
      workers: stepAt(workers, month),
    })),
  };
}

/**
 * The reference of a whole after the fall of one segment was told: that fall is not told again, and the rest of the explanation stays as it was. Taken off
 * is only what the segment had in this reference, which may be of another day than the segment's own. Who lost the segment but is covered by another
 * one, as the shrinking overlap tells, was no fall of the whole.
 */
export function withoutTold(
  reference: Reference,
  now: Reference,
  segment: Segment,
  { since, to }: { readonly since: Reference; readonly to: Reference },
): Reference {
  const isOwn = (one: RosterCount): boolean => one.segment === segment;
  const own = now.rosters.filter(isOwn);
  const told = clamp(sumOf(reference.rosters.filter(isOwn)) - sumOf(own), 0, since.level - to.level);
  const elsewhere = clamp(reference.overlap - now.overlap - (since.overlap - to.overlap), 0, told);
  const level = Math.max(reference.level - (told - elsewhere), Math.min(reference.level, now.level));
  const rosters = [...reference.rosters.filter((one) => !isOwn(one)), ...own];
  return { ...reference, level, rosters, overlap: sumOf(rosters) - level };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function sumOf(rosters: readonly RosterCount[]): number {
  return rosters.reduce((sum, { workers }) => sum + workers, 0);
}
