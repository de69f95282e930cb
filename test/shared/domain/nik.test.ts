import { describe, expect, test } from "vitest";
import { birthInNik, faultOfNik, isListedRegion, isNik, type Nik } from "#shared/domain/nik.ts";

describe("a NIK is judged by its structure alone", () => {
  test.each([
    ["1403013112929990", null, "a man of Bengkalis"],
    ["1403010112929990", null, "the first of a month"],
    ["1403014112929990", null, "the first of a month, a woman"],
    ["1403012903939990", null, "29 March of an odd year"],
    ["1403011002939990", null, "10 February of an odd year"],
    ["1440013112929990", null, "regency 40, which Riau may once have had"],
    ["7671013112929990", null, "city 71 of a province that has none"],
    ["1480013112929990", null, "city 80"],
    ["1441013112929990", "nik-region-unknown", "regency 41"],
    ["1481013112929990", "nik-region-unknown", "city 81"],
    ["9913013112929990", "nik-region-unknown", "province 99"],
    ["1403017112929991", null, "a woman: 40 on the day"],
    ["9171011501859995", null, "Papua, above 2^53"],
    ["9101011501859995", null, "a regency renumbered in 2022"],
    ["1403012902009990", null, "29 February 2000"],
    ["1403012902929990", null, "29 February 1992"],
    ["1403012902939990", "nik-date-impossible", "29 February 1993"],
    ["1403016902939990", "nik-date-impossible", "29 February 1993, a woman"],
    ["1403013102929990", "nik-date-impossible", "31 February"],
    ["1403010012929990", "nik-date-impossible", "day 0"],
    ["1403014012929990", "nik-date-impossible", "day 40 is nobody's"],
    ["1403017212929990", "nik-date-impossible", "day 72"],
    ["1403013113929990", "nik-date-impossible", "month 13"],
    ["1499013112929990", "nik-region-unknown", "regency 99"],
    ["1470013112929990", "nik-region-unknown", "regency 70"],
    ["1400013112929990", "nik-region-unknown", "regency 00"],
    ["1403013112920000", "nik-digits-lost", "serial 0000"],
    ["140301311292999", "nik-length", "15 digits"],
    ["14030131129299901", "nik-length", "17 digits"],
    ["14O3013112929990", "nik-not-digits", "the letter O"],
    ["1403 0131 1292 9990", "nik-not-digits", "blanks inside"],
    ["１４０３０１３１１２９２９９９０", "nik-not-digits", "digits that are not ASCII"],
    ["1,40301E+15", "nik-scientific", "Indonesian Excel"],
    ["1.40e15", "nik-scientific", "English Excel"],
    ["1E+15", "nik-scientific", "no digit behind the point"],
    ["140,301E+13", "nik-scientific", "several before it"],
    ["x1,40301E+15", "nik-not-digits", "a letter before it"],
    ["1,40301E+15x", "nik-not-digits", "a letter behind it"],
    ["", "nik-missing", "nothing"],
  ])("%s → %s (%s)", (text: string, fault: string | null, _: string) => {
    expect(faultOfNik(text)).toBe(fault);
    expect(isNik(text)).toBe(fault === null);
  });
});

test("the birth date and sex of a NIK are read with 40 taken off a woman's day", () => {
  expect(birthInNik("1403017112929991" as Nik)).toEqual({ day: 31, month: 12, year: 92, sex: "P" });
  expect(birthInNik("1403010512019991" as Nik)).toEqual({ day: 5, month: 12, year: 1, sex: "L" });
});

test.each([
  ["1403013112929990", true, "a regency of today"],
  ["6473013112929990", true, "Tarakan, renumbered in 2012"],
  ["9101013112929990", true, "Merauke, renumbered in 2022"],
  ["1413013112929990", false, "a number that Riau may once have had"],
])("%s is listed: %s (%s)", (text: string, listed: boolean, _: string) => {
  expect(isNik(text)).toBe(true);
  expect(isListedRegion(text as Nik)).toBe(listed);
});
