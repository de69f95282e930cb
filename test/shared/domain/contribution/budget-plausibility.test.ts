import { describe, expect, test } from "vitest";
import { budgetPlausibility, type ReportedBudget } from "#shared/domain/contribution/budget-plausibility.ts";
import { month } from "#shared/domain/month.ts";
import { programmeSet } from "#shared/domain/programme.ts";

const budget = (
  segment: ReportedBudget["segment"],
  budgetRupiah: number,
  workers: number,
  first: string,
  months: number,
): ReportedBudget => ({ segment, budgetRupiah, workers, first: month(first), months });

describe("budgets as reported", () => {
  test("Siak 2022: Rp 800 million for 7,753 is 8,599 a head and month, 0.54 % of Rp 1.59 million", () => {
    const { rupiahPerWorkerAndMonth, nearest, other } = budgetPlausibility(
      budget("non-asn", 800_000_000, 7_753, "2022-01", 12),
    );
    expect(rupiahPerWorkerAndMonth).toBeCloseTo(8_598.8, 1);
    expect(nearest).toMatchObject({ kind: "share-of-wage", rate: 540, offBy: 0, verdict: "fits" });
    expect(nearest).toHaveProperty("wageRupiah", expect.closeTo(1_592_374, 0));
    expect(other).toMatchObject({ kind: "fixed-price", periodRupiah: 1_563_004_800, verdict: "too-little" });
    expect(other).toHaveProperty("monthsPaid", expect.closeTo(6.14, 2));
  });

  test("Sulawesi Selatan: 22,442,400 for 4,156 a month is 0.54 % of exactly 1,000,000", () => {
    const { nearest } = budgetPlausibility(budget("non-asn", 22_442_400, 4_156, "2022-05", 1));
    expect(nearest).toEqual({
      kind: "share-of-wage",
      rate: 540,
      wageRupiah: expect.closeTo(1_000_000, 5),
      offBy: expect.closeTo(0, 9),
      verdict: "fits",
    });
  });

  test.each<[string, ReportedBudget, number, string]>([
    ["Bengkalis, 14 months", budget("rentan", 5_644_800_000, 24_000, "2022-11", 14), 14, "fits"],
    ["Bengkalis, Rp 403 million for 2023", budget("rentan", 403_000_000, 24_000, "2023-01", 12), 1, "too-little"],
    ["Bengkalis, Rp 4.32 bn for 50,000", budget("rentan", 4_320_000_000, 50_000, "2024-01", 12), 5.14, "too-little"],
    ["Rokan Hulu, DBH Sawit", budget("rentan", 3_714_056_400, 16_585, "2024-01", 12), 13.33, "too-much"],
    ["Riau, Rp 2.35 bn for 11,666", budget("rentan", 2_350_000_000, 11_666, "2024-01", 12), 11.99, "fits"],
    ["Riau, Rp 2.1 bn for 10,800", budget("rentan", 2_100_000_000, 10_800, "2023-01", 12), 11.57, "too-little"],
    ["Penajam, Rp 3 bn for 15,000", budget("rentan", 3_000_000_000, 15_000, "2025-01", 12), 11.9, "fits"],
  ])("%s", (_, reported, monthsPaid, verdict) => {
    const { nearest, other } = budgetPlausibility(reported);
    expect(nearest).toMatchObject({ kind: "fixed-price", priceRupiah: 16_800, verdict });
    expect(nearest).toHaveProperty("monthsPaid", expect.closeTo(monthsPaid, 2));
    expect(other).toBeNull();
  });
});

test("staff whose budget is the fixed price of one month, not a wage anybody has", () => {
  const { nearest, other } = budgetPlausibility(budget("non-asn", 16_800 * 1_000, 1_000, "2022-01", 12));
  expect(nearest).toMatchObject({ kind: "fixed-price", monthsPaid: 1, offBy: 0, verdict: "too-little" });
  expect(other).toMatchObject({ kind: "share-of-wage", verdict: "too-little" });
});

test("a budget through a change of price pays by each month's own price", () => {
  const { nearest } = budgetPlausibility({
    ...budget("rentan", 1_000 * (3 * 16_800 + 8_400 / 2), 1_000, "2026-01", 12),
    payer: "private-sponsor",
  });
  expect(nearest).toMatchObject({ monthsPaid: 3.5, periodRupiah: 1_000 * (3 * 16_800 + 9 * 8_400) });
});

test("programmes beside JKK and JKM are part of the rate and of the fixed price", () => {
  const programmes = programmeSet("jkk", "jkm", "jht");
  const { nearest, other } = budgetPlausibility({
    ...budget("non-asn", 62_400 * 100 * 12, 100, "2022-01", 12),
    programmes,
  });
  expect(nearest).toMatchObject({ kind: "share-of-wage", rate: 6_240, wageRupiah: 1_000_000 });
  expect(other).toMatchObject({ kind: "fixed-price", priceRupiah: 36_800 });
});

test("how far off a meaning is: as a share of the nearest wage that somebody may have, and of the nearest whole months", () => {
  const { nearest, other } = budgetPlausibility(budget("non-asn", 540 * 5 * 100 * 3, 100, "2022-01", 3));
  expect(nearest).toMatchObject({ kind: "share-of-wage", offBy: expect.closeTo(0.5, 9), verdict: "too-little" });
  expect(other).toMatchObject({
    kind: "fixed-price",
    monthsPaid: expect.closeTo(0.482, 3),
    offBy: expect.closeTo(0.518, 3),
  });
  const months = budgetPlausibility(budget("rentan", 16_800 * 3.4 * 100, 100, "2022-01", 4)).nearest;
  expect(months).toMatchObject({ monthsPaid: expect.closeTo(3.4, 9), offBy: expect.closeTo(0.4 / 3, 9) });
});

test("where both meanings explain a budget of staff wholly, it is taken for a share of their wages", () => {
  const { nearest, other } = budgetPlausibility(budget("non-asn", 16_800 * 6 * 1_000, 1_000, "2022-01", 12));
  expect(nearest).toMatchObject({ kind: "share-of-wage", offBy: 0 });
  expect(other).toMatchObject({ kind: "fixed-price", monthsPaid: 6, offBy: 0 });
});

test("who pays for himself pays his own price, which is reduced in 2026", () => {
  const priceOf = (segment: "bpu" | "rentan") =>
    budgetPlausibility(budget(segment, 16_800 * 10, 10, "2026-05", 1)).nearest;
  expect(priceOf("bpu")).toMatchObject({ priceRupiah: 8_400, monthsPaid: 2 });
  expect(priceOf("rentan")).toMatchObject({ priceRupiah: 16_800, monthsPaid: 1 });
});

test("no budget is taken to pay for more than ten years", () => {
  const { nearest } = budgetPlausibility(budget("rentan", 16_800 * 120.5, 1, "2016-01", 12));
  expect(nearest).toMatchObject({ kind: "fixed-price", monthsPaid: 120, verdict: "too-much" });
});

test.each<[string, ReportedBudget]>([
  ["no budget", budget("rentan", 0, 1, "2022-01", 1)],
  ["no workers", budget("rentan", 1, 0, "2022-01", 1)],
  ["no months", budget("rentan", 1, 1, "2022-01", 0)],
  ["construction", budget("jakon", 1, 1, "2022-01", 1)],
  ["a month before anything was priced", budget("rentan", 1, 1, "2015-06", 1)],
])("%s: refused", (_, reported) => {
  expect(() => budgetPlausibility(reported)).toThrow(RangeError);
});
