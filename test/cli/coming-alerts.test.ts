import { expect, test } from "vitest";
import { comingAlerts } from "#cli/coming-alerts.ts";
import type { AlertState } from "#shared/domain/alerts/decide-drop.ts";
import type { MonthCoverage, RegencyCoverage } from "#shared/domain/coverage.ts";
import { day } from "#shared/domain/day.ts";
import { addMonths, month } from "#shared/domain/month.ts";
import { NO_REFERENCE } from "#shared/domain/reference/regency-reference.ts";
import { regencyCode } from "#shared/domain/region.ts";

const THRESHOLDS = { share: 0.01, workers: 100, criticalShare: 0.1 };
const NOVEMBER = month("2023-11");
const NOT_YET: AlertState = { ticket: 1, asOf: day("2023-11-20"), reference: null, fallen: null };

/** From November 2023 on; the last level goes on for 24 months. */
function coverageOf(...levels: readonly number[]): RegencyCoverage {
  const nothing = { segments: {}, programmes: {}, employers: 0, occupations: {}, overlap: 0, contributionRupiah: 0 };
  const months = Array.from({ length: 24 }, (_, index): MonthCoverage => {
    const covered = levels[Math.min(index, levels.length - 1)] ?? 0;
    return { ...nothing, month: addMonths(NOVEMBER, index), covered };
  });
  return { months, rosters: [], overlaps: [] };
}

function coming(asOf: string, ...levels: readonly number[]) {
  const found = {
    regency: regencyCode("14.03"),
    reference: NO_REFERENCE,
    coverage: coverageOf(...levels),
    asOf: day(asOf),
  };
  return comingAlerts(NOT_YET, found, THRESHOLDS).map((one) => [one.asOf, one.kind, one.change]);
}

test("a fall in a month to come is told on its first day, and its recovery too", () => {
  expect(coming("2023-11-20", 500, 500, 500, 331, 500)).toEqual([
    ["2024-02-01", "coverage.dropped", -169],
    ["2024-03-01", "coverage.recovered", 169],
  ]);
});

test("a level that is covered this month only is closed today, so that its end is told", () => {
  expect(coming("2023-11-20", 500, 0)).toEqual([["2023-12-01", "coverage.dropped", -500]]);
});

test("nothing is told of a level that stays, of a fall below the threshold, or of one in more than 12 months", () => {
  expect(coming("2023-11-30", 500)).toEqual([]);
  expect(coming("2023-11-20", 500, 401)).toEqual([]);
  expect(coming("2023-11-20", ...Array.from({ length: 13 }, () => 500), 0)).toEqual([]);
});
