import { describe, expect, test } from "vitest";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { day } from "#shared/domain/day.ts";
import { htmlText } from "#shared/domain/html.ts";
import { month } from "#shared/domain/month.ts";
import { provinceCode } from "#shared/domain/region.ts";
import type { ReportedRegency } from "#shared/domain/report/known-regency.ts";
import { lapsesPart } from "#shared/domain/report/page/lapses-part.ts";
import { scaleTop } from "#shared/domain/report/page/month-chart.ts";
import { type Report, reportPage } from "#shared/domain/report/page/report-page.ts";
import { regencyReport } from "#shared/domain/report/regency-report.ts";
import { reportOfMonth } from "#shared/domain/report/report-period.ts";
import { agreement, aRegency, FEBRUARY, PERIOD, stepsOf, VULNERABLE, WORKFORCE } from "../a-regency.ts";

const RULES: AlertRules = { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 };

function pageOf(
  known: Partial<ReportedRegency> | ReportedRegency = {},
  changes: Partial<Report> = {},
  at = FEBRUARY,
): string {
  const period = reportOfMonth(at);
  const regencies = [regencyReport({ ...aRegency(), ...known }, period, RULES)];
  return reportPage({ province: provinceCode("14"), period, regencies, whole: false, trial: false, ...changes });
}

describe("the page of a regency", () => {
  test("shows its figures in both languages, each rate with denominator, year and source", () => {
    const page = pageOf();
    expect(page).toContain('<html lang="id">');
    expect(page).toContain("Perlindungan Jamsostek Kabupaten Bengkalis, Februari 2023");
    expect(page).toContain('<span class="id" lang="id">31.994</span><span class="en" lang="en">31,994</span>');
    expect(page).toContain("dari 253.988 penduduk bekerja (2022)");
    expect(page).toContain("<li>BPS</li>");
    expect(page).toContain("12,6 %");
  });

  test("loads nothing, from nowhere", () => {
    const page = pageOf();
    expect(page).toContain("default-src &#39;none&#39;");
    expect(page).not.toMatch(/<(script|link|img|iframe|object)\b|\b(src|href)=|@import|url\((?!#)/);
  });

  test("escapes whatever came from outside", () => {
    const bad = "<script>alert(1)</script>\u202e";
    const evil = agreement({
      sponsor: bad,
      contact: { office: bad, email: null },
      periods: [{ ...PERIOD, source: bad, legalBasis: [{ regulation: bad, number: "1", year: 2023, doubt: bad }] }],
    });
    const page = pageOf({ agreements: [stepsOf(evil)], workforces: [{ ...WORKFORCE, source: bad }] });
    expect(page).not.toContain("<script");
    expect(page).not.toContain("\u202e");
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThanOrEqual(6);
  });

  test("names who is counted on from monthly lists to come beside what ends", () => {
    const report = regencyReport(aRegency(), reportOfMonth(FEBRUARY), RULES);
    const page = (toCome: number | null): string =>
      htmlText(lapsesPart({ ...report, lapses: report.lapses.map((line) => ({ ...line, toCome })) }));
    expect(page(1000)).toContain("Sesudahnya dihitung 1.000 dari daftar bulanan yang masih akan datang");
    expect(page(null)).not.toContain("daftar bulanan");
  });

  test("shows no percentage where the workforce is not known", () => {
    const page = pageOf({ workforces: [], agreements: [] });
    expect(page.replace(/<style>.*<\/style>/s, "")).not.toMatch(/\d %/);
    expect(page).toContain("tanpa persentase");
  });

  test("flags more than everybody, and a regulation that is in doubt", () => {
    expect(pageOf()).not.toContain("&gt; 100 %");
    const page = pageOf({ workforces: [{ ...WORKFORCE, workers: 20_000 }] });
    expect(page).toContain("160,0 %");
    expect(page).toContain("! &gt; 100 %");
    expect(page).toMatch(/Perbup Bengkalis 65\/2023 <span class="flag">\?<\/span>.*barangkali 65\/2022/);
  });

  test("says of reports that came after its month that they did", () => {
    const reportedIn = (on: string) => pageOf({ asOf: day("2023-11-25"), reports: new Map([[VULNERABLE, day(on)]]) });
    const page = reportedIn("2023-11-20");
    expect(page).toContain("Laporan terakhir (sampai 25 November 2023)");
    expect(page).toContain("bukan sampai Februari 2023");
    expect(page).toContain("lists that came after that month may have changed its figures");
    const before = reportedIn("2023-02-28");
    expect(before).toContain(">Laporan terakhir<");
    expect(before).not.toContain("bukan sampai");
  });

  test("hides fewer than five people", () => {
    const page = pageOf(aRegency({}, 3, 0));
    expect(page).toContain("&lt; 5");
    expect(page).not.toContain(">3</span>");
    expect(page).not.toContain("50.400");
  });

  test("draws every month: full, to come, or not known, each as high as it counts", () => {
    const bars = (page: string) => [
      ...page.matchAll(
        /<rect x="\d+\.\d" y="([\d.]+)" width="[\d.]+" height="([\d.]+)" fill="([^"]+)" stroke="#1b4f72"/g,
      ),
    ];
    const drawn = bars(pageOf());
    // 31,994 of a scale up to 32,000; 7,994 is a quarter of it.
    const heights = drawn.map(([, , height]) => Number(height));
    expect(heights).toHaveLength(24);
    expect(heights[11]).toBeCloseTo(219.96, 0);
    expect((heights[23] ?? 0) / (heights[11] ?? 1)).toBeCloseTo(7_994 / 31_994, 2);
    expect(drawn.map(([, , , fill]) => fill === "#1b4f72")).toEqual([
      ...Array(12).fill(true),
      ...Array(12).fill(false),
    ]);
    const early = pageOf({}, {}, month("2022-03"));
    expect(bars(early)).toHaveLength(14);
    expect(early.match(/stroke-dasharray="3 3"/g)).toHaveLength(10);
  });

  test("of the province begins each regency on a sheet of its own, sums people only, and says when it is a trial", () => {
    const page = pageOf({}, { whole: true, trial: true });
    expect(page).toContain('<section class="regency">');
    expect(page).toMatch(/\.regency\{break-before:page/);
    expect(page).toContain("Untuk provinsi tidak ada persentase");
    expect(page).toContain("Percobaan: laporan dari provinsi yang dijalankan di satu komputer");
    expect(pageOf()).not.toContain("Percobaan");
  });
});

test.each([
  [1, 1],
  [7_994, 8_000],
  [82_126, 100_000],
  [31_994, 32_000],
  [100_001, 120_000],
])("the scale of a chart up to %i ends at %i", (highest, top) => {
  expect(scaleTop(highest)).toBe(top);
});
