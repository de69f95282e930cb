import { expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { freshnessOf, judgedOn } from "#shared/domain/freshness.ts";
import { month } from "#shared/domain/month.ts";
import { agreement, VULNERABLE } from "./report/a-regency.ts";

const RULES = { overdueDays: 45 };
const MONTHLY = [agreement({ reporting: "monthly" })];

test.each([
  ["in time", "2023-01-10", "2023-02-23", 44, false],
  ["on the day from which it is missing", "2023-01-10", "2023-02-24", 45, true],
  ["after the day that is judged", "2023-03-01", "2023-02-24", 0, false],
  ["never, since the agreement began", null, "2022-12-20", 49, true],
  ["while no agreement runs", "2023-01-10", "2024-05-01", null, false],
])("a monthly list that came %s", (_, reported, on, daysSilent, overdue) => {
  const reportedOn = reported === null ? null : day(reported);
  const found = freshnessOf({ roster: VULNERABLE, reportedOn }, MONTHLY, day(on), RULES);
  expect(found).toEqual({ reportedOn, daysSilent, overdue });
});

test("nothing is late where no list is expected every month, or before the first day", () => {
  const reported = { roster: VULNERABLE, reportedOn: day("2022-11-01") };
  for (const found of [
    freshnessOf(reported, [agreement()], day("2023-12-01"), RULES),
    freshnessOf(reported, [], day("2023-12-01"), RULES),
    freshnessOf(reported, MONTHLY, null, RULES),
  ])
    expect(found).toMatchObject({ daysSilent: null, overdue: false });
});

test("lists of a month are judged on its last day, or today before that", () => {
  expect(judgedOn(month("2023-02"), day("2024-01-02"))).toBe("2023-02-28");
  expect(judgedOn(month("2024-01"), day("2024-01-02"))).toBe("2024-01-02");
});
