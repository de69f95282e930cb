import { describe, expect, test } from "vitest";
import { coverageText, overlapsText, provinceText, rostersText } from "#cli/render/coverage-text.ts";
import { monthsText } from "#cli/render/months-text.ts";
import type { MonthCoverage } from "#shared/domain/coverage.ts";
import { type CoverageView, coverageView } from "#shared/domain/coverage-view.ts";
import { day } from "#shared/domain/day.ts";
import { addMonths, month } from "#shared/domain/month.ts";
import { type RegencyCode, regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import type { Workforce } from "#shared/domain/workforce.ts";

const FEBRUARY = month("2023-02");
const COVERAGE: MonthCoverage = {
  month: FEBRUARY,
  covered: 82_126,
  segments: { ppu: 50_132, "non-asn": 7_994, rentan: 24_000 },
  programmes: { jkk: 82_126, jkm: 82_126, jht: 50_132, jp: 50_132 },
  employers: 1_174,
  occupations: { petani: 11_000 },
  overlap: 0,
  contributionRupiah: 24_318_173_880,
};
const BENGKALIS = regencyCode("14.03");
const MERANTI = regencyCode("14.10");
const AS_OF = day("2023-02-16");
const BPS =
  "BPS Kab. Bengkalis, dikutip Disnaker Bengkalis, MenaraRiau 29-09-2023 (https://menarariau.com/2023/09/x.html)";
const WORKFORCE: Workforce = { workers: 253_988, denominator: "penduduk-bekerja", year: 2022, source: BPS };

function viewOf(regency: RegencyCode, coverage = COVERAGE): CoverageView {
  const workforces = regency === BENGKALIS ? [WORKFORCE] : [];
  return coverageView({ regency, at: FEBRUARY, coverage, workforces, asOf: AS_OF });
}

describe("the coverage of a regency", () => {
  test("shows figures with denominator, year, source and rate", () => {
    const text = coverageText(viewOf(BENGKALIS), false);
    expect(text).toContain("82.126 terlindungi dari 253.988 pekerja (2022) = 32,3 %");
    expect(text).toContain("82,126 protected of 253,988 workers (2022) = 32.3 %");
    expect(text).toContain("BPS Kab. Bengkalis");
    expect(text).toMatch(/Pekerja penerima upah \/ Wage earners\s+50\.132/);
    expect(text).toMatch(/employers\s+1\.174/);
    expect(text).toContain("Rp 24.318.173.880");
  });

  test("shows no rate where the workforce is not known", () => {
    const text = coverageText(viewOf(MERANTI), false);
    expect(text).toContain("no rate");
    expect(text).not.toContain("%");
  });

  test("where nobody is covered has no table of segments and no programmes without a figure", () => {
    const text = coverageText(
      coverageView({ regency: MERANTI, at: FEBRUARY, coverage: null, workforces: [], asOf: AS_OF }),
      false,
    );
    expect(text).toContain("0 pekerja terlindungi / workers protected");
    expect(text).not.toMatch(/Segmen|programmes/);
  });

  test("of a month that was closed is not said to be of today", () => {
    const view = viewOf(BENGKALIS);
    expect(coverageText(view, false)).toContain("(per 2023-02-16)");
    const closed = coverageText(view, true);
    expect(closed).toContain("as last known before it was closed");
    expect(closed).not.toContain("2023-02-16");
  });

  test.each([
    [0, "0,0 %", "0.0 %"],
    [12, "< 0,1 %", "< 0.1 %"],
    [114, "< 0,1 %", "< 0.1 %"],
    [254, "0,1 %", "0.1 %"],
  ])("of %i workers is %s: somebody is never shown as nobody", (covered, id, en) => {
    const view = viewOf(BENGKALIS, { ...COVERAGE, covered });
    expect(coverageText(view, false)).toContain(`= ${id}\n`);
    expect(coverageText(view, false)).toContain(`= ${en}\n`);
    expect(provinceText([{ regency: BENGKALIS, name: "Bengkalis", view }])).toContain(`  ${id}`);
  });

  test("more than everybody is shown as it is, and flagged", () => {
    const view = viewOf(BENGKALIS, { ...COVERAGE, covered: 260_000 });
    const text = coverageText(view, false);
    expect(text).toContain("= 102,4 %");
    expect(text).toContain("! Lebih dari 100 %");
    expect(text).toContain("! More than 100 %");
    expect(provinceText([{ regency: BENGKALIS, name: "Bengkalis", view }])).toContain("! 102,4 %");
    const all = viewOf(BENGKALIS, { ...COVERAGE, covered: 253_988 });
    expect(coverageText(all, false)).not.toContain("!");
  });

  test("names rosters and the pairs that protect the same workers", () => {
    const [a, b] = [rosterId("14.03/rentan/apbd-2022"), rosterId("14.03/ppu/pt-x")];
    const shown = { roster: a, version: 3, workers: 24_000, contributionRupiah: 403_200_000 };
    const rosters = [shown];
    // Of a closed month the version is not kept.
    expect(rostersText([{ ...shown, version: null }], null)).toMatch(/apbd-2022\s+-\s+24\.000/);
    expect(rostersText(rosters, null)).toMatch(/14\.03\/rentan\/apbd-2022\s+3\s+24\.000\s+Rp 403\.200\.000$/m);
    const fresh = { reportedOn: AS_OF, daysSilent: null, overdue: false };
    expect(rostersText(rosters, new Map([[a, fresh]]))).toMatch(/Rp 403\.200\.000\s+2023-02-16$/m);
    const late = { reportedOn: AS_OF, daysSilent: 60, overdue: true };
    expect(rostersText(rosters, new Map([[a, late]]))).toMatch(/! 2023-02-16 tidak segar \/ not fresh$/m);
    expect(rostersText(rosters, new Map())).toMatch(/Rp 403\.200\.000\s+-$/m);
    const overlaps = [{ rosters: [a, b] as const, workers: [[FEBRUARY, 500]] as const }];
    expect(overlapsText(overlaps, FEBRUARY)).toMatch(/apbd-2022\s+14\.03\/ppu\/pt-x\s+500/);
    expect(overlapsText(overlaps, addMonths(FEBRUARY, -1))).toBeNull();
  });
});

test("the months show their steps as bars in proportion", () => {
  const months = [24_000, 48_000, 48_000, 12_000].map((covered, index) => ({
    ...COVERAGE,
    month: addMonths(FEBRUARY, index),
    covered,
  }));
  const lines = monthsText(months).split("\n").slice(2);
  expect(lines.map((line) => line.replaceAll(/[^█]/g, "").length)).toEqual([15, 30, 30, 7]);
  expect(lines.map((line) => /[+-]\d[\d.]*/.exec(line)?.[0])).toEqual([undefined, "+24.000", undefined, "-36.000"]);
});

test("the province shows every regency, a dash where nothing is known, and a sum that says so", () => {
  const view = viewOf(BENGKALIS);
  const text = provinceText([
    { regency: BENGKALIS, name: "Bengkalis", view },
    { regency: MERANTI, name: "Kepulauan Meranti", view: null },
  ]);
  expect(text).toMatch(/14\.03\s+Bengkalis\s+82\.126\s+253\.988 \(2022\)\s+32,3 %/);
  expect(text).toMatch(/14\.10\s+Kepulauan Meranti\s+-\s+-\s+-\s+-/);
  expect(text).toMatch(/\(sum\)\s+82\.126/);
});

test("nothing is wider than 100 columns", () => {
  const view = viewOf(BENGKALIS);
  const months = [COVERAGE, { ...COVERAGE, month: addMonths(FEBRUARY, 1), covered: 1_058_126 }];
  const texts = [
    coverageText(view, false),
    coverageText(view, true),
    monthsText(months),
    provinceText([{ regency: BENGKALIS, name: "Kabupaten Kuantan Singingi", view }]),
  ];
  for (const line of texts.join("\n").split("\n")) expect([line, line.length <= 100]).toEqual([line, true]);
});
