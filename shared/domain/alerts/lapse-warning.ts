// What a warning of a lapse says: who is still to go, from which rosters, and what a renewal costs. It is decided as the fall will be told; foretold is only
// who is still to go: who was lost since the reference is lost already.
import type { AlertPart, LastTold, Severity } from "../alert.ts";
import { type Steps, stepAt } from "../coverage.ts";
import { type Day, daysBetween } from "../day.ts";
import { addMonths, firstDayOf, laterMonth, type Month, monthsBetween, monthText } from "../month.ts";
import type { Segment } from "../segment.ts";
import { type AlertRules, reminderDue, thresholdOf } from "./alert-rules.ts";
import { type CoverageFigures, figuresOfSegment, type RosterSteps, type ScopeFigures } from "./coverage-figures.ts";
import type { ToldLevel } from "./decide-levels.ts";
import type { Draft } from "./draft.ts";
import { explainBetween, explainChange } from "./explain-change.ts";
import { hasEased, type NamedLapse } from "./lapse-eased.ts";
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
  /** What was told before and still stands. */
  readonly standing: readonly Standing[];
}

export function lapseWarning(
  { draft, since: reference, to }: ToldLevel,
  { ahead, asOf, month, last, toCome, standing }: Foreseen,
  rules: AlertRules,
): LapseFinding {
  const { segment, scope } = draft;
  const level = reminderDue(daysBetween(asOf, firstDayOf(month)), rules.leadDays);
  const figures = segment === null ? ahead : figuresOfSegment(ahead, segment);
  const since = highest(figures.covered, laterMonth(last, reference.month), addMonths(month, -1));
  const foretold = referenceOf(figures, since);
  const rosters = figures.rosters;
  const key = lapseKey(segment, month);
  const stood = standing.find((one) => one.key === key) ?? null;
  const size = reference.level - to.level;
  const threshold = thresholdOf(reference.level, rules);
  const hasGrown = (before: Standing): boolean => size >= before.size + threshold;
  const isEased = (before: Standing): boolean => hasEased(before, { size, after: to.level }, threshold);
  const isUrgent = draft.severity === "critical" || level === rules.leadDays.length;
  // Whoever got the warning gets what became of it.
  const wasUrgent = stood !== null && isEased(stood) && stood.named?.severity === "critical";
  const severity: Severity = isUrgent || wasUrgent ? "critical" : "warning";
  const named: NamedLapse = { severity, before: foretold.level, to };
  return {
    key,
    kind: "coverage.lapsing",
    segment,
    level,
    size,
    from: reference.level,
    hasGrown,
    isChanged: (before) => hasGrown(before) || isEased(before),
    named,
    tell: () => ({
      severity,
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
        renewalRupiah: leftToRenew(rosters, since, month),
        lastTold: stood && lastTold(stood, named, figures),
      },
    }),
  };
}

function lastTold({ alertId, asOf, named }: Standing, now: NamedLapse, figures: ScopeFigures): LastTold | null {
  if (named === null || (named.before === now.before && named.to.level === now.to.level)) return null;
  const { before, to } = named;
  return { alertId, asOf, before, after: to.level, parts: explainBetween(to, now.to, figures, now.to.month) };
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

/** What is left to renew: what those cost who end, less what those of the same segment cost who begin meanwhile, on the list of the next year. */
function leftToRenew(rosters: readonly RosterSteps[], from: Month, to: Month): number {
  return [...Map.groupBy(rosters, ({ segment }) => segment).values()]
    .map((own) => renewalOf(own, from, to) - beginningOf(own, from, to))
    .reduce((sum, rupiah) => sum + Math.max(0, rupiah), 0);
}

/** What those cost who end after `from` and up to `to`, each in the last protected month. */
function renewalOf(rosters: readonly RosterSteps[], from: Month, to: Month): number {
  return fallOf(rosters, monthsBetween(from, to));
}

/** What those cost who begin then: looked at backwards they end. */
function beginningOf(rosters: readonly RosterSteps[], from: Month, to: Month): number {
  return fallOf(rosters, monthsBetween(from, to).toReversed());
}

function fallOf(rosters: readonly RosterSteps[], months: readonly Month[]): number {
  let rupiah = 0;
  for (const { workers, contributionRupiah } of rosters) {
    for (const [place, month] of months.entries()) {
      const before = months[place - 1] ?? month;
      if (stepAt(workers, month) >= stepAt(workers, before)) continue;
      rupiah += Math.max(0, stepAt(contributionRupiah, before) - stepAt(contributionRupiah, month));
    }
  }
  return rupiah;
}
