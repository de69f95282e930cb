import { expect, test } from "vitest";
import { coverageChangeOf } from "#functions/update-coverage/coverage-change-of.ts";
import { stepAt } from "#shared/domain/coverage.ts";
import { day } from "#shared/domain/day.ts";
import { foldCoverage } from "#shared/domain/fold-coverage.ts";
import { month } from "#shared/domain/month.ts";
import type { Agreement, AgreementPeriod } from "#shared/domain/reference/agreement.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { foldWindow } from "#shared/domain/stored-coverage.ts";
import { enrolment } from "#test/shared/domain/arbitraries.ts";

const AS_OF = day("2023-03-01");
const VILLAGE = rosterId("14.03/bumdes/desa-a");

function period(first: string, last: string): AgreementPeriod {
  return {
    first: month(first),
    last: month(last),
    plannedWorkers: null,
    budgetRupiah: null,
    budgetSource: "DESA",
    legalBasis: [],
    source: "test",
  };
}

const listEveryMonth: Agreement = {
  regency: regencyCode("14.03"),
  slug: "desa-a",
  sponsor: "Desa A",
  segment: "bumdes",
  programmes: ["jkk", "jkm"],
  rosters: [VILLAGE],
  reporting: "monthly",
  contact: { office: "Kantor Desa A", email: null },
  periods: [period("2023-01", "2023-06"), period("2023-07", "2023-09"), period("2024-01", "2024-12")],
};

test("small rosters whose lists are expected for the same months stand together, apart from the others: in every month rosters − overlap = covered", () => {
  const few = (from: number, to: number, last: string) =>
    Array.from({ length: to - from + 1 }, (_, place) => enrolment(from + place, "2023-03", last));
  const rosters = [
    { roster: VILLAGE, version: 1, slices: [pack(few(1, 60, "2023-03"))] },
    { roster: rosterId("14.03/bumdes/desa-b"), version: 1, slices: [pack(few(50, 90, "2023-12"))] },
  ];
  const known = {
    regency: regencyCode("14.03"),
    coverage: foldCoverage(rosters, foldWindow(AS_OF)),
    heads: [],
    reference: { agreements: [listEveryMonth], workforces: [], targets: [] },
    closed: [],
  };
  const change = coverageChangeOf(known, { ticket: 1, asOf: AS_OF, closing: true });
  expect(change.rosters.map(({ roster, expected }) => ({ roster, expected }))).toEqual([
    {
      roster: null,
      expected: [
        { first: month("2023-01"), last: month("2023-09") },
        { first: month("2024-01"), last: month("2024-12") },
      ],
    },
    { roster: null, expected: [] },
  ]);
  for (const at of [month("2023-03"), month("2023-04")]) {
    const inRosters = change.rosters.reduce((sum, { workers }) => sum + stepAt(workers, at), 0);
    expect(inRosters - stepAt(change.overlap, at)).toBe(stepAt(change.covered, at));
  }
});
