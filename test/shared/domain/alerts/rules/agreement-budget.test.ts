// How far a budget is held to be enough, what it is held against, and for how long.
import { describe, expect, test } from "vitest";
import { doubtOf, dueMonths, paidUntil } from "#shared/domain/alerts/rules/agreement-budget.ts";
import { month } from "#shared/domain/month.ts";
import { since } from "../figures.ts";
import { agreement, days, MONTHLY, period, steps, told } from "../some-agreement.ts";

const PRICE = 16_800;
const first = period("2022-11", "2023-12", { budgetRupiah: 10 * MONTHLY });
const known = steps(agreement([first]));
const nothingDue = steps(agreement([first]), { workers: [], contributionRupiah: [] });
const due = (...rupiah: readonly number[]) =>
  rupiah.map((one, place) => ({ month: month(`2024-${place + 10}`), rupiah: one }));

describe("what is due", () => {
  test("is what the rosters cost, also where they begin later than the period, whatever was planned", () => {
    const planned = period("2023-01", "2023-03", { plannedWorkers: 50_000 });
    const roster = steps(agreement([planned]), { contributionRupiah: since("2023-03", 100 * PRICE) });
    expect(dueMonths(roster, planned).map(({ rupiah }) => rupiah)).toEqual([0, 0, 100 * PRICE]);
  });

  test("of a planned head count is less where a reduction holds, which is none for a state budget", () => {
    const price = (budgetSource: "APBD" | "CSR") => {
      const planned = period("2026-03", "2026-04", { plannedWorkers: 1, budgetSource });
      return dueMonths(steps(agreement([planned]), { contributionRupiah: [] }), planned).map(({ rupiah }) => rupiah);
    };
    expect(price("APBD")).toEqual([PRICE, PRICE]);
    expect(price("CSR")).toEqual([PRICE, PRICE / 2]);
  });

  test("of wage earners is not known before there is a roster", () => {
    const planned = period("2024-01", "2024-12", { plannedWorkers: 100 });
    expect(dueMonths(steps(agreement([planned], { segment: "ppu" }), { contributionRupiah: [] }), planned)).toEqual([]);
  });

  test("nothing any more is no word that the money suffices", () => {
    const alerts = days("2023-09-01", "2023-09-03", (on) => ({ agreements: [on < "2023-09-02" ? known : nothingDue] }));
    expect(told(alerts)).toEqual(["2023-09-01 agreement.budget critical"]);
  });
});

describe("a budget", () => {
  test("that lacks two per cent is let pass, in a month as in the whole", () => {
    expect(paidUntil(due(100), 98)).toBe(month("2024-10"));
    expect(paidUntil(due(100), 97)).toBeNull();
    const lacking = (contributionRupiah: number) =>
      days("2024-01-01", "2024-01-01", () => ({
        agreements: [
          steps(agreement([period("2024-01", "2024-06", { budgetRupiah: 600 })]), {
            contributionRupiah: since("2024-01", contributionRupiah),
          }),
        ],
      }));
    expect(lacking(102)).toEqual([]);
    expect(told(lacking(103))).toEqual(["2024-01-01 agreement.budget warning"]);
  });

  test("is told of until the last day of its period, under an id that names both", () => {
    const on = (asOf: string) =>
      days(asOf, asOf, () => ({ agreements: [known] })).filter(({ kind }) => kind === "agreement.budget");
    expect(on("2023-12-31").map(({ alertId }) => alertId)).toEqual([
      "14.03-agreement-budget-apbd-2022-2022-11-2023-12-31-t1",
    ]);
    expect(on("2024-01-01")).toEqual([]);
  });

  test("that pays not even the first month is urgent 90 days before that, and not yet earlier", () => {
    const planned = period("2024-06", "2024-12", { budgetRupiah: 1000, plannedWorkers: 100 });
    const alerts = days("2024-03-02", "2024-03-03", () => ({
      agreements: [steps(agreement([planned]), { contributionRupiah: [] })],
    }));
    expect(told(alerts)).toEqual(["2024-03-02 agreement.budget warning", "2024-03-03 agreement.budget critical"]);
    expect(alerts).toMatchObject([{ scope: "regency", paidUntil: null }, { paidUntil: null }]);
  });
});

describe("a sum looks like that of", () => {
  const months = (count: number) => Array.from({ length: count }, (_, place) => (place === 0 ? 80 : 100));
  test.each([
    ["the dearest month", 98, 2, "monthly-sum"],
    ["no month, being more than two per cent beside", 97, 2, null],
    ["no month, where the period is one", 79, 1, null],
    ["a year, in a period of more", 1200, 14, "yearly-sum"],
    ["no year, where the period is one", 1200, 12, null],
  ] as const)("%s: %i of %i months", (_, budget, count, doubt) => {
    expect(
      doubtOf(
        budget,
        months(count).map((rupiah) => ({ month: month("2024-01"), rupiah })),
      ),
    ).toBe(doubt);
  });
});
