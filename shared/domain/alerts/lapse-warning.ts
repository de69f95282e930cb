// What a warning of a lapse says: who is still to go, from which rosters, and what a renewal costs. It is decided as the fall will be told; foretold is only
// who is still to go: who was lost since the reference is lost already.
import type { AlertPart } from "../alert.ts";
import { type Steps, stepAt } from "../coverage.ts";
import { type Day, daysBetween } from "../day.ts";
import { addMonths, firstDayOf, laterMonth, type Month, monthsBetween, monthText } from "../month.ts";
import type { Segment } from "../segment.ts";
import { type AlertRules, reminderDue, thresholdOf } from "./alert-rules.ts";
import { type CoverageFigures, figuresOfSegment, type RosterSteps } from "./coverage-figures.ts";
import type { ToldLevel } from "./decide-levels.ts";
import type { Draft } from "./draft.ts";
import { explainChange } from "./explain-change.ts";
import { referenceOf } from "./reference.ts";
import type { Finding, Standing } from "./standing.ts";

export interface LapseFinding extends Finding<Draft> {
  readonly segment: Segment | null;
  /** Whether so many more go than was told that it is told anew. */
  readonly hasGrown: (standing: Standing) => boolean;
}

export function lapseKey(segment: Segment | null, at: Month): string {
  return `coverage.lapsing/${segment ?? ""}/${monthText(at)}`;
}

export interface Foreseen {
  /** The figures with the lists that are expected to come. */
  readonly ahead: CoverageFigures;
  readonly asOf: Day;
  readonly month: Month;
  /** The month of the fall foreseen before this one, or the present month. */
  readonly last: Month;
  /** So many of those who are covered then are counted on from lists that are still to come. */
  readonly toCome: number;
}

export function lapseWarning(
  { draft, since: reference, to }: ToldLevel,
  { ahead, asOf, month, last, toCome }: Foreseen,
  rules: AlertRules,
): LapseFinding {
  const { segment, scope } = draft;
  const level = reminderDue(daysBetween(asOf, firstDayOf(month)), rules.leadDays);
  const figures = segment === null ? ahead : figuresOfSegment(ahead, segment);
  const since = highest(figures.covered, laterMonth(last, reference.month), addMonths(month, -1));
  const foretold = referenceOf(figures, since);
  const rosters = figures.rosters;
  const size = reference.level - to.level;
  const hasGrown = (stood: Standing): boolean => size >= stood.size + thresholdOf(reference.level, rules);
  return {
    key: lapseKey(segment, month),
    kind: "coverage.lapsing",
    segment,
    level,
    size,
    from: reference.level,
    hasGrown,
    isChanged: hasGrown,
    tell: () => ({
      severity: draft.severity === "critical" || level === rules.leadDays.length ? "critical" : "warning",
      scope,
      segment,
      news: {
        kind: "coverage.lapsing",
        month,
        before: foretold.level,
        after: to.level,
        change: to.level - foretold.level,
        toCome,
        parts: withRenewal(explainChange(foretold, figures, month), rosters, since, month),
        firstDay: firstDayOf(month),
        leadDays: rules.leadDays[level - 1] ?? 0,
        renewalRupiah: renewalOf(rosters, since, month),
      },
    }),
  };
}

/** The last of the months in which most are covered. */
function highest(covered: Steps, first: Month, last: Month): Month {
  let best = first;
  for (const at of monthsBetween(first, last)) if (stepAt(covered, at) >= stepAt(covered, best)) best = at;
  return best;
}

function withRenewal(
  parts: readonly AlertPart[],
  all: readonly RosterSteps[],
  from: Month,
  to: Month,
): readonly AlertPart[] {
  return parts.map((part) => {
    if (part.cause !== "protection-ended") return part;
    const rosters = all.filter((one) =>
      part.roster === null ? one.roster === null && one.segment === part.segment : one.roster === part.roster,
    );
    return { ...part, renewalRupiah: renewalOf(rosters, from, to) };
  });
}

/** What those cost who end after `from` and up to `to`, each in the last protected month. */
function renewalOf(rosters: readonly RosterSteps[], from: Month, to: Month): number {
  let rupiah = 0;
  for (const { workers, contributionRupiah } of rosters) {
    for (let month = addMonths(from, 1); month <= to; month = addMonths(month, 1)) {
      const before = addMonths(month, -1);
      if (stepAt(workers, month) >= stepAt(workers, before)) continue;
      rupiah += Math.max(0, stepAt(contributionRupiah, before) - stepAt(contributionRupiah, month));
    }
  }
  return rupiah;
}
