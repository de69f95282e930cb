import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributionRupiah } from "#shared/domain/contribution/contribution-rupiah.ts";
import type { Payer, PricedTerms } from "#shared/domain/contribution/priced-terms.ts";
import { samePrice } from "#shared/domain/contribution/same-price.ts";
import { PRICE_CHANGES, tariffAt } from "#shared/domain/contribution/tariff.ts";
import { addMonths, month, monthsBetween } from "#shared/domain/month.ts";
import { occupationCode } from "#shared/domain/occupation.ts";
import { JKK_JKM, PROGRAMMES, programmeSet } from "#shared/domain/programme.ts";
import { anyMonthOfPrices, anyTerms } from "./any-terms.ts";

const WITH_JHT = programmeSet("jkk", "jkm", "jht");
const FULL = programmeSet("jkk", "jkm", "jht", "jp");

const wage = (basisRupiah: number, over: Partial<PricedTerms> = {}): PricedTerms => ({
  segment: "ppu",
  programmes: JKK_JKM,
  basisRupiah,
  riskClass: 1,
  ...over,
});
const income = (basisRupiah: number, over: Partial<PricedTerms> = {}): PricedTerms => ({
  segment: "bpu",
  programmes: JKK_JKM,
  basisRupiah,
  riskClass: 0,
  ...over,
});
const only = (programme: (typeof PROGRAMMES)[number], basisRupiah: number, riskClass = 1) =>
  wage(basisRupiah, { programmes: programmeSet(programme), riskClass });
const driver = { occupation: occupationCode("pengemudi") };

describe("wage earners, in February 2023", () => {
  test.each<[string, PricedTerms, number]>([
    ["JKK very low, 0.24 %", only("jkk", 1_000_000, 1), 2_400],
    ["JKK low, 0.54 %", only("jkk", 1_000_000, 2), 5_400],
    ["JKK medium, 0.89 %", only("jkk", 1_000_000, 3), 8_900],
    ["JKK high, 1.27 %", only("jkk", 1_000_000, 4), 12_700],
    ["JKK very high, 1.74 %", only("jkk", 1_000_000, 5), 17_400],
    ["JKK of a class that is not stated: very low", only("jkk", 1_000_000, 0), 2_400],
    ["JKM 0.30 %", only("jkm", 1_000_000), 3_000],
    ["JHT 3.7 + 2.0 %", only("jht", 1_000_000), 57_000],
    ["JP 2.0 + 1.0 %", only("jp", 1_000_000), 30_000],
    ["JP above the ceiling of 9,077,600", only("jp", 9_559_600), 272_328],
    ["JKP: nobody is billed", only("jkp", 5_000_000), 0],
    ["JKK, JKM, JHT have no ceiling", wage(100_000_000, { programmes: WITH_JHT }), 240_000 + 300_000 + 5_700_000],
    ["JKK + JKM of 1,592,000, rounded each: Siak", wage(1_592_000), 3_821 + 4_776],
    ["half up: 0.24 % of 625 is 1.5", only("jkk", 625), 2],
    ["half up: 0.24 % of 624 is 1.4976", only("jkk", 624), 1],
    ["no wage stated", wage(0, { programmes: FULL }), 0],
    ["the least for non-ASN, a wage of 1,000,000", wage(1_000_000, { segment: "non-asn" }), 5_400],
    ["construction is priced by contract", wage(1_000_000, { segment: "jakon" }), 0],
    ["migrants are not priced per month", wage(1_000_000, { segment: "pmi" }), 0],
  ])("%s", (_, terms, rupiah) => {
    expect(contributionRupiah(terms, month("2023-02"))).toBe(rupiah);
  });
});

