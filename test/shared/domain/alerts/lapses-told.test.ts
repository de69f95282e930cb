// What a warning says: how urgent it is, who is going to go, and what it costs to keep them.
import { describe, expect, test } from "vitest";
import type { CoverageLapsing } from "#shared/domain/alert.ts";
import { decideAlerts } from "#shared/domain/alerts/decide-alerts.ts";
import { month } from "#shared/domain/month.ts";
import { days, firms, of, PRICE, rules, told, vulnerable } from "./day-by-day.ts";
import { figuresOf, type SomeRoster, since } from "./figures.ts";

const onDay = (on: string, rosters: readonly SomeRoster[]) => days(on, on, () => rosters);
const severities = (rosters: readonly SomeRoster[]) =>
  days("2023-10-01", "2023-12-31", () => rosters).map(({ severity }) => severity);

test("a warning is urgent with the last reminder, and from the first on where the fall will be critical", () => {
  expect(severities([firms, vulnerable("2024-01", 1000)])).toEqual(["warning", "warning", "critical"]);
  expect(severities([firms, vulnerable("2024-01", 24_000)])).toEqual(["critical", "critical", "critical"]);
});

test("an end is foreseen from the first file on, before any day was closed", () => {
  const figures = figuresOf([firms, vulnerable("2024-01")], [], { asOf: "2023-12-20", ticket: 1, closing: false });
  expect(told(decideAlerts(null, figures, rules).alerts)).toEqual(["2023-12-20 coverage.lapsing -24000"]);
});

test("a warning's id says what it is of, and its recovery has another", () => {
  const alerts = days("2023-12-20", "2023-12-21", (on) => [
    firms,
    vulnerable(on < "2023-12-21" ? "2024-01" : "2025-01"),
  ]);
  expect(alerts.map(({ alertId }) => alertId)).toEqual([
    "14.03-coverage-lapsing-2024-01-2023-12-20-t1",
    "14.03-coverage-lapsing-2024-01-recovered-2023-12-21-t2",
  ]);
});

describe("who is going to go", () => {
  test("does not count who goes before, of which a segment's warning tells", () => {
    // The 150 who left with November are too few to be told: the level before them is still remembered.
    const alerts = days("2023-10-31", "2023-11-20", (on) => [
      of("ppu", "a", "2022-01", 58_276, "2023-11", 58_126, "2024-01", on < "2023-11-20" ? 58_126 : 57_226),
      of("rentan", "a", "2022-01", 24_000, "2023-12", on < "2023-11-20" ? 24_000 : 23_400),
    ]);
    expect(told(alerts)).toEqual(["2023-11-20 coverage.lapsing rentan -600", "2023-11-20 coverage.lapsing -900"]);
  });

  test("counts who only comes until then", () => {
    const alerts = days("2024-09-30", "2024-10-03", (on) => [
      of(
        "non-asn",
        "a",
        "2022-01",
        7753,
        "2024-10",
        7690,
        "2024-11",
        7699,
        ...(on < "2024-10-03" ? [] : ["2025-01", 0]),
      ),
    ]);
    expect(told(alerts)).toEqual(["2024-10-03 coverage.lapsing -7699"]);
  });

  test("is not made less by who comes back a month later", () => {
    const alerts = onDay("2023-12-20", [firms, of("rentan", "a", "2022-11", 24_000, "2024-01", 0, "2024-02", 30_000)]);
    expect(alerts).toMatchObject([{ before: 82_126, after: 58_126, change: -24_000 }]);
  });

  test("names nobody whom others have followed in a month between", () => {
    const alerts = days("2023-09-30", "2023-10-05", (on) => [
      of("ppu", "cabang", "2022-01", 58_326, "2023-10", 58_126),
      of("bpu", "lama", "2022-01", 3000, "2023-11", 0),
      of("bpu", "baru", "2023-11", 3000),
      vulnerable(on < "2023-10-05" ? "2025-01" : "2024-01"),
    ]);
    expect(alerts).toMatchObject([
      { parts: [{ roster: "14.03/rentan/apbd-2022", workers: -24_000 }], renewalRupiah: 24_000 * PRICE },
    ]);
  });
});

