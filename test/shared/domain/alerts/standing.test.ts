import { describe, expect, test } from "vitest";
import { type Finding, type Standing, settle } from "#shared/domain/alerts/standing.ts";
import { day } from "#shared/domain/day.ts";

const asOf = day("2023-12-02");

function finding(level: number | null, size = 100): Finding<string> {
  return {
    key: "coverage.lapsing//2024-01",
    kind: "coverage.lapsing",
    level,
    size,
    from: 1000,
    isChanged: (stood) => size >= stood.size + 50,
    tell: (stood) => (stood === null ? "new" : `was ${stood.level}`),
  };
}

function stood(level: number, size = 100): readonly Standing[] {
  const { key, kind } = finding(level);
  return [{ key, kind, level, size, from: 1000, alertId: "first", asOf: day("2023-10-03"), named: null }];
}

const outcomeOf = (before: readonly Standing[], findings: readonly Finding<string>[]) => {
  const { told, standing } = settle(before, findings, asOf, () => "now");
  return {
    told: told.map(({ news }) => news),
    stands: standing.map(({ level, size, alertId }) => [level, size, alertId]),
  };
};

describe("settle", () => {
  test.each([
    ["what did not stand is told", [], finding(1), { told: ["new"], stands: [[1, 100, "now"]] }],
    ["what stands at this level is not told again", stood(1), finding(1), { told: [], stands: [[1, 100, "first"]] }],
    ["a higher level is told", stood(1), finding(2), { told: ["was 1"], stands: [[2, 100, "now"]] }],
    ["a lower level is not, and is no way down", stood(2), finding(1), { told: [], stands: [[2, 100, "first"]] }],
    [
      "what its rule finds changed is told, at the level that stood",
      stood(2),
      finding(1, 150),
      { told: ["was 2"], stands: [[2, 150, "now"]] },
    ],
    ["what it does not find changed is not", stood(1), finding(1, 149), { told: [], stands: [[1, 100, "first"]] }],
    ["what has become clear is told once", stood(1), finding(0), { told: ["was 1"], stands: [] }],
    ["what never stood and is clear is no news", [], finding(0), { told: [], stands: [] }],
    [
      "between firing and clearing what stands goes on standing",
      stood(1),
      finding(null),
      { told: [], stands: [[1, 100, "first"]] },
    ],
    ["between firing and clearing nothing begins", [], finding(null), { told: [], stands: [] }],
  ] as const)("%s", (_, before, found, expected) => {
    expect(outcomeOf(before, [found])).toEqual(expected);
  });

  test("what no rule speaks of any more is over, without a word", () => {
    expect(outcomeOf(stood(1), [])).toEqual({ told: [], stands: [] });
  });
});
