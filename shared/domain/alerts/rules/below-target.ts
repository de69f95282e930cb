// coverage.below-target: the rate lies below what the year's plan wants, held against a workforce of the same denominator. It is told when the year
// begins or the figures are first known, more urgently in the last quarter, and cleared from a fifth of a point above the target on.
import { stepAt } from "../../coverage.ts";
import type { Day } from "../../day.ts";
import { type Month, monthOfDay, yearOf } from "../../month.ts";
import type { Target } from "../../reference/target.ts";
import { type Denominator, type Workforce, workforceOf } from "../../workforce.ts";
import type { CoverageFigures } from "../coverage-figures.ts";
import type { Draft } from "../draft.ts";
import type { Finding, Standing } from "../standing.ts";

const CLEAR_MARGIN = 0.002;
/** October: months count from 0. */
const LAST_QUARTER = 9;

/** The workforce that a rate was last held against, by denominator: a revised one makes a change of the rate a matter of data. */
export type SeenWorkforces = Readonly<Partial<Record<Denominator, number>>>;

export function targetFindings(figures: CoverageFigures, asOf: Day, seen: SeenWorkforces): readonly Finding<Draft>[] {
  const month = monthOfDay(asOf);
  return figures.targets
    .filter(({ year }) => year === yearOf(month))
    .flatMap((target) => {
      const same = figures.workforces.filter(({ denominator }) => denominator === target.denominator);
      const workforce = workforceOf(same, month);
      return workforce === null || workforce.workers === 0
        ? []
        : [targetFinding(figures, { target, workforce, month, revised: isRevised(workforce, seen) })];
    });
}

interface Compared {
  readonly target: Target;
  readonly workforce: Workforce;
  readonly month: Month;
  readonly revised: boolean;
}

function isRevised({ denominator, workers }: Workforce, seen: SeenWorkforces): boolean {
  const before = seen[denominator];
  return before !== undefined && before !== workers;
}

function targetFinding({ covered }: CoverageFigures, compared: Compared): Finding<Draft> {
  const { target, workforce, month } = compared;
  const now = stepAt(covered, month);
  const level = levelOf(now / workforce.workers, target.share, month);
  return {
    key: `coverage.below-target/${target.denominator}/${target.year}`,
    kind: "coverage.below-target",
    level,
    size: now,
    from: workforce.workers,
    tell: (stood) => ({
      severity: severityOf(level),
      scope: "regency",
      segment: null,
      news: newsOf(now, compared, level, stood),
    }),
  };
}

function newsOf(
  covered: number,
  { target, workforce, month, revised }: Compared,
  level: number | null,
  stood: Standing | null,
): Draft["news"] {
  if (level !== 0) {
    return { kind: "coverage.below-target", month, covered, workforce, target, nature: revised ? "data" : "real" };
  }
  const before = stood?.size ?? covered;
  const change = covered - before;
  const parts = change === 0 ? [] : [{ roster: null, segment: null, cause: "others", workers: change } as const];
  return {
    kind: "coverage.recovered",
    clears: "coverage.below-target",
    month,
    before,
    after: covered,
    change,
    toCome: 0,
    stillEnding: 0,
    parts,
  };
}

function levelOf(rate: number, share: number, month: Month): number | null {
  if (rate >= share + CLEAR_MARGIN) return 0;
  if (rate >= share) return null;
  return month % 12 >= LAST_QUARTER ? 2 : 1;
}

function severityOf(level: number | null): Draft["severity"] {
  if (level === 0) return "info";
  return level === 2 ? "critical" : "warning";
}

/** What the rates of a month are held against now. */
export function seenWorkforces({ workforces }: CoverageFigures, asOf: Day): SeenWorkforces {
  const seen: Partial<Record<Denominator, number>> = {};
  for (const { denominator } of workforces) {
    const same = workforces.filter((one) => one.denominator === denominator);
    const workers = workforceOf(same, monthOfDay(asOf))?.workers;
    if (workers !== undefined) seen[denominator] = workers;
  }
  return seen;
}
