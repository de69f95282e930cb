import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributionRupiah } from "#shared/domain/contribution/contribution-rupiah.ts";
import { isBilled, priceOf } from "#shared/domain/contribution/price-of.ts";
import type { PricedTerms } from "#shared/domain/contribution/priced-terms.ts";
import { month } from "#shared/domain/month.ts";
import { occupationCode } from "#shared/domain/occupation.ts";
import { JKK_JKM, type ProgrammeSet, programmeSet } from "#shared/domain/programme.ts";
import { anyMonthOfPrices, anyTerms } from "./any-terms.ts";

const ALL = programmeSet("jkk", "jkm", "jht", "jp", "jkp");
const employee = (basisRupiah: number, programmes: ProgrammeSet = ALL, riskClass = 1): PricedTerms => ({
  segment: "ppu",
  programmes,
  basisRupiah,
  riskClass,
});
const selfEmployed = (over: Partial<PricedTerms> = {}): PricedTerms => ({
  segment: "bpu",
  programmes: JKK_JKM,
  basisRupiah: 0,
  riskClass: 0,
  ...over,
});

test("an employee's price by programme and share, with its regulation", () => {
  expect(priceOf(employee(10_000_000), month("2025-02"))).toEqual([
    line("jkk", "employer", 240, 24_000, "PP 44/2015 jo. PP 82/2019, PP 49/2023", "press"),
    line("jkm", "employer", 300, 30_000, "PP 44/2015 jo. PP 82/2019, PP 49/2023", "press"),
    line("jht", "employer", 3_700, 370_000, "PP 46/2015 jo. PP 60/2015", "press"),
    line("jht", "worker", 2_000, 200_000, "PP 46/2015 jo. PP 60/2015", "press"),
    line("jp", "employer", 2_000, 200_000, "PP 45/2015", "press"),
    line("jp", "worker", 1_000, 100_000, "PP 45/2015", "press"),
    line("jkp", "state", 220, 22_000, "PP 6/2025 art. 11", "official"),
    line("jkp", "jkk", 140, 14_000, "PP 6/2025 art. 11", "official"),
  ]);
});

describe("JKP", () => {
  const sources = (at: string) =>
    priceOf(employee(1_000_000, programmeSet("jkp")), month(at)).map(({ share, rate }) => [share, rate]);

  test("until January 2025: 0.46 % of state, JKK and JKM; then 0.36 % without JKM; before February 2021 there is none", () => {
    expect(sources("2021-01")).toEqual([]);
    expect(sources("2021-02")).toEqual([
      ["state", 220],
      ["jkk", 140],
      ["jkm", 100],
    ]);
    expect(sources("2025-01")).toHaveLength(3);
    expect(sources("2025-02")).toEqual([
      ["state", 220],
      ["jkk", 140],
    ]);
  });

  test.each([
    [1, 100],
    [2, 400],
    [3, 750],
    [4, 1_130],
    [5, 1_600],
  ])("leaves JKK of class %i a net rate of %i, and the employer's bill as it is", (riskClass, net) => {
    const lines = priceOf(employee(1_000_000, programmeSet("jkk", "jkp"), riskClass), month("2025-03"));
    const rate = (share: string) => lines.find((one) => one.share === share)?.rate ?? 0;
    expect(rate("employer") - rate("jkk")).toBe(net);
    expect(contributionRupiah(employee(1_000_000, programmeSet("jkk", "jkp"), riskClass), month("2025-03"))).toBe(
      contributionRupiah(employee(1_000_000, programmeSet("jkk"), riskClass), month("2025-03")),
    );
  });
});

test("a wage above the JP ceiling rests on the ceiling too, and is no surer than it", () => {
  const pension = (rupiah: number) => priceOf(employee(rupiah, programmeSet("jp")), month("2026-03"))[0];
  expect(pension(11_086_300)).toMatchObject({ rupiah: 221_726, regulation: "PP 45/2015", confidence: "press" });
  expect(pension(11_086_301)).toMatchObject({
    rupiah: 221_726,
    regulation: "PP 45/2015; PP 45/2015 art. 29",
    confidence: "unverified",
  });
});

describe("the self-employed", () => {
  test("pay their own share: part of a bracket's base, and a flat amount", () => {
    expect(priceOf(selfEmployed(), month("2023-02"))).toEqual([
      line("jkk", "worker", 1_000, 10_000, "PP 44/2015 Lampiran II", "press"),
      line("jkm", "worker", null, 6_800, "PP 44/2015 Lampiran II", "press"),
    ]);
  });

  test("in a bracket between the ends, and for JHT, the price is unverified", () => {
    const confidence = (over: Partial<PricedTerms>) =>
      priceOf(selfEmployed(over), month("2023-02")).map((one) => one.confidence);
    expect(confidence({ basisRupiah: 2_000_000 })).toEqual(["unverified", "press"]);
    expect(confidence({ basisRupiah: 25_000_000 })).toEqual(["press", "press"]);
    expect(confidence({ programmes: programmeSet("jht") })).toEqual(["unverified"]);
  });

  test("a reduction is named where it is given, and where it is not because of who pays", () => {
    const first = (over: Partial<PricedTerms>) => priceOf(selfEmployed(over), month("2026-05"))[0];
    const driver = { occupation: occupationCode("pengemudi") };
    expect(first({})).toMatchObject({
      rupiah: 5_000,
      rate: 500,
      regulation: "PP 44/2015 Lampiran II; PP 50/2025",
      confidence: "press",
    });
    const withheld = "PP 44/2015 Lampiran II; PP 50/2025 (not where APBN/APBD pays)";
    expect(first({ payer: "state" })).toMatchObject({
      rupiah: 10_000,
      rate: 1_000,
      regulation: withheld,
      confidence: "unverified",
    });
    expect(first({ payer: "state", ...driver })).toMatchObject({ regulation: withheld, confidence: "press" });
  });
});

test("what is not priced per worker and month has no lines", () => {
  expect(priceOf(selfEmployed({ segment: "jakon" }), month("2023-02"))).toEqual([]);
  expect(priceOf(selfEmployed({ segment: "pmi" }), month("2023-02"))).toEqual([]);
});

test("for any terms, the lines that are billed add up to the contribution, and no line is below 0", () => {
  fc.assert(
    fc.property(anyTerms, anyMonthOfPrices, (terms, at) => {
      const lines = priceOf(terms, at);
      const billed = lines.filter(isBilled).reduce((sum, { rupiah }) => sum + rupiah, 0);
      expect(billed).toBe(contributionRupiah(terms, at));
      expect(lines.filter(({ rupiah, rate }) => rupiah < 0 || (rate ?? 0) < 0)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

function line(
  programme: string,
  share: string,
  rate: number | null,
  rupiah: number,
  regulation: string,
  confidence: string,
) {
  return { programme, share, rate, rupiah, regulation, confidence };
}
