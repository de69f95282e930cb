import { describe, expect, test } from "vitest";
import { dayOf, existingFile, monthOf, regencyOf, rosterOf, secondsOf } from "#cli/arguments.ts";
import type { CommandLine } from "#cli/command-line.ts";
import { UsageError } from "#cli/failures.ts";
import { month } from "#shared/domain/month.ts";
import { provinceCode } from "#shared/domain/region.ts";

const RIAU = provinceCode("14");

function lineWith(option: string, value: string | null): CommandLine {
  return { positionals: [], text: (name) => (name === option ? value : null), texts: () => [], flag: () => false };
}

describe("--roster", () => {
  test("names a roster", () => {
    expect(rosterOf(lineWith("roster", "14.03/rentan/apbd-2022"))).toBe("14.03/rentan/apbd-2022");
  });

  test.each([
    [null, "--roster is missing"],
    ["1403/rentan/apbd", "14.03 is Kemendagri's"],
    ["14.99/rentan/apbd", "Unknown regency"],
    ["14.03/rentn/apbd", "did you mean rentan?"],
    ["14.03/zzz/apbd", "perangkat-desa"],
    ["14.07", "a roster is REGENCY/SEGMENT/NAME"],
    ["14.03/rentan", "The roster's name is missing"],
    ["14.03/rentan/APBD 2022", "small letters, digits and hyphens"],
    ["14.03/rentan/1403014101909991", "Not a name for a roster"],
    ["14.03/rentan/apbd/2022", "Not a name for a roster"],
  ])("%s is refused: %s", (text, told) => {
    expect(() => rosterOf(lineWith("roster", text))).toThrow(UsageError);
    expect(() => rosterOf(lineWith("roster", text))).toThrow(told);
  });
});

test("a regency is one of the province asked", () => {
  expect(regencyOf("14.03", RIAU)).toBe("14.03");
  expect(() => regencyOf("1403", RIAU)).toThrow("dengan titik");
  expect(() => regencyOf("21.71", RIAU)).toThrow("not in province 14");
});

test("months, days, seconds and files are what they say", () => {
  expect(monthOf(lineWith("month", "2023-02"), "month")).toBe(month("2023-02"));
  expect(monthOf(lineWith("month", null), "month")).toBeNull();
  expect(() => monthOf(lineWith("month", "02-2023"), "month")).toThrow("yyyy-mm");
  expect(dayOf("2024-02-29")).toBe("2024-02-29");
  expect(() => dayOf("2023-02-29")).toThrow("not a day");
  expect(secondsOf(lineWith("timeout", null), "timeout", 300)).toBe(300);
  expect(secondsOf(lineWith("timeout", "2.5"), "timeout", 300)).toBe(2.5);
  expect(() => secondsOf(lineWith("timeout", "-1"), "timeout", 300)).toThrow(UsageError);
  expect(() => existingFile("no/such/file.csv")).toThrow("There is no file");
  expect(() => existingFile("cli")).toThrow("cli adalah folder; sebutkan satu berkas di dalamnya\ncli is a folder");
});
