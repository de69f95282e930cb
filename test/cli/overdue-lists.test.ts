import { expect, test } from "vitest";
import { overdueLists } from "#cli/overdue-lists.ts";
import { day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import type { Agreement } from "#shared/domain/reference/agreement.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";

const SENT = rosterId("14.03/bpu/perisai");
const NEVER = rosterId("14.03/bpu/wadah");
const RULES = { overdueDays: 45 };
const monthly: Agreement = {
  regency: regencyCode("14.03"),
  slug: "perisai",
  sponsor: "Perisai",
  segment: "bpu",
  programmes: ["jkk"],
  rosters: [SENT, NEVER],
  reporting: "monthly",
  contact: { office: "Kantor", email: null },
  periods: [
    {
      first: month("2024-01"),
      last: month("2024-12"),
      plannedWorkers: null,
      budgetRupiah: null,
      budgetSource: "worker",
      legalBasis: [],
      source: "",
    },
  ],
};
const heads = [{ roster: SENT, reportedOn: day("2024-01-20") }];

test("a list is overdue from the day on which it is late, one that never came since its agreement began", () => {
  const on = (text: string) =>
    overdueLists([monthly], heads, day(text), RULES).map(({ roster, daysSilent }) => [roster, daysSilent]);
  expect(on("2024-02-14")).toEqual([]);
  expect(on("2024-02-15")).toEqual([[NEVER, 45]]);
  expect(on("2024-03-05")).toEqual([
    [SENT, 45],
    [NEVER, 64],
  ]);
});

test("nothing is overdue before the first day, or where no list is expected every month", () => {
  expect(overdueLists([monthly], heads, null, RULES)).toEqual([]);
  expect(overdueLists([{ ...monthly, reporting: null }], heads, day("2024-06-01"), RULES)).toEqual([]);
});
