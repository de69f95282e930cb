import { describe, expect, test } from "vitest";
import { type Month, month, OPEN_END } from "#shared/domain/month.ts";
import type { Terms } from "#shared/domain/packed-enrolments.ts";
import { JKK_JKM, programmeSet } from "#shared/domain/programme.ts";
import {
  joinAdjoining,
  monthsBefore,
  monthsFrom,
  overlay,
  type Range,
  sameRanges,
} from "#shared/domain/worker-ranges.ts";

const TERMS: Terms = { programmes: JKK_JKM, basisRupiah: 0, employer: "", occupation: 0, riskClass: 0 };
const at = (text: string): Month => (text === "" ? OPEN_END : month(text));
const range = (first: string, last: string, terms: Partial<Terms> = {}): Range => ({
  first: at(first),
  last: at(last),
  terms: { ...TERMS, ...terms },
});

describe("joinAdjoining", () => {
  test.each([
    ["that adjoin are one", [range("2023-01", "2023-03"), range("2023-04", "2023-06")], [range("2023-01", "2023-06")]],
    ["that overlap are one", [range("2023-01", "2023-05"), range("2023-03", "2023-06")], [range("2023-01", "2023-06")]],
    [
      "within another are gone",
      [range("2023-01", "2023-09"), range("2023-03", "2023-06")],
      [range("2023-01", "2023-09")],
    ],
    ["behind an open end are in it", [range("2023-01", ""), range("2024-06", "2024-12")], [range("2023-01", "")]],
  ])("ranges of the same terms %s", (_, ranges, joined) => {
    expect(joinAdjoining(ranges)).toEqual(joined);
    expect(joinAdjoining(ranges.toReversed())).toEqual(joined);
  });

  test("a month between two ranges keeps them apart", () => {
    const apart = [range("2023-01", "2023-03"), range("2023-05", "2023-06")];
    expect(joinAdjoining(apart)).toEqual(apart);
  });

  test.each<[string, Partial<Terms>]>([
    ["programmes", { programmes: programmeSet("jkk", "jkm", "jht") }],
    ["wages", { basisRupiah: 1_000_000 }],
    ["employers", { employer: "AA000001" }],
    ["occupations", { occupation: 1 }],
    ["risk classes", { riskClass: 2 }],
  ])("ranges of different %s stay apart", (_, other) => {
    const apart = [range("2023-01", "2023-03"), range("2023-04", "2023-06", other)];
    expect(joinAdjoining(apart)).toEqual(apart);
  });

  test("ranges stand by first month, those of one month by employer", () => {
    const [b, a, early] = [
      range("2023-02", "2023-03", { employer: "BB000002" }),
      range("2023-02", "2023-05", { employer: "AA000001" }),
      range("2023-01", "2023-01", { employer: "CC000003" }),
    ];
    expect(joinAdjoining([b, a, early])).toEqual([early, a, b]);
  });
});

describe("overlay", () => {
  test("what lies above holds; below, the months before and after stay", () => {
    const above = range("2023-03", "2023-04", { basisRupiah: 2_000_000 });
    expect(overlay([range("2023-01", "2023-06")], [above])).toEqual([
      range("2023-01", "2023-02"),
      above,
      range("2023-05", "2023-06"),
    ]);
  });

  test.each([
    ["begins with", "2023-01", "2023-04", [range("2023-05", "2023-06")]],
    ["ends with", "2023-03", "2023-06", [range("2023-01", "2023-02")]],
    ["covers", "2023-01", "2023-06", []],
    ["goes beyond", "2022-12", "", []],
  ])("what %s the range below leaves no empty one of it", (_, first, last, left) => {
    const above = range(first, last, { basisRupiah: 2_000_000 });
    const ranges = [above, ...left].sort((a, b) => a.first - b.first);
    expect(overlay([range("2023-01", "2023-06")], [above])).toEqual(ranges);
  });

  test("months that lie apart, before or after, stay as they are", () => {
    const below = [range("2023-01", "2023-02"), range("2023-06", "")];
    const above = range("2023-04", "2023-04", { basisRupiah: 2_000_000 });
    expect(overlay(below, [above])).toEqual([below[0], above, below[1]]);
  });

  test("another employer's months stay", () => {
    const job = range("2023-01", "2023-06", { employer: "AA000001" });
    const other = range("2023-03", "2023-04", { employer: "BB000002" });
    expect(overlay([job], [other])).toEqual([job, other]);
  });
});

test("a range is cut before a month, and from it", () => {
  const ranges = [range("2023-01", "2023-06"), range("2023-08", "")];
  expect(monthsBefore(ranges, at("2023-03"))).toEqual([range("2023-01", "2023-02")]);
  expect(monthsFrom(ranges, at("2023-03"))).toEqual([range("2023-03", "2023-06"), range("2023-08", "")]);
  expect(monthsBefore(ranges, at("2023-01"))).toEqual([]);
  expect(monthsFrom(ranges, at("2023-06"))).toEqual([range("2023-06", "2023-06"), range("2023-08", "")]);
  expect(monthsFrom(ranges, at("2023-07"))).toEqual([range("2023-08", "")]);
  expect(monthsBefore(ranges, at("2023-08"))).toEqual([range("2023-01", "2023-06")]);
});

test("ranges are the same when each is, and none is missing", () => {
  const [a, b] = [range("2023-01", "2023-02"), range("2023-04", "2023-05")];
  expect(sameRanges([a, b], [{ ...a }, { ...b }])).toBe(true);
  for (const other of [[a], [a, b, b], [b, a], [a, range("2023-04", "2023-06")], [a, range("2023-03", "2023-05")]]) {
    expect(sameRanges([a, b], other)).toBe(false);
    expect(sameRanges(other, [a, b])).toBe(false);
  }
});
