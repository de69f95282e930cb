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
import type { Reference } from "./reference.ts";

const MOST_NAMED = 20;
/** A part of fewer workers might point at persons. */
const LEAST_NAMED = 5;
/** Ten times what a small roster can have. */
const NAME_MATTERS = 1000;

/** One roster, or the small ones of a segment: as it was remembered, that month as it is known now, and the present month. */
interface Compared {
  readonly roster: RosterId | null;
  readonly segment: Segment;
  readonly remembered: number;
  readonly revised: number;
  readonly present: number;
}

/** The parts of `figures` in month `now` minus `reference`; the largest first, `others` last. */
export function explainChange(reference: Reference, figures: ScopeFigures, now: Month): readonly AlertPart[] {
  const parts = [
    ...comparedRosters(reference, figures, now).flatMap(rosterParts),
    overlapPart(reference, figures, now),
  ];
  return namedParts(parts, stepAt(figures.covered, now) - reference.level);
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

function comparedRosters(reference: Reference, figures: ScopeFigures, now: Month): readonly Compared[] {
  const reachesBack = reference.month >= now - MONTHS_TOLD_BACK;
  const remembered = reference.rosters.map((count) => ({
    ...count,
    remembered: count.workers,
    // What is older than the figures reach back is not known anew: all of its change is taken to be time's.
    revised: reachesBack ? 0 : count.workers,
    present: 0,
  }));
  const told = figures.rosters.map(({ roster, segment, workers }) => ({
    roster,
    segment,
    remembered: 0,
    revised: reachesBack ? stepAt(workers, reference.month) : 0,
    present: stepAt(workers, now),
  }));
  return sumsByName([
    ...remembered.map((one) => (standsAlone(one, told) ? one : { ...one, roster: null })),
    ...told.map((one) => (standsAlone(one, remembered) ? one : { ...one, roster: null })),
  ]);
}

function standsAlone(one: Compared, otherSide: readonly Compared[]): boolean {
  if (one.roster === null) return false;
  if (Math.max(one.remembered, one.revised, one.present) >= NAME_MATTERS) return true;
  if (otherSide.some(({ roster }) => roster === one.roster)) return true;
  return !otherSide.some(({ roster, segment }) => roster === null && segment === one.segment);
}

function sumsByName(all: readonly Compared[]): readonly Compared[] {
  const sums = new Map<string, Compared>();
  for (const one of all) {
    const name = nameOf(one);
    const sum = sums.get(name) ?? { ...one, remembered: 0, revised: 0, present: 0 };
    sums.set(name, {
      ...sum,
      remembered: sum.remembered + one.remembered,
      revised: sum.revised + one.revised,
      present: sum.present + one.present,
    });
  }
  return [...sums.values()];
}

function rosterParts({ roster, segment, remembered, revised, present }: Compared): readonly AlertPart[] {
  const part = (workers: number, less: Cause, more: Cause): AlertPart => ({
    roster,
    segment,
    cause: workers < 0 ? less : more,
    workers,
  });
  return [
    part(revised - remembered, "left-roster", "joined-roster"),
    part(present - revised, "protection-ended", "protection-started"),
  ];
}

/** Workers whom several rosters count are counted once: more of them is less coverage than the rosters say. */
function overlapPart(reference: Reference, figures: ScopeFigures, now: Month): AlertPart {
  const workers = reference.overlap - stepAt(figures.overlap, now);
  return { roster: null, segment: null, cause: "overlap", workers };
}

function nameOf({ roster, segment, regency }: Pick<AlertPart, "roster" | "segment" | "regency">): string {
  return roster ?? regency ?? `small ${segment}`;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
