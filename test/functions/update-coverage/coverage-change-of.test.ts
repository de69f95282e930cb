import { expect, test } from "vitest";
import { coverageChangeOf } from "#functions/update-coverage/coverage-change-of.ts";
import { stepAt } from "#shared/domain/coverage.ts";
import { day } from "#shared/domain/day.ts";
import { foldCoverage } from "#shared/domain/fold-coverage.ts";
import { month } from "#shared/domain/month.ts";
import type { Agreement } from "#shared/domain/reference/agreement.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { foldWindow } from "#shared/domain/stored-coverage.ts";
import { enrolment } from "#test/shared/domain/arbitraries.ts";

const AS_OF = day("2023-03-01");
const VILLAGE = rosterId("14.03/bumdes/desa-a");

const listEveryMonth: Agreement = {
  regency: regencyCode("14.03"),
  slug: "desa-a",
  sponsor: "Desa A",
  segment: "bumdes",
  programmes: ["jkk", "jkm"],
  rosters: [VILLAGE],
  reporting: "monthly",
  contact: { office: "Kantor Desa A", email: null },
  periods: [],
};

test("small rosters with a list every month stand together too, apart from the others: in every month rosters − overlap = covered", () => {
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
  expect(change.rosters.map(({ roster, monthly }) => ({ roster, monthly }))).toEqual([
    { roster: null, monthly: false },
    { roster: null, monthly: true },
  ]);
  for (const at of [month("2023-03"), month("2023-04")]) {
    const inRosters = change.rosters.reduce((sum, { workers }) => sum + stepAt(workers, at), 0);
    expect(inRosters - stepAt(change.overlap, at)).toBe(stepAt(change.covered, at));
  }
});
