// What an agreement's file says, and what must hold of it. Which agreement it is stands in the key, not in the file.
import { budgetPlausibility } from "../contribution/budget-plausibility.ts";
import { monthText, OPEN_END } from "../month.ts";
import type { Problem } from "../problem.ts";
import { includesAll, type ProgrammeSet, programmeSet, programmesIn } from "../programme.ts";
import type { RegencyCode } from "../region.ts";
import { rosterParts } from "../roster.ts";
import { SEGMENTS } from "../segment.ts";
import { type Agreement, type AgreementPeriod, isOpenEnded } from "./agreement.ts";
import { referenceProblem } from "./problems.ts";

export type AgreementContent = Omit<Agreement, "regency" | "slug">;

/** What is wrong with a content that has the right form; where in the file it stands is the reader's to say. */
export function agreementProblems(regency: RegencyCode, content: AgreementContent): readonly Problem[] {
  return [
    ...programmeProblems(content),
    ...(content.rosters.every((roster) => rosterParts(roster).regency === regency)
      ? []
      : [referenceProblem("agreement-rosters", regency)]),
    ...periodProblems(content.periods),
    ...content.periods.flatMap((period) => budgetProblems(content, period)),
  ];
}

/** `2022-11 – 2023-12` */
export function periodText({ first, last }: Pick<AgreementPeriod, "first" | "last">): string {
  return last === OPEN_END ? `${monthText(first)} –` : `${monthText(first)} – ${monthText(last)}`;
}

/** The first two periods that share a month; null: none do. */
export function overlapping(periods: readonly AgreementPeriod[]): readonly [AgreementPeriod, AgreementPeriod] | null {
  const sorted = periods.toSorted((a, b) => a.first - b.first);
  for (const [index, period] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next !== undefined && next.first <= period.last) return [period, next];
  }
  return null;
}

function programmeProblems({ segment, programmes }: AgreementContent): readonly Problem[] {
  const { minimum, possible } = SEGMENTS[segment];
  const set = programmeSet(...new Set(programmes));
  if (includesAll(set, minimum) && includesAll(possible, set)) return [];
  return [referenceProblem("agreement-programmes", segment, named(minimum), named(possible))];
}

function named(set: ProgrammeSet): string {
  return programmesIn(set).join(",").toUpperCase();
}

function periodProblems(periods: readonly AgreementPeriod[]): readonly Problem[] {
  if (periods.length === 0) return [referenceProblem("agreement-no-period")];
  const backwards = periods.find(({ first, last }) => last < first);
  if (backwards !== undefined) return [referenceProblem("period-ends-before-start", periodText(backwards))];
  const pair = overlapping(periods);
  return pair === null ? [] : [referenceProblem("period-overlaps", periodText(pair[1]), periodText(pair[0]))];
}

/** Press budgets are often of a month only; one that no reading makes sufficient deserves a look. */
function budgetProblems({ segment, programmes }: AgreementContent, period: AgreementPeriod): readonly Problem[] {
  const { first, last, budgetRupiah, plannedWorkers: workers } = period;
  const { pricing } = SEGMENTS[segment];
  if (budgetRupiah !== null && isOpenEnded(period)) return [referenceProblem("budget-without-end", monthText(first))];
  if (!budgetRupiah || !workers || last < first || (pricing !== "wage" && pricing !== "bracket")) return [];
  const months = last - first + 1;
  const set = programmeSet(...new Set(programmes));
  const { nearest, rupiahPerWorkerAndMonth } = budgetPlausibility({
    budgetRupiah,
    workers,
    first,
    months,
    segment,
    programmes: set,
  });
  if (nearest.verdict !== "too-little") return [];
  return [referenceProblem("budget-implausible", periodText(period), Math.round(rupiahPerWorkerAndMonth))];
}
