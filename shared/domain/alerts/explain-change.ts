// Explains how coverage came from a remembered level to the present one, in parts that add up exactly to the change. A part of a roster is either
// what newer data changed in the remembered month, or what time changed between that month and now.
//
// A roster that stands alone on one side only may be among the small ones on the other side: it is then compared together with them, unless it
// counts so many workers that its name matters more than the fewer than 100 which may stand in the wrong of the two parts.
import type { AlertPart, Cause } from "../alert.ts";
import { stepAt } from "../coverage.ts";
import type { Month } from "../month.ts";
import type { RosterId } from "../roster.ts";
import type { Segment } from "../segment.ts";
import { MONTHS_TOLD_BACK, type ScopeFigures } from "./coverage-figures.ts";
import { type Reference, referenceOf } from "./reference.ts";

const MOST_NAMED = 20;
/** A part of fewer workers might point at persons. */
const LEAST_NAMED = 5;
/** Ten times what a small roster can have. */
const NAME_MATTERS = 1000;

/** One roster, or the small ones of a segment: as it was and is, and both months as they are known now. */
interface Compared {
  readonly roster: RosterId | null;
  readonly segment: Segment;
  readonly was: number;
  readonly is: number;
  readonly earlier: number;
  readonly later: number;
}

const NOBODY = { was: 0, is: 0, earlier: 0, later: 0 };

/** What files and what time made of one roster, or of the small ones of a segment, between two levels. */
export interface RosterChange {
  readonly roster: RosterId | null;
  readonly segment: Segment;
  /** By what newer data changed in the month of the earlier level. */
  readonly byFiles: number;
  /** By what lies between the months of the two levels. */
  readonly byTime: number;
}

/** The parts of `figures` in month `now` minus `reference`; the largest first, `others` last. */
export function explainChange(reference: Reference, figures: ScopeFigures, now: Month): readonly AlertPart[] {
  return explainBetween(reference, referenceOf(figures, now), figures, now);
}

/**
 * The parts of one level minus an earlier one.
 * @param now the present month, from which the figures reach back
 */
export function explainBetween(
  from: Reference,
  to: Reference,
  figures: ScopeFigures,
  now: Month,
): readonly AlertPart[] {
  const erased = (roster: RosterId | null): number =>
    figures.rosters.find((one) => one.roster !== null && one.roster === roster)?.doubt?.erased ?? 0;
  return explainChanges(from, to, rosterChanges(from, to, figures, now), erased);
}

/**
 * The parts of one level minus an earlier one, of which it is known what became of each roster.
 * @param erased how many of those whom a roster lost may have been erased by order
 */
export function explainChanges(
  from: Reference,
  to: Reference,
  changes: readonly RosterChange[],
  erased: (roster: RosterId | null) => number = () => 0,
): readonly AlertPart[] {
  return namedParts(
    [...changes.flatMap((one) => rosterParts(one, erased(one.roster))), overlapPart(from, to)],
    to.level - from.level,
  );
}

/**
 * What became of the rosters between two levels, by figures that are known when the later one is the newest: what comes after it is no part of the change.
 * Those that did not change are left out.
 * @param now the present month, from which the figures reach back
 */
export function rosterChanges(
  from: Reference,
  to: Reference,
  figures: ScopeFigures,
  now: Month,
): readonly RosterChange[] {
  return comparedRosters(from, to, figures, now)
    .map(({ roster, segment, was, is, earlier, later }) => {
      const byTime = later - earlier;
      return { roster, segment, byFiles: is - was - byTime, byTime };
    })
    .filter(hasChanged);
}

/** Of two changes, one after the other. */
export function joinedChanges(
  first: readonly RosterChange[],
  second: readonly RosterChange[],
): readonly RosterChange[] {
  const sums = new Map<string, RosterChange>();
  for (const one of [...first, ...second]) {
    const { byFiles, byTime } = sums.get(nameOf(one)) ?? { byFiles: 0, byTime: 0 };
    sums.set(nameOf(one), { ...one, byFiles: byFiles + one.byFiles, byTime: byTime + one.byTime });
  }
  return [...sums.values()].filter(hasChanged);
}

