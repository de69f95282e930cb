import { expect, test } from "vitest";
import { budgetText } from "#cli/report/budgeted-year.ts";
import { month, monthsBetween } from "#shared/domain/month.ts";

test("a year's contributions stand beside the budget, with their source", () => {
  const figures = { segments: {}, programmes: {}, employers: 0, occupations: {}, overlap: 0 };
  const months = monthsBetween(month("2022-01"), month("2022-12")).map((at) => ({
    ...figures,
    month: at,
    covered: 7_753,
    contributionRupiah: 66_652_541,
  }));
  const text = budgetText(months, { year: 2022, budgetRupiah: 800_000_000, source: "a newspaper" });
  expect(text).toMatch(/Januari 2022\s+7\.753\s+Rp 66\.652\.541/);
  expect(text).toMatch(/2022\s+Rp 799\.830\.492\n/);
  expect(text).toContain("Rp 800.000.000 (a newspaper)");
  expect(text).toContain("100.0 % of it");
});
