import { expect, test } from "vitest";
import { comingAlerts } from "#cli/coming-alerts.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { nothingSeen } from "#shared/domain/alerts/decide-alerts.ts";
import type { MonthCoverage, RegencyCoverage } from "#shared/domain/coverage.ts";
import { day } from "#shared/domain/day.ts";
import { addMonths, month } from "#shared/domain/month.ts";
import type { Agreement } from "#shared/domain/reference/agreement.ts";
import { NO_REFERENCE } from "#shared/domain/reference/regency-reference.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";

const RULES: AlertRules = { share: 0.01, workers: 100, criticalShare: 0.1, leadDays: [90, 30, 7], overdueDays: 45 };
const NOVEMBER = month("2023-11");

/** From November 2023 on; the last level goes on for 24 months. */
function coverageOf(...levels: readonly number[]): RegencyCoverage {
  const nothing = { segments: {}, programmes: {}, employers: 0, occupations: {}, overlap: 0, contributionRupiah: 0 };
  const months = Array.from({ length: 24 }, (_, index): MonthCoverage => {
    const covered = levels[Math.min(index, levels.length - 1)] ?? 0;
    return { ...nothing, month: addMonths(NOVEMBER, index), covered };
  });
  return { months, rosters: [], overlaps: [] };
}

function coming(asOf: string, ...levels: readonly number[]) {
  const known = {
    regency: regencyCode("14.03"),
    coverage: coverageOf(...levels),
    heads: [],
    reference: NO_REFERENCE,
    closed: [],
  };
  const before = { ...nothingSeen(day("2023-11-20")), ticket: 1 };
  return comingAlerts({ state: before, known, asOf: day(asOf) }, RULES).map((one) => [
    one.asOf,
    one.kind,
    "change" in one ? one.change : 0,
  ]);
}

test("a fall in a month to come is foreseen, told on its first day, and its recovery too", () => {
  expect(coming("2023-11-20", 500, 500, 500, 331, 500)).toEqual([
    ["2023-11-21", "coverage.lapsing", -169],
    ["2024-01-02", "coverage.lapsing", -169],
    ["2024-01-25", "coverage.lapsing", -169],
    ["2024-02-01", "coverage.dropped", -169],
    ["2024-03-01", "coverage.recovered", 169],
  ]);
});

test("a level that is covered this month only is closed today, so that its end is told", () => {
  expect(coming("2023-11-20", 500, 0)).toEqual([
    ["2023-11-21", "coverage.lapsing", -500],
    ["2023-11-24", "coverage.lapsing", -500],
    ["2023-12-01", "coverage.dropped", -500],
  ]);
});

test("nothing is told of a level that stays, of a fall below the threshold, or of one that no reminder of the next 12 months is about", () => {
  expect(coming("2023-11-30", 500)).toEqual([]);
  expect(coming("2023-11-20", 500, 401)).toEqual([]);
  expect(coming("2023-11-20", ...Array.from({ length: 17 }, () => 500), 0)).toEqual([]);
});

test("a monthly source ends with the last period of its agreement; a longer one counts on its lists, and names how many", () => {
  const roster = rosterId("14.03/bpu/perisai");
  const period = {
    plannedWorkers: null,
    budgetRupiah: null,
    budgetSource: "APBD",
    legalBasis: [],
    source: "",
  } as const;
  const foretold = (last: string) => {
    const agreement: Agreement = {
      regency: regencyCode("14.03"),
      slug: "perisai",
      sponsor: "Perisai",
      segment: "bpu",
      programmes: ["jkk", "jkm"],
      rosters: [roster],
      reporting: "monthly",
      contact: { office: "Kantor", email: null },
      periods: [{ ...period, first: month("2023-10"), last: month(last) }],
    };
    const workers = [[NOVEMBER, 200] as const, [month("2024-01"), 0] as const];
    const known = {
      regency: regencyCode("14.03"),
      coverage: {
        ...coverageOf(900, 900, 700, 700, 500),
        rosters: [{ roster, version: 1, workers, contributionRupiah: [] }],
      },
      heads: [],
      reference: { ...NO_REFERENCE, agreements: [agreement] },
      closed: [],
    };
    const before = { ...nothingSeen(day("2023-11-20")), ticket: 1 };
    return comingAlerts({ state: before, known, asOf: day("2023-12-20") }, RULES)
      .filter(({ kind }) => kind === "coverage.lapsing")
      .map((one) => "toCome" in one && [one.asOf, one.before, one.after, one.toCome]);
  };
  expect(foretold("2023-12").slice(0, 2)).toEqual([
    ["2023-12-21", 900, 700, 0],
    ["2023-12-21", 700, 500, 0],
  ]);
  expect(foretold("2024-12").slice(0, 1)).toEqual([["2023-12-21", 900, 700, 200]]);
});

test("a monthly list that does not come is foretold on the very days on which it is late, counted from the last report", () => {
  const roster = rosterId("14.03/bpu/perisai");
  const agreement: Agreement = {
    regency: regencyCode("14.03"),
    slug: "perisai",
    sponsor: "Perisai",
    segment: "bpu",
    programmes: ["jkk"],
    rosters: [roster],
    reporting: "monthly",
    contact: { office: "Kantor", email: null },
    periods: [
      {
        first: month("2023-01"),
        last: month("2026-12"),
        plannedWorkers: null,
        budgetRupiah: null,
        budgetSource: "worker",
        legalBasis: [],
        source: "",
      },
    ],
  };
  const head = {
    roster,
    current: 1,
    parts: 1,
    filed: 1,
    keyId: null,
    taken: 1,
    recent: [],
    fullOrder: null,
    reportedOn: day("2024-01-02"),
    latest: null,
  };
  const known = {
    regency: regencyCode("14.03"),
    coverage: coverageOf(50),
    heads: [head],
    reference: { ...NO_REFERENCE, agreements: [agreement] },
    closed: [],
  };
  const state = { ...nothingSeen(day("2024-01-02")), ticket: 1 };
  const told = comingAlerts({ state, known, asOf: day("2024-01-02") }, RULES);
  expect(told.map((one) => [one.asOf, one.kind, one.severity, "days" in one && one.days])).toEqual([
    ["2024-02-16", "roster.overdue", "warning", 45],
    ["2024-04-01", "roster.overdue", "critical", 90],
  ]);
});
