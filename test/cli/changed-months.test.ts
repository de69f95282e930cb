import { expect, test } from "vitest";
import { changedMonths, changedMonthsText } from "#cli/changed-months.ts";
import type { MonthCoverage, RegencyCoverage } from "#shared/domain/coverage.ts";
import { day } from "#shared/domain/day.ts";
import { addMonths, month } from "#shared/domain/month.ts";
import { regencyCode } from "#shared/domain/region.ts";

const TODAY = day("2023-11-20");
const BENGKALIS = regencyCode("14.03");

/** From October 2023 on. */
function coverageOf(...levels: readonly number[]): RegencyCoverage {
  const nothing = { segments: {}, programmes: {}, employers: 0, occupations: {}, overlap: 0, contributionRupiah: 0 };
  const months = levels.map(
    (covered, index): MonthCoverage => ({ ...nothing, month: addMonths(month("2023-10"), index), covered }),
  );
  return { months, rosters: [], overlaps: [] };
}

test("a change in a month to come is named beside the present month", () => {
  const changed = changedMonths(coverageOf(1, 300, 300, 300), coverageOf(2, 300, 300, 131), TODAY);
  expect(changed).toEqual({
    month: "2023-11",
    before: 300,
    after: 300,
    firstChange: { month: "2024-01", before: 300, after: 131 },
    pastChanges: [{ month: "2023-10", before: 1, after: 2 }],
  });
  expect(changedMonthsText(BENGKALIS, changed)).toBe(
    [
      "Terlindungi / covered, 14.03, November 2023: 300 → 300 (0)",
      "Bulan pertama yang berubah / first month that changes: Januari 2024: 300 → 131 (-169)",
      "Bulan yang sudah lewat dan berubah / past months that change:",
      "  Oktober 2023: 1 → 2 (+1)",
    ].join("\n"),
  );
});

test("a change of the present month is said once", () => {
  const text = changedMonthsText(BENGKALIS, changedMonths(null, coverageOf(0, 24_000, 24_000), TODAY));
  expect(text).toBe("Terlindungi / covered, 14.03, November 2023: 0 → 24.000 (+24.000)");
});

test("months that were not counted before are no change", () => {
  const changed = changedMonths(coverageOf(9, 300, 300), coverageOf(9, 300, 300, 300), TODAY);
  expect(changed).toMatchObject({ firstChange: null, pastChanges: [] });
  expect(changedMonthsText(BENGKALIS, changed)).toContain("Tidak ada bulan yang berubah");
});