function hasChanged({ byFiles, byTime }: RosterChange): boolean {
  return byFiles !== 0 || byTime !== 0;
}

/** The largest parts that name no person; what they leave of the change is one part `others`. */
export function namedParts(parts: readonly AlertPart[], change: number): readonly AlertPart[] {
  const named = parts
    .filter(({ workers }) => Math.abs(workers) >= LEAST_NAMED)
    .sort((a, b) => Math.abs(b.workers) - Math.abs(a.workers) || compareTexts(nameOf(a), nameOf(b)))
    .slice(0, MOST_NAMED);
  const rest = change - named.reduce((sum, { workers }) => sum + workers, 0);
  return rest === 0 ? named : [...named, { roster: null, segment: null, cause: "others", workers: rest }];
}

function comparedRosters(from: Reference, to: Reference, figures: ScopeFigures, now: Month): readonly Compared[] {
  // What is older than the figures reach back is not known anew: all of its change is taken to be time's.
  const reachesBack = from.month >= now - MONTHS_TOLD_BACK;
  const before = from.rosters.map(
    ({ workers, ...one }): Compared => ({
      ...one,
      ...NOBODY,
      was: workers,
      earlier: reachesBack ? 0 : workers,
    }),
  );
  const after = to.rosters.map(
    ({ workers, ...one }): Compared => ({
      ...one,
      ...NOBODY,
      is: workers,
      later: reachesBack ? 0 : workers,
    }),
  );
  const known = figures.rosters.map(
    ({ roster, segment, workers }): Compared => ({
      roster,
      segment,
      ...NOBODY,
      earlier: reachesBack ? stepAt(workers, from.month) : 0,
      later: reachesBack ? stepAt(workers, to.month) : 0,
    }),
  );
  const sides = [before, after, known];
  const sums = sumsByName(sides.flat());
  return sumsByName(sums.map((one) => (standsAlone(one, sides) ? one : { ...one, roster: null })));
}

function standsAlone(one: Compared, sides: readonly (readonly Compared[])[]): boolean {
  if (one.roster === null) return false;
  if (Math.max(one.was, one.is, one.earlier, one.later) >= NAME_MATTERS) return true;
  return sides.every(
    (side) =>
      side.some(({ roster }) => roster === one.roster) ||
      !side.some(({ roster, segment }) => roster === null && segment === one.segment),
  );
}

function sumsByName(all: readonly Compared[]): readonly Compared[] {
  const sums = new Map<string, Compared>();
  for (const one of all) {
    const name = nameOf(one);
    const sum = sums.get(name) ?? { ...one, ...NOBODY };
    sums.set(name, {
      ...sum,
      was: sum.was + one.was,
      is: sum.is + one.is,
      earlier: sum.earlier + one.earlier,
      later: sum.later + one.later,
    });
  }
  return [...sums.values()];
}

function rosterParts({ roster, segment, byFiles, byTime }: RosterChange, erased: number): readonly AlertPart[] {
  const part = (workers: number, less: Cause, more: Cause): AlertPart => ({
    roster,
    segment,
    cause: workers < 0 ? less : more,
    workers,
  });
  const byOrder = byFiles < 0 ? Math.max(byFiles, -erased) : 0;
  return [
    part(byOrder, "erased", "erased"),
    part(byFiles - byOrder, "left-roster", "joined-roster"),
    part(byTime, "protection-ended", "protection-started"),
  ];
}

/** Workers whom several rosters count are counted once: more of them is less coverage than the rosters say. */
function overlapPart(from: Reference, to: Reference): AlertPart {
  return { roster: null, segment: null, cause: "overlap", workers: from.overlap - to.overlap };
}

function nameOf({ roster, segment, regency }: Pick<AlertPart, "roster" | "segment" | "regency">): string {
  return roster ?? regency ?? `small ${segment}`;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
