import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainChange } from "#shared/domain/alerts/explain-change.ts";
import { referenceOf } from "#shared/domain/alerts/reference.ts";
import { type Steps, stepAt } from "#shared/domain/coverage.ts";
import { month, monthNumber } from "#shared/domain/month.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { anyOverlap, anyRosters, figuresOf, since } from "./figures.ts";

const before = { asOf: "2023-03-01", ticket: 1 };
const after = { asOf: "2023-06-01", ticket: 2 };
const rentan = (slug: string, ...changes: readonly (string | number)[]) =>
  ({ roster: rosterId(`14.03/rentan/${slug}`), segment: "rentan", workers: since(...changes) }) as const;
const small = (...changes: readonly (string | number)[]) =>
  ({ roster: null, segment: "rentan", workers: since(...changes) }) as const;

function explain(old: Parameters<typeof figuresOf>[0], now: Parameters<typeof figuresOf>[0]) {
  const reference = referenceOf(figuresOf(old, [], before), month("2023-03"));
  return explainChange(reference, figuresOf(now, [], after), month("2023-06"));
}

describe("explainChange", () => {
  test("its parts add up to the change, none is 0, at most 20 are named and none below 5 workers", () => {
    const months = fc.integer({ min: month("2022-01"), max: month("2025-12") }).map(monthNumber);
    fc.assert(
      fc.property(
        anyRosters,
        anyOverlap,
        anyRosters,
        anyOverlap,
        months,
        months,
        (old, oldOverlap, now, overlap, a, b) => {
          const [then, at] = a < b ? [a, b] : [b, a];
          const reference = referenceOf(figuresOf(old, oldOverlap, before), then);
          const figures = figuresOf(now, overlap, after);
          const parts = explainChange(reference, figures, at);
          const sum = parts.reduce((total, { workers }) => total + workers, 0);
          expect(sum).toBe(stepAt(figures.covered, at) - reference.level);
          const named = parts.filter(({ cause }) => cause !== "others");
          expect(named.length).toBeLessThanOrEqual(20);
          expect(named.every(({ workers }) => Math.abs(workers) >= 5)).toBe(true);
          expect(parts.every(({ workers }) => workers !== 0)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("where every part is large enough and few, all of the change has a name", () => {
    const inFives = (steps: Steps): Steps => steps.map(([at, workers]) => [at, workers * 5]);
    const rosters = anyRosters.map((all) => all.map((one) => ({ ...one, workers: inFives(one.workers) })));
    fc.assert(
      fc.property(
        rosters,
        anyOverlap.map(inFives),
        rosters,
        anyOverlap.map(inFives),
        (old, oldOverlap, now, overlap) => {
          const reference = referenceOf(figuresOf(old, oldOverlap, before), month("2023-03"));
          const parts = explainChange(reference, figuresOf(now, overlap, after), month("2023-06"));
          if (parts.length < 20) expect(parts.map(({ cause }) => cause)).not.toContain("others");
        },
      ),
      { numRuns: 300 },
    );
  });

  test("what the data changed in the remembered month and what time changed since are told apart", () => {
    expect(explain([rentan("a", "2023-01", 5000)], [rentan("a", "2023-01", 4000, "2023-05", 1500)])).toEqual([
      { roster: "14.03/rentan/a", segment: "rentan", cause: "protection-ended", workers: -2500 },
      { roster: "14.03/rentan/a", segment: "rentan", cause: "left-roster", workers: -1000 },
    ]);
    expect(explain([rentan("a", "2023-01", 50)], [rentan("a", "2023-01", 60, "2023-06", 90)])).toEqual([
      { roster: "14.03/rentan/a", segment: "rentan", cause: "protection-started", workers: 30 },
      { roster: "14.03/rentan/a", segment: "rentan", cause: "joined-roster", workers: 10 },
    ]);
  });

  test("more overlap is one part without a roster", () => {
    const rosters = [rentan("a", "2023-01", 600), rentan("b", "2023-01", 700)];
    const reference = referenceOf(figuresOf(rosters, since("2023-01", 100), before), month("2023-03"));
    const figures = figuresOf(rosters, since("2023-01", 100, "2023-05", 500), after);
    expect(explainChange(reference, figures, month("2023-06"))).toEqual([
      { roster: null, segment: null, cause: "overlap", workers: -400 },
    ]);
  });

  test("a roster told alone on both sides is compared with itself, small ones beside it or not", () => {
    const parts = explain(
      [small("2023-01", 290), rentan("a", "2023-01", 500)],
      [small("2023-01", 300), rentan("a", "2023-01", 400)],
    );
    expect(parts).toEqual([
      { roster: "14.03/rentan/a", segment: "rentan", cause: "left-roster", workers: -100 },
      { roster: null, segment: "rentan", cause: "joined-roster", workers: 10 },
    ]);
  });

  test("a roster that grew out of the small ones is compared together with them", () => {
    expect(
      explain([small("2023-01", 290)], [small("2023-01", 200), rentan("a", "2023-01", 90, "2023-06", 120)]),
    ).toEqual([{ roster: null, segment: "rentan", cause: "protection-started", workers: 30 }]);
  });

  test("a large roster that is new keeps its name beside small ones; so does one that shrank to a small one", () => {
    const large = rentan("a", "2023-01", 24_000);
    expect(explain([small("2023-01", 290)], [small("2023-01", 290), large])).toEqual([
      { roster: "14.03/rentan/a", segment: "rentan", cause: "joined-roster", workers: 24_000 },
    ]);
    expect(explain([small("2023-01", 290), large], [small("2023-01", 350)])).toEqual([
      { roster: "14.03/rentan/a", segment: "rentan", cause: "left-roster", workers: -24_000 },
      { roster: null, segment: "rentan", cause: "joined-roster", workers: 60 },
    ]);
  });

  test("beyond the 20 largest, and below 5 workers, all is one part", () => {
    const many = Array.from({ length: 25 }, (_, place) => rentan(`r${place}`, "2023-01", 100 + place));
    const parts = explain(many, [rentan("r0", "2023-01", 97)]);
    expect(parts).toHaveLength(21);
    expect(parts.at(-1)).toEqual({
      roster: null,
      segment: null,
      cause: "others",
      workers: -(3 + 101 + 102 + 103 + 104),
    });
    expect(explain([rentan("a", "2023-01", 500)], [rentan("a", "2023-01", 496)])).toEqual([
      { roster: null, segment: null, cause: "others", workers: -4 },
    ]);
  });

  test("a reference older than the figures reach back: the change is told as time's", () => {
    const reference = referenceOf(figuresOf([rentan("a", "2022-01", 5000)], [], before), month("2022-01"));
    const figures = figuresOf([rentan("a", "2022-06", 4000)], [], after);
    expect(explainChange(reference, figures, month("2023-06"))).toEqual([
      { roster: "14.03/rentan/a", segment: "rentan", cause: "protection-ended", workers: -1000 },
    ]);
  });

  test("parts of the same size stand by name", () => {
    const all = (each: number) => ["c", "a", "d", "b"].map((slug) => rentan(slug, "2022-01", each));
    expect(explain(all(50), all(40)).map(({ roster }) => roster)).toEqual(
      ["a", "b", "c", "d"].map((slug) => `14.03/rentan/${slug}`),
    );
  });

  test("a roster that stands alone is compared with the small ones of its own segment only", () => {
    const smallPpu = { roster: null, segment: "ppu", workers: since("2022-01", 70) } as const;
    const alone = rentan("a", "2022-01", 200);
    expect(explain([smallPpu, alone], [smallPpu])).toEqual([
      { roster: "14.03/rentan/a", segment: "rentan", cause: "left-roster", workers: -200 },
    ]);
    expect(explain([smallPpu, alone], [smallPpu, small("2022-01", 90)])).toEqual([
      { roster: null, segment: "rentan", cause: "left-roster", workers: -110 },
    ]);
  });

  test("a reference of twelve months ago is still known anew: what newer data changed in it is told as such", () => {
    const figures = figuresOf([rentan("a", "2022-01", 400)], [], after);
    const causes = (then: string) =>
      explainChange(
        referenceOf(figuresOf([rentan("a", "2022-01", 500)], [], before), month(then)),
        figures,
        month("2023-06"),
      ).map(({ cause }) => cause);
    expect(causes("2022-06")).toEqual(["left-roster"]);
    expect(causes("2022-05")).toEqual(["protection-ended"]);
  });

  test("from 1,000 workers on a name matters more than fewer than 100 in the wrong part", () => {
    const names = (workers: number) =>
      explain([rentan("a", "2022-01", workers)], [small("2022-01", 90)]).map(({ roster }) => roster);
    expect(names(1000)).toEqual(["14.03/rentan/a", null]);
    expect(names(999)).toEqual([null]);
  });
});
