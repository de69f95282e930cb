// Which periods are warned of, from when to when, and whom they protect.
import { describe, expect, test } from "vitest";
import { OPEN_END } from "#shared/domain/month.ts";
import type { AgreementPeriod } from "#shared/domain/reference/agreement.ts";
import { since } from "../figures.ts";
import { agreement, days, period, steps, told } from "../some-agreement.ts";

const first = period("2022-11", "2023-12");
const from = (start: string, end: string, ...periods: readonly AgreementPeriod[]) =>
  days(start, end, () => ({ agreements: [steps(agreement(periods))] }));

test("each warning names its reminder and the period, and is told for the regency", () => {
  const alerts = from("2023-10-01", "2023-12-31", first);
  expect(alerts.map((one) => ("leadDays" in one ? one.leadDays : null))).toEqual([90, 30, 7]);
  expect(alerts[0]).toMatchObject({
    scope: "regency",
    segment: null,
    alertId: "14.03-agreement-expiring-apbd-2022-2022-11-2023-10-03-t3",
  });
});

test("a period is first warned of on its last day at the latest, and not when it is over", () => {
  expect(told(from("2023-12-31", "2023-12-31", first))).toEqual(["2023-12-31 agreement.expiring critical"]);
  expect(from("2024-01-01", "2024-01-03", first)).toEqual([]);
});

test("a short period is warned of from its first day on, not before it", () => {
  expect(told(from("2024-01-10", "2024-02-03", period("2024-02", "2024-03")))).toEqual([
    "2024-02-01 agreement.expiring warning",
  ]);
});

test("a period of one month ends like any other", () => {
  const alerts = from("2024-01-02", "2024-01-03", period("2024-01", "2024-01"));
  expect(told(alerts)).toEqual(["2024-01-02 agreement.expiring warning"]);
  expect(alerts).toMatchObject([{ resumes: null }]);
});

test("one without an end is never warned of", () => {
  expect(from("2023-12-01", "2024-01-03", { ...first, last: OPEN_END })).toEqual([]);
});

test("a period that is made longer is warned of again before its new end, and nothing is said until then", () => {
  const alerts = days("2023-10-01", "2024-03-04", (on) => ({
    agreements: [steps(agreement([on < "2023-10-10" ? first : period("2022-11", "2024-05")]))],
  }));
  expect(told(alerts)).toEqual(["2023-10-03 agreement.expiring warning", "2024-03-03 agreement.expiring warning"]);
});

describe("who is protected until the end", () => {
  const onDay = (reporting: "monthly" | null, ...changes: readonly (string | number)[]) =>
    days("2023-11-20", "2023-11-20", () => ({
      agreements: [steps(agreement([first], { reporting }), { workers: since(...changes) })],
    }));

  test("is who is in the last month, where any are known for it", () => {
    const changes = ["2022-11", 300, "2023-12", 200, "2024-01", 0] as const;
    expect(onDay(null, ...changes)).toMatchObject([{ workers: 200 }]);
    expect(onDay("monthly", ...changes)).toMatchObject([{ workers: 200 }]);
  });

  test("is who is there now only where lists are still to come: whoever goes before goes", () => {
    const changes = ["2022-11", 300, "2023-12", 0] as const;
    expect(onDay(null, ...changes)).toMatchObject([{ workers: 0 }]);
    expect(onDay("monthly", ...changes)).toMatchObject([{ workers: 300 }]);
  });
});
