// A regency as a report is made of: Bengkalis in 2023, with the figures that were reported of it, and what a test changes.

import type { AgreementSteps } from "#shared/domain/alerts/coverage-figures.ts";
import type { ClosedMonth, MonthCoverage, RosterFigures } from "#shared/domain/coverage.ts";
import { day } from "#shared/domain/day.ts";
import { addMonths, type Month, month, monthsBetween } from "#shared/domain/month.ts";
import type { Agreement, AgreementPeriod } from "#shared/domain/reference/agreement.ts";
import { regencyCode } from "#shared/domain/region.ts";
import type { ReportedRegency } from "#shared/domain/report/known-regency.ts";
import { rosterId } from "#shared/domain/roster.ts";
import type { Workforce } from "#shared/domain/workforce.ts";

export const FEBRUARY = month("2023-02");
export const VULNERABLE = rosterId("14.03/rentan/apbd-2022");
export const STAFF = rosterId("14.03/non-asn/pemkab-bengkalis");
export const WORKFORCE: Workforce = { workers: 253_988, denominator: "penduduk-bekerja", year: 2022, source: "BPS" };

const FIRST = month("2022-02");
const END = month("2026-01");

export const PERIOD: AgreementPeriod = {
  first: month("2022-11"),
  last: month("2023-12"),
  plannedWorkers: 24_000,
  budgetRupiah: 403_000_000,
  budgetSource: "APBD",
  legalBasis: [{ regulation: "Perbup Bengkalis", number: "65", year: 2023, doubt: "barangkali 65/2022" }],
  source: "Riau Pos, 17-02-2023",
};

export function agreement(changes: Partial<Agreement> = {}): Agreement {
  return {
    regency: regencyCode("14.03"),
    slug: "apbd-2022",
    sponsor: "Pemerintah Kabupaten Bengkalis",
    segment: "rentan",
    programmes: ["jkk", "jkm"],
    rosters: [VULNERABLE],
    reporting: null,
    contact: { office: "Disnaker", email: null },
    periods: [PERIOD],
    ...changes,
  };
}

export function stepsOf(one: Agreement, workers = 24_000): AgreementSteps {
  const [from, to] = [month("2022-11"), month("2024-01")];
  return {
    agreement: one,
    workers: [
      [from, workers],
      [to, 0],
    ],
    contributionRupiah: [
      [from, workers * 16_800],
      [to, 0],
    ],
    reports: one.rosters.map((roster) => ({ roster, reportedOn: day("2022-11-01") })),
  };
}

/** Vulnerable workers from November 2022 to December 2023, staff from February 2022 on. */
export function rosters(vulnerable = 24_000, staff = 7_994): readonly RosterFigures[] {
  return [
    { roster: STAFF, version: 1, workers: [[FIRST, staff]], contributionRupiah: [[FIRST, staff * 10_800]] },
    {
      roster: VULNERABLE,
      version: 1,
      workers: [
        [month("2022-11"), vulnerable],
        [month("2024-01"), 0],
      ],
      contributionRupiah: [
        [month("2022-11"), vulnerable * 16_800],
        [month("2024-01"), 0],
      ],
    },
  ];
}

function inMonth(at: Month, vulnerable: number, staff: number): MonthCoverage {
  const rentan = at >= month("2022-11") && at <= month("2023-12") ? vulnerable : 0;
  return {
    month: at,
    covered: staff + rentan,
    segments: { "non-asn": staff, ...(rentan === 0 ? {} : { rentan }) },
    programmes: { jkk: staff + rentan, jkm: staff + rentan },
    employers: 0,
    occupations: {},
    overlap: 0,
    contributionRupiah: staff * 10_800 + rentan * 16_800,
  };
}

export function aRegency(changes: Partial<ReportedRegency> = {}, vulnerable = 24_000, staff = 7_994): ReportedRegency {
  return {
    regency: regencyCode("14.03"),
    asOf: day("2023-02-16"),
    open: monthsBetween(FIRST, END).map((at) => inMonth(at, vulnerable, staff)),
    closed: [],
    rosters: rosters(vulnerable, staff),
    reports: new Map([
      [VULNERABLE, day("2022-11-01")],
      [STAFF, day("2022-10-20")],
    ]),
    agreements: [stepsOf(agreement(), vulnerable)],
    workforces: [WORKFORCE],
    targets: [],
    claims: [],
    ...changes,
  };
}

/** The same once its first `count` months are closed. */
export function withClosed(known: ReportedRegency, count: number): ReportedRegency {
  const closed = known.open.slice(0, count).map((one): ClosedMonth => {
    const rentan = one.segments.rentan ?? 0;
    const staff = one.segments["non-asn"] ?? 0;
    return {
      ...one,
      rosters: [
        { roster: STAFF, workers: staff, contributionRupiah: staff * 10_800 },
        ...(rentan === 0 ? [] : [{ roster: VULNERABLE, workers: rentan, contributionRupiah: rentan * 16_800 }]),
      ],
    };
  });
  const first = addMonths(FIRST, count);
  const later = known.rosters.map((one) => ({
    ...one,
    workers: one.workers.map(([at, value]) => [at < first ? first : at, value] as const),
    contributionRupiah: one.contributionRupiah.map(([at, value]) => [at < first ? first : at, value] as const),
  }));
  return { ...known, closed, open: known.open.slice(count), rosters: later };
}
