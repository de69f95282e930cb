// Foresees the falls that are certain unless something is renewed: what the daily evaluation would tell on the first day of each month to come, if no
// other file came in. A list that comes every month protects for that month only; its end is no certain end and is left out.
import type { AlertPart } from "../alert.ts";
import { type Steps, stepAt, sumOfSteps } from "../coverage.ts";
import { type Day, daysBetween } from "../day.ts";
import { addMonths, firstDayOf, laterMonth, type Month, monthOfDay, monthText } from "../month.ts";
import { type AlertRules, hasDropped, isCritical, reminderDue, thresholdOf } from "./alert-rules.ts";
import type { RosterSteps, ScopeFigures } from "./coverage-figures.ts";
import { explainChange } from "./explain-change.ts";
import { type Reference, referenceOf } from "./reference.ts";
import type { Finding, Standing } from "./standing.ts";

/** Of the threshold. */
const CLEAR_SHARE = 0.75;

/** What is going to be told, without head and words. */
export interface Lapse {
  readonly month: Month;
  readonly firstDay: Day;
  readonly leadDays: number;
  readonly before: number;
  readonly after: number;
  readonly parts: readonly AlertPart[];
  readonly renewalRupiah: number;
  readonly critical: boolean;
  readonly cleared: boolean;
}

/** The lapse of one month, or that what was told of it is no longer so. `keyPrefix` parts the scopes of a regency. */
export function lapseFindings(
  reference: Reference | null,
  figures: ScopeFigures,
  {
    asOf,
    keyPrefix,
    standing,
  }: { readonly asOf: Day; readonly keyPrefix: string; readonly standing: readonly Standing[] },
  rules: AlertRules,
): readonly Finding<Lapse>[] {
  const now = monthOfDay(asOf);
  const ahead = withoutMonthly(figures, now);
  const findings: Finding<Lapse>[] = [];
  const present = referenceOf(ahead, now);
  let from = reference === null || present.level >= reference.level ? present : reference;
  for (const month of monthsInSight(asOf, rules.leadDays)) {
    const to = referenceOf(ahead, month);
    const key = `${keyPrefix}${monthText(month)}`;
    const stood = standing.find((one) => one.key === key) ?? null;
    const level = reminderDue(daysBetween(asOf, firstDayOf(month)), rules.leadDays);
    if (level > 0 && hasDropped(from.level, to.level, rules)) {
      findings.push(raised(key, { from, to, level, since: laterMonth(from.month, now), figures: ahead }, rules));
      from = to;
      continue;
    }
    if (stood !== null) findings.push(standsOrClears(key, stood, { from, to }, rules));
    if (to.level >= from.level) from = to;
  }
  // What was foreseen for one month and now is for another has moved: that other month tells it.
  const moved = findings.some((finding) => isNew(finding, standing));
  return moved ? findings.filter(({ level }) => level !== 0) : findings;
}

function isNew({ key, level, size, step }: Finding<Lapse>, standing: readonly Standing[]): boolean {
  const stood = standing.find((one) => one.key === key);
  return level !== null && level > 0 && (stood === undefined || size >= stood.size + step);
}

interface Foreseen {
  readonly from: Reference;
  readonly to: Reference;
  readonly level: number;
  /** Ends after this month are still to come. */
  readonly since: Month;
  readonly figures: ScopeFigures;
}

function raised(key: string, { from, to, level, since, figures }: Foreseen, rules: AlertRules): Finding<Lapse> {
  const leadDays = rules.leadDays[level - 1] ?? 0;
  return {
    key,
    kind: "coverage.lapsing",
    level,
    size: from.level - to.level,
    from: from.level,
    step: thresholdOf(from.level, rules),
    tell: () => ({
      month: to.month,
      firstDay: firstDayOf(to.month),
      leadDays,
      before: from.level,
      after: to.level,
      parts: withRenewal(explainChange(from, figures, to.month), figures, since, to.month),
      renewalRupiah: renewalOf(figures.rosters, since, to.month),
      critical: isCritical(from.level, to.level, rules) || level === rules.leadDays.length,
      cleared: false,
    }),
  };
}

/** Clear when no more than three quarters of a threshold are left: a renewal seldom names quite as many as before. */
function standsOrClears(
  key: string,
  stood: Standing,
  { from, to }: Pick<Foreseen, "from" | "to">,
  rules: AlertRules,
): Finding<Lapse> {
  const before = stood.from - stood.size;
  const change = to.level - before;
  return {
    key,
    kind: "coverage.lapsing",
    level: from.level - to.level <= CLEAR_SHARE * thresholdOf(from.level, rules) ? 0 : null,
    size: stood.size,
    from: stood.from,
    step: Number.POSITIVE_INFINITY,
    tell: () => ({
      month: to.month,
      firstDay: firstDayOf(to.month),
      leadDays: 0,
      before,
      after: to.level,
      parts: change === 0 ? [] : [{ roster: null, segment: null, cause: "others", workers: change }],
      renewalRupiah: 0,
      critical: false,
      cleared: true,
    }),
  };
}

/** Months whose first day a reminder may be due for, ascending. */
function monthsInSight(asOf: Day, leadDays: readonly number[]): readonly Month[] {
  const months: Month[] = [];
  const now = monthOfDay(asOf);
  for (let ahead = 1; ; ahead += 1) {
    const month = addMonths(now, ahead);
    if (reminderDue(daysBetween(asOf, firstDayOf(month)), leadDays) === 0) return months;
    months.push(month);
  }
}

/** As if those whose list comes every month stayed as they are now. */
function withoutMonthly(figures: ScopeFigures, now: Month): ScopeFigures {
  if (!figures.rosters.some(({ monthly }) => monthly)) return figures;
  const kept: Steps[] = [];
  const rosters = figures.rosters.map((one) => {
    if (!one.monthly) return one;
    const stays = stepAt(one.workers, now);
    const workers = one.workers.map(([month, value]): readonly [Month, number] => [
      month,
      month > now ? Math.max(value, stays) : value,
    ]);
    kept.push(sumOfSteps([workers, one.workers.map(([month, value]): readonly [Month, number] => [month, -value])]));
    return { ...one, workers };
  });
  return { ...figures, rosters, covered: sumOfSteps([figures.covered, ...kept]) };
}

function withRenewal(parts: readonly AlertPart[], figures: ScopeFigures, from: Month, to: Month): readonly AlertPart[] {
  return parts.map((part) => {
    if (part.cause !== "protection-ended") return part;
    const rosters = figures.rosters.filter((one) =>
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
