import { describe, expect, test } from "vitest";
import { JP_CEILINGS, jpCeiling } from "#shared/domain/contribution/jp-ceilings.ts";
import { addMonths, month, OPEN_END } from "#shared/domain/month.ts";

test.each([
  ["2015-07", 7_000_000],
  ["2016-02", 7_000_000],
  ["2016-03", 7_335_300],
  ["2017-03", 7_703_500],
  ["2018-03", 8_094_000],
  ["2019-03", 8_512_400],
  ["2020-02", 8_512_400],
  ["2020-03", 8_939_700],
  ["2021-03", 8_754_600],
  ["2022-03", 9_077_600],
  ["2023-02", 9_077_600],
  ["2023-03", 9_559_600],
  ["2024-02", 9_559_600],
  ["2024-03", 10_042_300],
  ["2025-01", 10_042_300],
  ["2025-03", 10_547_400],
  ["2026-02", 10_547_400],
  ["2026-03", 11_086_300],
  ["2026-12", 11_086_300],
])("in %s JP is paid on at most Rp %i", (at, rupiah) => {
  expect(jpCeiling(month(at))).toBe(rupiah);
});

test("before July 2015 there is none", () => {
  expect(jpCeiling(month("2015-06"))).toBe(Number.POSITIVE_INFINITY);
});

describe("the table", () => {
  test("follows without a gap, each year from March", () => {
    JP_CEILINGS.slice(1).forEach(({ from }, place) => {
      expect(from).toBe(addMonths(JP_CEILINGS[place]?.until ?? OPEN_END, 1));
      expect(from % 12).toBe(2);
    });
    expect(JP_CEILINGS.at(-1)?.until).toBe(OPEN_END);
  });

  // Growth of gross domestic product in parts per 10,000. Only that of 2023 was looked up; the others are what BPS is remembered to have announced first.
  test.each([
    ["2016-03", 479],
    ["2017-03", 502],
    ["2018-03", 507],
    ["2019-03", 517],
    ["2020-03", 502],
    ["2021-03", -207],
    ["2022-03", 369],
    ["2023-03", 531],
    ["2024-03", 505],
    ["2025-03", 503],
    ["2026-03", 511],
  ])("the ceiling of %s is the one before and a growth of %i, cut to the lower Rp 100", (at, growth) => {
    const before = jpCeiling(addMonths(month(at), -1));
    expect(jpCeiling(month(at))).toBe(Math.floor((before * (10_000 + growth)) / 1_000_000) * 100);
  });
});
