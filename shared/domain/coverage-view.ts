// Coverage of one regency in one month as people and programs read it: with the workforce it is held against, or without a rate.
import type { MonthCoverage } from "./coverage.ts";
import type { Day } from "./day.ts";
import { type Month, monthText } from "./month.ts";
import { type RegencyCode, regencyName } from "./region.ts";
import { type Workforce, workforceOf } from "./workforce.ts";

export interface CoverageView extends Omit<MonthCoverage, "month"> {
  readonly regency: RegencyCode;
  readonly name: string;
  /** `yyyy-mm`. */
  readonly month: string;
  /** Covered by the workforce, four decimals; null without a figure of the workforce. */
  readonly rate: number | null;
  readonly workforce: Workforce | null;
  readonly asOf: Day;
}

export interface ViewedMonth {
  readonly regency: RegencyCode;
  readonly at: Month;
  /** null for a month of which nothing is stored: nobody was covered. */
  readonly coverage: MonthCoverage | null;
  /** All figures that are known of the regency. */
  readonly workforces: readonly Workforce[];
  readonly asOf: Day;
}

export function coverageView({ regency, at, coverage, workforces, asOf }: ViewedMonth): CoverageView {
  const workforce = workforceOf(workforces, at);
  const { month: _, ...figures } = coverage ?? { ...NOBODY, month: at };
  return {
    regency,
    name: regencyName(regency),
    month: monthText(at),
    ...figures,
    rate: workforce === null ? null : Math.round((figures.covered / workforce.workers) * 10_000) / 10_000,
    workforce,
    asOf,
  };
}

const NOBODY: Omit<MonthCoverage, "month"> = {
  covered: 0,
  segments: {},
  programmes: {},
  employers: 0,
  occupations: {},
  overlap: 0,
  contributionRupiah: 0,
};
