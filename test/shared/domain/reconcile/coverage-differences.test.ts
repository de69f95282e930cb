import { expect, test } from "vitest";
import type { MonthCoverage, RegencyCoverage } from "#shared/domain/coverage.ts";
import { month } from "#shared/domain/month.ts";
import { coverageDifferences } from "#shared/domain/reconcile/coverage-differences.ts";
import { rosterId } from "#shared/domain/roster.ts";

const roster = rosterId("14.03/rentan/apbd");
const other = rosterId("14.03/bpu/mandiri");
const february: MonthCoverage = {
  month: month("2023-02"),
  covered: 10,
  segments: { rentan: 8, bpu: 4 },
  programmes: { jkk: 10, jkm: 10 },
  employers: 0,
  occupations: {},
  overlap: 2,
  contributionRupiah: 168_000,
};
const coverage: RegencyCoverage = {
  months: [february, { ...february, month: month("2023-03") }],
  rosters: [
    {
      roster,
      version: 1,
      workers: [[month("2023-02"), 8]],
      contributionRupiah: [[month("2023-02"), 134_400]],
    },
  ],
  overlaps: [{ rosters: [other, roster], workers: [[month("2023-02"), 2]] }],
};

test("what is the same in another order of names does not differ", () => {
  const reordered = { ...february, segments: { bpu: 4, rentan: 8 } };
  expect(coverageDifferences(coverage, { ...coverage, months: [reordered, ...coverage.months.slice(1)] })).toEqual([]);
});

test("every month, roster and overlap that differs or is missing is named", () => {
  const [figures] = coverage.rosters;
  expect(figures).toBeDefined();
  const counted: RegencyCoverage = {
    months: [{ ...february, covered: 11 }],
    rosters: [{ roster: other, version: 1, workers: [], contributionRupiah: [] }],
    overlaps: [],
  };
  expect(coverageDifferences(coverage, counted)).toEqual([
    "2023-02",
    "2023-03",
    "14.03/bpu/mandiri",
    "14.03/rentan/apbd",
    "overlaps",
  ]);
});