describe("what a renewal costs", () => {
  /** The small rosters of a segment, together. */
  const small = (segment: "rentan" | "bpu", workers: number): SomeRoster => ({
    ...of(segment, "a", "2022-01", workers, "2024-01", 0),
    roster: null,
  });
  const lapsing = (rosters: readonly SomeRoster[]): CoverageLapsing | undefined => {
    const alerts = onDay("2023-12-20", rosters);
    return alerts.find((one): one is typeof one & CoverageLapsing => one.kind === "coverage.lapsing");
  };

  test("stands at each part that ends, and at no other; together they are the whole", () => {
    const lapse = lapsing([
      firms,
      of("rentan", "apbd", "2022-01", 5000, "2024-01", 3000),
      of("rentan", "csr", "2022-01", 1500, "2024-01", 0),
      small("rentan", 90),
      small("bpu", 80),
      of("pmi", "baru", "2024-01", 1000),
    ]);
    expect(lapse?.parts).toEqual([
      part("14.03/rentan/apbd", "rentan", -2000),
      part("14.03/rentan/csr", "rentan", -1500),
      { roster: "14.03/pmi/baru", segment: "pmi", cause: "protection-started", workers: 1000 },
      part(null, "rentan", -90),
      part(null, "bpu", -80),
    ]);
    expect(lapse?.renewalRupiah).toBe(3670 * PRICE);
  });

  test("is less by what a list of the same segment costs that begins meanwhile, and by no other", () => {
    const cost = (...begin: readonly SomeRoster[]) =>
      lapsing([firms, vulnerable("2024-01", 7699), ...begin])?.renewalRupiah;
    expect(cost(of("rentan", "next", "2024-01", 6000))).toBe(1699 * PRICE);
    expect(cost(of("bpu", "next", "2024-01", 6000))).toBe(7699 * PRICE);
    const dearer = of("rentan", "next", "2024-01", 6000).contributionRupiah?.map(([at, sum]) => [at, 2 * sum] as const);
    expect(cost({ ...of("rentan", "next", "2024-01", 6000), contributionRupiah: dearer ?? [] })).toBe(0);
  });

  test("is nothing for who stays and only pays less", () => {
    const cheaper = { ...firms, contributionRupiah: since("2022-01", 9_000_000, "2024-01", 8_000_000) };
    expect(lapsing([cheaper, vulnerable("2024-01", 1000)])?.renewalRupiah).toBe(1000 * PRICE);
  });

  function part(roster: string | null, segment: "rentan" | "bpu", workers: number) {
    return { roster, segment, cause: "protection-ended", workers, renewalRupiah: -workers * PRICE };
  }
});

describe("beside a monthly list that is expected again", () => {
  const listed = (last: string, agreed: string): SomeRoster => ({
    ...of("bpu", "perisai", "2023-01", 1000, last, 0),
    expected: [{ first: month("2023-01"), last: month(agreed) }],
  });

  test("the end of another roster of its segment is foreseen, with those who are counted on", () => {
    const alerts = onDay("2023-12-20", [
      firms,
      listed("2024-01", "2024-12"),
      of("bpu", "mandiri", "2022-01", 2000, "2024-01", 0),
      of("pmi", "baru", "2024-01", 2000),
    ]);
    expect(told(alerts)).toEqual(["2023-12-20 coverage.lapsing bpu -2000"]);
    expect(alerts).toMatchObject([{ before: 3000, after: 1000, toCome: 1000 }]);
  });

  test("the end of another segment is foreseen as ever", () => {
    const alerts = onDay("2023-12-20", [
      firms,
      listed("2024-01", "2024-12"),
      vulnerable("2024-01"),
      of("pmi", "baru", "2024-01", 24_000),
    ]);
    expect(told(alerts)).toEqual(["2023-12-20 coverage.lapsing rentan -24000"]);
    expect(alerts).toMatchObject([{ before: 24_000, after: 0, toCome: 0 }]);
  });

  test("what it says itself of months after its agreement is foreseen as ever", () => {
    const alerts = onDay("2023-12-20", [firms, listed("2024-03", "2024-01")]);
    expect(told(alerts)).toEqual(["2023-12-20 coverage.lapsing -1000"]);
    expect(alerts).toMatchObject([{ firstDay: "2024-03-01" }]);
  });
});
