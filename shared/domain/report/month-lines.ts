// The twelve months up to the one of a report and the twelve after it: how many were and, as far as is known now, will be protected, and what is due.
import { addMonths, type Month, monthOfDay, monthsBetween, monthText } from "../month.ts";
import { coverageIn, type ReportedRegency } from "./known-regency.ts";
import { type ShownCount, shownCount, shownRupiah } from "./shown-count.ts";

const MONTHS_SHOWN = 12;

export interface MonthLine {
  /** `yyyy-mm`. */
  readonly month: string;
  /** null: nothing is known of it. */
  readonly covered: ShownCount | null;
  readonly contributionRupiah: number | null;
  /** Later than the month in which the report is made: what is agreed and uploaded so far. */
  readonly ahead: boolean;
}

export function monthLines(known: ReportedRegency, at: Month): readonly MonthLine[] {
  const now = monthOfDay(known.asOf);
  return monthsBetween(addMonths(at, 1 - MONTHS_SHOWN), addMonths(at, MONTHS_SHOWN)).map((month) => {
    const coverage = coverageIn(known, month);
    return {
      month: monthText(month),
      covered: coverage === null ? null : shownCount(coverage.covered),
      contributionRupiah: coverage === null ? null : shownRupiah(coverage.contributionRupiah, coverage.covered),
      ahead: month > now,
    };
  });
}
