import { describe, expect, test } from "vitest";
import { coverageSteps, previewText } from "#cli/render/preview-text.ts";
import type { MonthCoverage, RegencyCoverage } from "#shared/domain/coverage.ts";
import { month } from "#shared/domain/month.ts";

const CHANGES = { enrolled: 0, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 };

function covered(months: Readonly<Record<string, number>>): RegencyCoverage {
  const month0 = { segments: {}, programmes: {}, employers: 0, occupations: {}, overlap: 0, contributionRupiah: 0 };
  return {
    months: Object.entries(months).map(
      ([text, workers]): MonthCoverage => ({ ...month0, month: month(text), covered: workers }),
    ),
    rosters: [],
    overlaps: [],
  };
}

describe("a preview as text", () => {
  test("shows each month before and after, the step where there is one, and the past months that change", () => {
    const before = covered({ "2023-09": 0, "2023-10": 1, "2023-11": 24_000, "2023-12": 24_000, "2024-01": 0 });
    const after = covered({ "2023-09": 900, "2023-10": 1, "2023-11": 24_000, "2023-12": 23_900, "2024-01": 50 });
    const steps = coverageSteps(before, after, month("2023-11"), month("2023-12"));
    expect(steps).toEqual([
      { month: "2023-09", before: 0, after: 900 },
      { month: "2023-11", before: 24_000, after: 24_000 },
      { month: "2023-12", before: 24_000, after: 23_900 },
    ]);
    const text = previewText({ changes: CHANGES }, { coverage: steps, alerts: [], comingAlerts: [] });
    expect(text).toMatch(/November 2023 +24\.000 +24\.000$/m);
    expect(text).toMatch(/Desember 2023 +24\.000 +23\.900 +-100$/m);
    expect(text).toContain("No alert would be sent at once.");
    expect(text).toContain("tidak ada dalam 12 bulan ke depan");
    expect(text).not.toContain("would wait");
  });

  test("says that removals would wait", () => {
    const text = previewText(
      { changes: { ...CHANGES, withheld: 2_500 } },
      { coverage: [], alerts: [], comingAlerts: [] },
    );
    expect(text).toContain("Pengakhiran 2.500 pekerja akan ditahan");
    expect(text).toContain("removal of 2,500 workers would wait");
  });
});
