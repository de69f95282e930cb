import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDay } from "#shared/domain/day.ts";
import { monthText } from "#shared/domain/month.ts";
import { occupationOf } from "#shared/domain/occupation.ts";
import { programmeSet } from "#shared/domain/programme.ts";
import { readDay, readMonth } from "#shared/domain/roster-file/calendar-cell.ts";
import { textOf } from "#shared/domain/roster-file/cell.ts";
import { occupationOfText } from "#shared/domain/roster-file/occupation-text.ts";
import { readProgrammes } from "#shared/domain/roster-file/programmes-cell.ts";
import { readRupiah } from "#shared/domain/roster-file/rupiah-cell.ts";

test.each([
  [" 1403013112929990 ", "1403013112929990"],
  ["'1403013112929990", "1403013112929990"],
  ["1403013112929990'", "1403013112929990"],
  ['="1403013112929990"', "1403013112929990"],
  ["\u00a0’JKK", "JKK"],
  [12, "12"],
  [null, ""],
  [undefined, ""],
])("the text of the cell %j is %j", (cell, text) => {
  expect(textOf(cell)).toBe(text);
});

describe("days", () => {
  test.each([
    ["31-12-1992", { day: "1992-12-31" }],
    ["31/12/1992", { day: "1992-12-31" }],
    ["1-2-1992", { day: "1992-02-01" }],
    ["1992-12-31", { day: "1992-12-31" }],
    ["1992-12-31T00:00:00", { day: "1992-12-31" }],
    ["31 Desember 1992", { day: "1992-12-31" }],
    ["31-Des-1992", { day: "1992-12-31" }],
    ["17 agustus 1990", { day: "1990-08-17" }],
    [33969, { day: "1992-12-31" }],
    ["33969", { day: "1992-12-31" }],
    ["33969.5", "unreadable"],
    ["339", "unreadable"],
    ["31-02-1992", "impossible"],
    ["12/31/1992", "impossible"],
    [0, "impossible"],
    [Number.NaN, "impossible"],
    ["31-12-92", "unreadable"],
    ["31 Dezember 1992", "unreadable"],
    ["besok", "unreadable"],
    ["", "empty"],
    ["-", "empty"],
  ])("%j → %j", (cell, reading) => {
    expect(readDay(cell)).toEqual(reading);
  });
});

test("a day is taken if and only if the calendar has it", () => {
  const number = (most: number) => fc.integer({ min: 0, max: most });
  fc.assert(
    fc.property(fc.integer({ min: 1890, max: 2110 }), number(14), number(33), (year, month, date) => {
      const text = `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
      expect(readDay(text)).toEqual(isDay(text) ? { day: text } : "impossible");
    }),
  );
});

describe("months", () => {
  test.each([
    ["2023-02", "2023-02"],
    ["02/2023", "2023-02"],
    ["2-2023", "2023-02"],
    ["Februari 2023", "2023-02"],
    ["Feb-23", "2023-02"],
    ["28-02-2023", "2023-02"],
    ["2023-02-28", "2023-02"],
    [44985, "2023-02"],
    ["44985", "2023-02"],
    ["42023", "unreadable"],
    ["12023", "unreadable"],
    ["20221", "unreadable"],
    ["40122", "unreadable"],
    ["51223", "unreadable"],
    ["2023-13", "impossible"],
    ["9999-12", "impossible"],
    [202302, "impossible"],
    ["bulan depan", "unreadable"],
    ["", "empty"],
  ])("%j → %s", (cell, expected) => {
    const reading = readMonth(cell);
    expect(typeof reading === "object" ? monthText(reading.month) : reading).toBe(expected);
  });
});

describe("rupiah", () => {
  test.each([
    ["5.000.000,00", 5_000_000],
    ["5,000,000.00", 5_000_000],
    ["5000000.00", 5_000_000],
    ["5000000,5", 5_000_001],
    ["Rp 5.000.000", 5_000_000],
    ["Rp. 5.000.000,-", 5_000_000],
    ["IDR5000000", 5_000_000],
    ["1.592", 1592],
    ["0", 0],
    [1592000, 1_592_000],
    [1592000.5, 1_592_001],
    ["5.00.000", "unreadable"],
    ["5 juta", "unreadable"],
    ["-5000", "unreadable"],
    [-1, "unreadable"],
    ["", "empty"],
    ["-", "empty"],
  ])("%j → %s", (cell, expected) => {
    const reading = readRupiah(cell);
    expect(typeof reading === "object" ? reading.rupiah : reading).toBe(expected);
  });
});

describe("programmes", () => {
  test.each(["JKK,JKM", "jkm; jkk", "JKK+JKM", "JKK / JKM", "JKK JKM JKK"])("%j is JKK and JKM", (text) => {
    expect(readProgrammes(text, "rentan")).toEqual({ programmes: programmeSet("jkk", "jkm") });
  });
  test.each([
    ["JKK", "rentan", "programme-below-minimum"],
    ["JKK,JKM,JP", "rentan", "programme-not-possible"],
    ["JKK,JKX", "ppu", "programme-unknown"],
  ] as const)("%j is wrong for %s: %s", (text, segment, code) => {
    expect(readProgrammes(text, segment)).toMatchObject({ code });
  });
  test("nothing written says nothing", () => expect(readProgrammes(" - ", "ppu")).toBeNull());
});

test.each([
  ["Petani", "petani"],
  ["Buruh Tani", "petani"],
  ["Buruh kebun sawit", "pekebun"],
  ["TKBM Pelabuhan", "buruh-pelabuhan"],
  ["Nelayan tradisional", "nelayan"],
  ["Sopir travel", "pengemudi"],
  ["Tenaga pendidikan", "staf-kantor"],
  ["Buruh Harian Lepas", "buruh-harian"],
  ["Astronaut", "lainnya"],
  ["", "tidak-disebut"],
])("%s works as %s", (text, occupation) => {
  expect(occupationOf(occupationOfText(text))).toBe(occupation);
});
