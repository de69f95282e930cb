import { describe, expect, test } from "vitest";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import type { Claims } from "#shared/domain/reference/claims.ts";
import type { ReportedRegency } from "#shared/domain/report/known-regency.ts";
import { isEmpty, regencyReport } from "#shared/domain/report/regency-report.ts";
import { periodName, reportOfMonth, reportOfYear } from "#shared/domain/report/report-period.ts";
import { rosterId } from "#shared/domain/roster.ts";
import {
  agreement,
  aRegency,
  FEBRUARY,
  PERIOD,
  STAFF,
  stepsOf,
  VULNERABLE,
  WORKFORCE,
  withClosed,
} from "./a-regency.ts";

const RULES: AlertRules = { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 };

function reportOf(changes: Partial<ReportedRegency> = {}, at = "2023-02") {
  return regencyReport(aRegency(changes), reportOfMonth(month(at)), RULES);
}

const CLAIMS: Claims = {
  month: month("2022-12"),
  months: 12,
  programme: null,
  segment: null,
  cases: 26,
  rupiah: null,
  source: "ANTARA",
};

describe("the report of a regency", () => {
  test("gives counts with denominator, year and source, and the change of a year in workers", () => {
    expect(reportOf()).toMatchObject({
      month: "2023-02",
      covered: 31_994,
      yearBefore: 7_994,
      rates: [{ rate: 0.126, workers: 253_988, year: 2022, source: "BPS" }],
      employers: null,
      contributions: { monthRupiah: 7_994 * 10_800 + 403_200_000, known: 1, of: 1 },
    });
  });

  test("shows no rate without a workforce, and keeps those of different denominators apart", () => {
    expect(reportOf({ workforces: [] })).toMatchObject({
      covered: 31_994,
      rates: [],
      sources: ["Riau Pos, 17-02-2023"],
    });
    const eligible = { workers: 20_000, denominator: "pekerja-layak", year: 2023, source: "BPJS" } as const;
    const target = { year: 2023, share: 0.2, denominator: "angkatan-kerja", source: "RPJMD" } as const;
    const { rates, targets } = reportOf({
      workforces: [WORKFORCE, eligible],
      targets: [target, { ...target, denominator: "pekerja-layak" }, { ...target, year: 2024 }],
    });
    expect(rates.map(({ denominator, rate }) => [denominator, rate])).toEqual([
      ["penduduk-bekerja", 0.126],
      ["pekerja-layak", 1.5997],
    ]);
    expect(targets.map(({ rate, reached }) => [rate, reached])).toEqual([
      [null, null],
      [1.5997, true],
    ]);
  });

  test("ties rosters to sponsors by agreements, and says where none runs or none is known", () => {
    const { segments } = reportOf({}, "2023-02");
    expect(segments).toMatchObject([
      {
        segment: "non-asn",
        workers: 7_994,
        sponsors: [{ sponsor: null, inForce: false, rosters: [{ roster: STAFF }] }],
      },
      { segment: "rentan", workers: 24_000, sponsors: [{ sponsor: "Pemerintah Kabupaten Bengkalis", inForce: true }] },
    ]);
    const over = { ...PERIOD, last: month("2022-12") };
    const ended = reportOf({ agreements: [stepsOf(agreement({ periods: [over] }))] }).segments[1]?.sponsors;
    expect(ended).toMatchObject([{ sponsor: "Pemerintah Kabupaten Bengkalis", inForce: false }]);
  });

  test("marks a monthly source as not fresh on the last day of the month, and another never", () => {
    const monthly = [stepsOf(agreement({ reporting: "monthly" }))];
    const overdue = (changes: Partial<ReportedRegency>) =>
      reportOf(changes).segments.flatMap(({ sponsors }) =>
        sponsors.flatMap(({ rosters }) => rosters.map((one) => one.overdue)),
      );
    expect(overdue({ agreements: monthly })).toEqual([false, true]);
    expect(overdue({ agreements: monthly, asOf: day("2022-12-15") })).toEqual([false, false]);
    const later = new Map([[VULNERABLE, day("2023-03-20")]]);
    expect(overdue({ agreements: monthly, asOf: day("2023-06-01"), reports: later })).toEqual([false, false]);
    expect(overdue({})).toEqual([false, false]);
  });

  test("holds the budget against what is due, with how far it goes and what it may mean", () => {
    const [line] = reportOf().agreements;
    expect(line).toMatchObject({
      workers: 24_000,
      due: { rupiah: 14 * 403_200_000, by: "rosters", months: 14, of: 14 },
      paidUntil: "2022-11",
      enough: false,
      doubt: "monthly-sum",
      meaning: { nearest: { kind: "fixed-price", verdict: "too-little" } },
    });
    const enough = agreement({ periods: [{ ...PERIOD, budgetRupiah: 6_000_000_000 }] });
    expect(reportOf({ agreements: [stepsOf(enough)] }).agreements).toMatchObject([
      { paidUntil: "2023-12", enough: true },
    ]);
    const planned = { ...stepsOf(agreement()), workers: [], contributionRupiah: [], reports: [] };
    expect(reportOf({ agreements: [planned] }).agreements).toMatchObject([
      { workers: null, hasRoster: false, due: { rupiah: 14 * 403_200_000, by: "planned" } },
    ]);
  });

  test("sets claims beside coverage, without an amount that nobody stated, and leaves out older ones", () => {
    const old = { ...CLAIMS, month: month("2021-12") };
    const staff = { ...CLAIMS, segment: "non-asn", rupiah: 1_054_697_923 } as const;
    expect(reportOf({ claims: [CLAIMS, old, staff] }).claims).toMatchObject([
      { first: "2022-01", last: "2022-12", segment: null, cases: 26, rupiah: null, covered: 31_994 },
      { segment: "non-asn", rupiah: 1_054_697_923, covered: 7_994 },
    ]);
  });

  test("foresees what ends in the year after, and that it has come", () => {
    const ends = {
      firstDay: "2024-01-01",
      passed: false,
      before: 31_994,
      after: 7_994,
      parts: [{ roster: VULNERABLE, cause: "protection-ended", workers: -24_000 }],
      renewalRupiah: 403_200_000,
    };
    expect(reportOf().lapses).toMatchObject([ends]);
    expect(reportOf({ asOf: day("2024-01-02") }).lapses).toMatchObject([{ ...ends, passed: true }]);
    expect(reportOf({}, "2022-12").lapses).toEqual([]);
  });

  test("foresees the end of a monthly source with its last period only", () => {
    const monthly = (last: string) =>
      stepsOf(agreement({ reporting: "monthly", periods: [{ ...PERIOD, last: month(last) }] }));
    expect(reportOf({ agreements: [monthly("2023-12")] }).lapses).toMatchObject([{ after: 7_994, toCome: null }]);
    expect(reportOf({ agreements: [monthly("2024-12")] }).lapses).toEqual([]);
    // The list of January has not come: the months that the report shows have fallen, whatever is agreed.
    const later = { agreements: [monthly("2024-12")], asOf: day("2024-01-02") };
    expect(reportOf(later).lapses).toMatchObject([
      { firstDay: "2024-01-01", passed: true, before: 31_994, after: 7_994, toCome: null },
    ]);
    expect(reportOf({ ...later, asOf: day("2025-01-02") }).lapses).toHaveLength(1);
  });

  test("shows twelve months back and twelve ahead, and months before any list as not known", () => {
    const { months } = reportOf({}, "2022-03");
    expect(months).toHaveLength(24);
    expect(months[10]).toMatchObject({ month: "2022-02", covered: 7_994, ahead: false });
    expect(months.slice(0, 10).map(({ covered }) => covered)).toEqual(Array(10).fill(null));
    expect(months.filter(({ ahead }) => ahead)).toHaveLength(1);
  });

  test("says the same of months once they are closed, and that they are", () => {
    const open = regencyReport(aRegency(), reportOfMonth(FEBRUARY), RULES);
    const closed = regencyReport(withClosed(aRegency(), 14), reportOfMonth(FEBRUARY), RULES);
    expect(closed).toEqual({ ...open, closed: true });
  });

  test("hides fewer than five people, with the amounts and rates that would tell of them", () => {
    const known = aRegency({ claims: [{ ...CLAIMS, cases: 4, rupiah: 84_000_000 }] }, 3, 0);
    const report = regencyReport(known, reportOfMonth(FEBRUARY), RULES);
    expect(report).toMatchObject({
      covered: "< 5",
      rates: [{ rate: null }],
      contributions: { monthRupiah: null, periodRupiah: null },
      segments: [{ workers: "< 5", sponsors: [{ workers: "< 5", contributionRupiah: null }] }],
      agreements: [{ workers: "< 5", due: null, paidUntil: null }],
      claims: [{ cases: "< 5", rupiah: null, covered: "< 5" }],
    });
    expect(JSON.stringify(report)).not.toContain(String(3 * 16_800));
  });

  test("of a regency of which nothing is known is empty", () => {
    const nothing = { open: [], rosters: [], reports: new Map(), agreements: [] };
    expect(isEmpty(reportOf(nothing))).toBe(true);
    expect(isEmpty(reportOf({ ...nothing, claims: [CLAIMS] }))).toBe(false);
    expect(isEmpty(reportOf())).toBe(false);
  });

  test("of a year sums its known months, and counts people in the last", () => {
    const year = reportOfYear(2022, FEBRUARY);
    if (year === null) throw new Error("2022 has begun");
    const { covered, contributions, month: last } = regencyReport(aRegency(), year, RULES);
    expect([covered, last]).toEqual([31_994, "2022-12"]);
    expect(contributions).toMatchObject({ periodRupiah: 11 * 7_994 * 10_800 + 2 * 403_200_000, known: 11, of: 12 });
  });
});

describe("the period of a report", () => {
  test("is a month, a year, or a year up to now", () => {
    expect(periodName(reportOfMonth(FEBRUARY))).toEqual({ id: "Februari 2023", en: "February 2023" });
    const years = [2022, 2023, 2024].map((year) => reportOfYear(year, FEBRUARY));
    expect(years.map((one) => one && periodName(one).id)).toEqual([
      "Januari – Desember 2022",
      "Januari – Februari 2023",
      null,
    ]);
  });
});

test("rosters of one sponsor stand together, and the largest sponsor first", () => {
  const small = rosterId("14.03/rentan/csr-kecil");
  const known = aRegency();
  const more = {
    roster: small,
    version: 1,
    workers: [[FEBRUARY, 9]],
    contributionRupiah: [[FEBRUARY, 151_200]],
  } as const;
  const both = agreement({ rosters: [VULNERABLE, small] });
  const report = regencyReport(
    { ...known, rosters: [...known.rosters, more], agreements: [stepsOf(both)] },
    reportOfMonth(FEBRUARY),
    RULES,
  );
  expect(report.segments[1]?.sponsors).toMatchObject([
    { workers: 24_009, rosters: [{ roster: VULNERABLE }, { roster: small }] },
  ]);
});
