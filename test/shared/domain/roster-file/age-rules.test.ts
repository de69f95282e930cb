import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import { programmeSet } from "#shared/domain/programme.ts";
import { ageProblems, monthsOfLife, pensionAge, unremarkableAges } from "#shared/domain/roster-file/age-rules.ts";
import { birthCentury } from "#shared/domain/roster-file/birth-year.ts";
import type { Segment } from "#shared/domain/segment.ts";

const JKK_JKM = programmeSet("jkk", "jkm");
const told = (birth: string, segment: Segment, programmes = JKK_JKM, first = "2023-01") =>
  ageProblems(day(birth), { segment, programmes, first: month(first) }).map(({ code, severity }) => [code, severity]);

describe("ages on the first day of the protection", () => {
  test.each([
    ["2008-01-01", "bpu", []],
    ["2008-01-02", "bpu", [["age-below-15", "warning"]]],
    ["1957-01-02", "rentan", []],
    ["1957-01-01", "rentan", [["age-above-65", "warning"]]],
    ["1957-01-01", "rt-rw", [["age-above-65", "warning"]]],
    ["1937-01-01", "ppu", []],
  ] as const)("born %s, %s: %j", (birth, segment, expected) => {
    expect(told(birth, segment)).toEqual(expected);
  });

  test("nothing is told of those whose age is unremarkable, and something of all others", () => {
    for (const segment of ["ppu", "bpu", "rentan"] as const) {
      for (const programmes of [
        JKK_JKM,
        programmeSet("jkk", "jkm", "jht", "jp"),
        programmeSet("jkk", "jkm", "jht", "jp", "jkp"),
      ]) {
        for (let year = 1920; year <= 2024; year += 1) {
          const of = { segment, programmes, first: month("2023-06") };
          const [youngest, oldest] = unremarkableAges(of);
          for (const date of ["06-01", "06-02"]) {
            const age = Math.floor(monthsOfLife(of.first, year, 6, Number(date.slice(3))) / 12);
            expect(ageProblems(day(`${year}-${date}`), of).length === 0).toBe(age >= youngest && age <= oldest);
          }
        }
      }
    }
  });

  test("JKP ends at 54, JP at the pension age of the year", () => {
    const all = programmeSet("jkk", "jkm", "jht", "jp", "jkp");
    expect(told("1969-01-02", "ppu", all)).toEqual([]);
    expect(told("1969-01-01", "ppu", all)).toEqual([["age-above-jkp", "warning"]]);
    expect(told("1965-01-01", "ppu", all).flat()).toContain("age-above-jp");
    expect(told("1965-01-02", "ppu", all).flat()).not.toContain("age-above-jp");
  });
});

test.each([
  [2018, 56],
  [2019, 57],
  [2022, 58],
  [2025, 59],
  [2028, 60],
  [2043, 65],
  [2060, 65],
])("the pension age of %i is %i", (year, age) => {
  expect(pensionAge(year)).toBe(age);
});

test.each([
  [92, 1992],
  [0, 2000],
  [7, 2007],
  [8, 2008],
  [9, 2009],
  [23, 2023],
  [24, 1924],
])("a birth year %i in a file of 2023 is %i", (twoDigits, year) => {
  expect(birthCentury(day("2023-06-01"))(twoDigits)).toBe(year);
});
