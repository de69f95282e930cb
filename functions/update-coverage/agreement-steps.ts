// What an agreement costs and covers: the sum of its rosters, month by month, over its periods as far as they lie behind the window and over all of it.
import type { AgreementSteps } from "#shared/domain/alerts/coverage-figures.ts";
import {
  type ClosedMonth,
  type RosterFigures,
  type Steps,
  stepAt,
  stepsOf,
  sumOfSteps,
} from "#shared/domain/coverage.ts";
import type { Month } from "#shared/domain/month.ts";
import { type Agreement, rostersOf } from "#shared/domain/reference/agreement.ts";
import type { Head } from "#shared/domain/upload.ts";

export function agreementSteps(
  agreement: Agreement,
  rosters: readonly RosterFigures[],
  heads: readonly Head[],
  { closed, first }: { readonly closed: readonly ClosedMonth[]; readonly first: Month },
): AgreementSteps {
  const own = rostersOf(agreement);
  const figures = rosters.filter(({ roster }) => own.includes(roster));
  const past = closed.toSorted((a, b) => a.month - b.month);
  const together = (of: "workers" | "contributionRupiah"): Steps => {
    const before = pastSteps(past.map((one) => ({ month: one.month, value: sumIn(one, own, of) })));
    return joined(before, sumOfSteps(figures.map((one) => one[of])), first);
  };
  return {
    agreement,
    workers: together("workers"),
    contributionRupiah: together("contributionRupiah"),
    reports: own.map((roster) => ({
      roster,
      reportedOn: heads.find((head) => head.roster === roster)?.reportedOn ?? null,
    })),
  };
}

function sumIn({ rosters }: ClosedMonth, own: readonly string[], of: "workers" | "contributionRupiah"): number {
  return rosters.reduce((sum, one) => sum + (own.includes(one.roster) ? one[of] : 0), 0);
}

function pastSteps(months: readonly { readonly month: ClosedMonth["month"]; readonly value: number }[]): Steps {
  const [first] = months;
  return first === undefined
    ? []
    : stepsOf(
        first.month,
        months.map(({ value }) => value),
      );
}

/** The past up to the first month of the window, from then on the window. */
function joined(past: Steps, window: Steps, first: Month): Steps {
  const before = past.filter(([month]) => month < first);
  if (before.length === 0) return window;
  return [...before, [first, stepAt(window, first)] as const, ...window.filter(([month]) => month > first)];
}