describe("the self-employed, in February 2023", () => {
  test.each<[string, PricedTerms, number]>([
    ["the entry package", income(0), 16_800],
    ["the last income of the lowest bracket", income(1_099_000), 16_800],
    ["the next bracket", income(1_100_000), 12_000 + 6_800],
    ["2,699,000 has the base 2,600,000", income(2_699_000), 26_000 + 6_800],
    ["2,700,000 has the base 2,950,000", income(2_700_000), 29_500 + 6_800],
    ["20,199,000 has the base 19,950,000", income(20_199_000), 199_500 + 6_800],
    ["the highest bracket", income(20_200_000), 207_000 + 6_800],
    ["any income above", income(4_000_000_000), 207_000 + 6_800],
    ["with the smallest JHT", income(0, { programmes: WITH_JHT }), 36_800],
    ["JP and JKP do not exist for them", income(5_000_000, { programmes: programmeSet("jp", "jkp") }), 0],
    ["a sponsored vulnerable worker", income(0, { segment: "rentan" }), 16_800],
    ["a neighbourhood official", income(0, { segment: "rt-rw" }), 16_800],
  ])("%s", (_, terms, rupiah) => {
    expect(contributionRupiah(terms, month("2023-02"))).toBe(rupiah);
  });
});

test("JHT of the self-employed is 2 % of the same brackets", () => {
  const savings = (basisRupiah: number) => income(basisRupiah, { programmes: programmeSet("jht") });
  expect(contributionRupiah(savings(1_250_000), month("2023-02"))).toBe(24_000);
  expect(contributionRupiah(savings(30_000_000), month("2023-02"))).toBe(414_000);
});

describe("reductions", () => {
  const labour = wage(1_000_000, { labourIntensive: true });
  const cases: readonly [string, PricedTerms, readonly [string, number][]][] = [
    [
      "labour-intensive firms pay half of JKK from February 2025 to January 2026",
      labour,
      [
        ["2025-01", 5_400],
        ["2025-02", 4_200],
        ["2025-07", 4_200],
        ["2025-08", 4_200],
        ["2026-01", 4_200],
        ["2026-02", 5_400],
      ],
    ],
    [
      "half of JKK 1.74 % is 0.87 %",
      { ...labour, riskClass: 5 },
      [
        ["2025-02", 11_700],
        ["2026-02", 20_400],
      ],
    ],
    [
      "other firms pay it whole, also while the self-employed pay half",
      wage(1_000_000),
      [
        ["2025-02", 5_400],
        ["2026-05", 5_400],
      ],
    ],
    [
      "transport workers who pay themselves: January 2026 to March 2027",
      income(0, driver),
      [
        ["2025-12", 16_800],
        ["2026-01", 8_400],
        ["2026-12", 8_400],
        ["2027-03", 8_400],
        ["2027-04", 16_800],
      ],
    ],
    [
      "other self-employed: April to December 2026",
      income(0),
      [
        ["2026-03", 16_800],
        ["2026-04", 8_400],
        ["2026-12", 8_400],
        ["2027-01", 16_800],
      ],
    ],
    [
      "JHT is not reduced",
      income(0, { programmes: WITH_JHT }),
      [
        ["2026-03", 36_800],
        ["2026-04", 28_400],
      ],
    ],
    [
      "a driver who is an employee pays whole",
      wage(1_000_000, { ...driver, programmes: JKK_JKM }),
      [["2026-04", 5_400]],
    ],
  ];
  test.each(cases)("%s", (_, terms, prices) => {
    for (const [at, rupiah] of prices) expect([at, contributionRupiah(terms, month(at))]).toEqual([at, rupiah]);
  });

  test.each<[Payer | undefined, number]>([
    [undefined, 16_800],
    ["sponsor", 16_800],
    ["state", 16_800],
    ["private-sponsor", 8_400],
    ["worker", 8_400],
  ])("a vulnerable worker paid by %s costs %i in May 2026, a driver too", (payer, rupiah) => {
    const terms = income(0, { segment: "rentan", ...(payer === undefined ? {} : { payer }) });
    expect(contributionRupiah(terms, month("2026-05"))).toBe(rupiah);
    expect(contributionRupiah({ ...terms, ...driver }, month("2026-02"))).toBe(rupiah);
  });
});

