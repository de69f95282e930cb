import { expect, test } from "vitest";
import { month } from "#shared/domain/month.ts";
import { type Denominator, type Workforce, workforceOf } from "#shared/domain/workforce.ts";

const of = (year: number, workers: number, denominator: Denominator = "penduduk-bekerja"): Workforce => ({
  year,
  workers,
  denominator,
  source: "BPS",
});
const KNOWN = [of(2022, 253_988), of(2019, 255_151), of(2021, 269_957)];

test.each([
  ["2018-12", undefined],
  ["2019-01", 255_151],
  ["2021-12", 269_957],
  ["2024-01", 253_988],
])("in %s the newest figure that is not of a later year holds", (at, workers) => {
  expect(workforceOf(KNOWN, month(at))?.workers).toBe(workers);
});

test("the working population comes before other denominators, and another is better than none", () => {
  const labour = of(2023, 300_000, "angkatan-kerja");
  expect(workforceOf([labour, ...KNOWN], month("2023-06"))?.workers).toBe(253_988);
  expect(workforceOf([labour], month("2023-06"))).toEqual(labour);
});
