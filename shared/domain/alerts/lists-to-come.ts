// Coverage as it will be if lists that are expected every month go on coming: what the list of a month protects is protected in the next month too for
// as long as a period of its agreement runs, without a gap from the next month on. After that it is what the files say, as for everybody else.
import { type Steps, stepAt, sumOfSteps } from "../coverage.ts";
import { addMonths, type Month, monthsBetween } from "../month.ts";
import { expectedUntil } from "../reference/expected-lists.ts";
import type { CoverageFigures, RosterSteps } from "./coverage-figures.ts";

/**
 * @param now the lists of this month, and of those before it, have come or have not
 * @param last no month after this one is looked at
 */
export function withListsToCome(figures: CoverageFigures, now: Month, last: Month): CoverageFigures {
  if (now >= last) return figures;
  const more: Steps[] = [];
  const segments = { ...figures.segments };
  const rosters = figures.rosters.map((one) => {
    const until = expectedUntil(one.expected, now);
    if (until === null) return one;
    const stays = staying(one, now, until < last ? until : last);
    const added = sumOfSteps([stays.workers, negative(one.workers)]);
    more.push(added);
    segments[one.segment] = sumOfSteps([segments[one.segment] ?? [], added]);
    return stays;
  });
  return { ...figures, rosters, segments, covered: sumOfSteps([figures.covered, ...more]) };
}

function staying(roster: RosterSteps, now: Month, until: Month): RosterSteps {
  return {
    ...roster,
    workers: neverLess(roster.workers, now, until),
    contributionRupiah: neverLess(roster.contributionRupiah, now, until),
  };
}

/** From `now` to `until` no month has less than the one before. */
function neverLess(steps: Steps, now: Month, until: Month): Steps {
  const after = addMonths(until, 1);
  let value = stepAt(steps, now);
  const kept = monthsBetween(addMonths(now, 1), until).map((month) => {
    value = Math.max(value, stepAt(steps, month));
    return [month, value] as const;
  });
  return [
    ...steps.filter(([month]) => month <= now),
    ...kept,
    [after, stepAt(steps, after)],
    ...steps.filter(([month]) => month > after),
  ];
}

function negative(steps: Steps): Steps {
  return steps.map(([month, value]) => [month, -value] as const);
}