describe("published sums", () => {
  const period = (terms: PricedTerms, workers: number, first: string, months: number): number =>
    monthsBetween(month(first), addMonths(month(first), months - 1)).reduce(
      (sum, at) => sum + workers * contributionRupiah(terms, at),
      0,
    );
  const fixed = income(0, { segment: "rentan" });
  const nonAsn = (wageRupiah: number) => wage(wageRupiah, { segment: "non-asn", riskClass: 0 });

  test.each<[string, number, number]>([
    ["Siak: 8,597 for 7,753 in 2022", period(nonAsn(1_592_000), 7_753, "2022-01", 12), 799_830_492],
    ["Siak at the fixed price", period(fixed, 7_753, "2022-01", 12), 1_563_004_800],
    ["Siak at a wage of 1,000,000", period(nonAsn(1_000_000), 7_753, "2022-01", 12), 502_394_400],
    ["Bengkalis: 24,000 a month", period(fixed, 24_000, "2023-12", 1), 403_200_000],
    ["Bengkalis: 24,000, November 2022 to December 2023", period(fixed, 24_000, "2022-11", 14), 5_644_800_000],
    ["Sulawesi Selatan: 4,156 a month", period(nonAsn(1_000_000), 4_156, "2022-05", 1), 22_442_400],
    ["Rokan Hulu: 16,585 a month", period(fixed, 16_585, "2024-09", 1), 278_628_000],
    ["Riau: 11,666 a year", period(fixed, 11_666, "2024-01", 12), 2_351_865_600],
    ["Riau: 10,800 a year", period(fixed, 10_800, "2023-01", 12), 2_177_280_000],
    ["Penajam Paser Utara: 15,000 a year", period(fixed, 15_000, "2025-01", 12), 3_024_000_000],
    ["one worker a year", period(fixed, 1, "2022-01", 12), 201_600],
  ])("%s", (_, rupiah, published) => {
    expect(rupiah).toBe(published);
  });
});

describe("for any terms", () => {
  test("between two changes the price is constant", () => {
    fc.assert(
      fc.property(anyTerms, anyMonthOfPrices, (terms, at) => {
        fc.pre(!PRICE_CHANGES.includes(at));
        expect(contributionRupiah(terms, at)).toBe(contributionRupiah(terms, addMonths(at, -1)));
      }),
      { numRuns: 2_000 },
    );
  });

  test("months that the same rows price have the same price", () => {
    fc.assert(
      fc.property(anyTerms, anyMonthOfPrices, anyMonthOfPrices, (terms, a, b) => {
        fc.pre(samePrice(terms, tariffAt(a), tariffAt(b)));
        expect(contributionRupiah(terms, a)).toBe(contributionRupiah(terms, b));
      }),
      { numRuns: 1_000 },
    );
  });

  test("programmes are priced each for itself", () => {
    fc.assert(
      fc.property(anyTerms, anyMonthOfPrices, (terms, at) => {
        const parts = PROGRAMMES.filter((_, bit) => ((terms.programmes >> bit) & 1) === 1);
        const sum = parts.reduce(
          (all, one) => all + contributionRupiah({ ...terms, programmes: programmeSet(one) }, at),
          0,
        );
        expect(contributionRupiah(terms, at)).toBe(sum);
      }),
    );
  });

  test("a higher wage or income never costs less, and JKK of the self-employed 10,000 to 207,000", () => {
    fc.assert(
      fc.property(anyTerms, fc.nat(30_000_000), fc.nat(30_000_000), (terms, a, b) => {
        const at = month("2023-02");
        const price = (basisRupiah: number) => contributionRupiah({ ...terms, basisRupiah }, at);
        expect(price(Math.min(a, b))).toBeLessThanOrEqual(price(Math.max(a, b)));
        const jkk = contributionRupiah(income(a, { programmes: programmeSet("jkk") }), at);
        expect(jkk).toBeGreaterThanOrEqual(10_000);
        expect(jkk).toBeLessThanOrEqual(207_000);
      }),
    );
  });
});

test("before July 2015 nothing is priced", () => {
  expect(contributionRupiah(wage(1_000_000), month("2015-06"))).toBe(0);
  expect(contributionRupiah(income(0), month("2015-06"))).toBe(0);
  expect(contributionRupiah(income(0), month("2015-07"))).toBe(16_800);
});
