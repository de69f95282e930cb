import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import {
  addMonths,
  EARLIEST_MONTH,
  firstDayOf,
  isMonthText,
  laterMonth,
  month,
  monthNumber,
  monthOfDay,
  monthsBetween,
  monthText,
  OPEN_END,
  yearOf,
} from "#shared/domain/month.ts";

describe("a month is written yyyy-mm", () => {
  test.each([
    ["0000-01", 0],
    ["2023-02", 2023 * 12 + 1],
    ["2023-12", 2023 * 12 + 11],
  ])("%s is the number %i", (text, number) => {
    expect(month(text)).toBe(number);
    expect(monthText(monthNumber(number))).toBe(text);
  });

  test.each(["", "2023-00", "2023-13", "2023-1", "2023-02-01", "x2023-02", "2023-02x", "202-02", "2023/02"])(
    "%j is none",
    (text) => {
      expect(isMonthText(text)).toBe(false);
      expect(() => month(text)).toThrow(RangeError);
    },
  );

  test("an open end is no text", () => {
    expect(monthText(OPEN_END)).toBe("");
  });
});

test.each([-1, 1.5, Number.NaN, OPEN_END + 1])("%d is the number of no month", (number) => {
  expect(() => monthNumber(number)).toThrow(RangeError);
});

test("the earliest month and the open end are numbers of months", () => {
  expect(monthNumber(EARLIEST_MONTH)).toBe(0);
  expect(monthNumber(OPEN_END)).toBe(OPEN_END);
});

test("months are counted on over the end of a year; an open end stays open", () => {
  expect(addMonths(month("2023-11"), 3)).toBe(month("2024-02"));
  expect(addMonths(month("2024-02"), -3)).toBe(month("2023-11"));
  expect(addMonths(OPEN_END, -3)).toBe(OPEN_END);
});

test("of a month the year and the first day are told, of a day its month", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 * 12 }).map(monthNumber), (value) => {
      expect(yearOf(value)).toBe(Number(monthText(value).slice(0, 4)));
      expect(firstDayOf(value)).toBe(`${monthText(value)}-01`);
      expect(monthOfDay(day(`${monthText(value)}-28`))).toBe(value);
    }),
  );
});

test("the later of two months", () => {
  const [early, late] = [month("2023-02"), month("2023-03")];
  expect([laterMonth(early, late), laterMonth(late, early), laterMonth(late, OPEN_END)]).toEqual([
    late,
    late,
    OPEN_END,
  ]);
});

test("months from one to another, both included", () => {
  expect(monthsBetween(month("2023-11"), month("2024-01")).map(monthText)).toEqual(["2023-11", "2023-12", "2024-01"]);
  expect(monthsBetween(month("2023-11"), month("2023-11"))).toHaveLength(1);
  expect(monthsBetween(month("2023-11"), month("2023-10"))).toEqual([]);
  expect(monthsBetween(month("2023-11"), month("2023-01"))).toEqual([]);
});
