import { expect, test } from "vitest";
import { addDays, day, dayInJakarta, daysBetween, isDay, laterDay } from "#shared/domain/day.ts";

test.each(["2023-02-28", "2024-02-29", "2000-02-29", "2023-12-31"])("%s is a day", (text) => {
  expect(isDay(text)).toBe(true);
  expect(day(text)).toBe(text);
});

test.each([
  "",
  "2023-02-29",
  "1900-02-29",
  "2023-13-01",
  "2023-00-01",
  "2023-04-31",
  "2023-4-30",
  "23-04-30",
  "02023-04-30",
  "2023-04-030",
  "2023-04-30T00:00:00Z",
  "x2023-04-30",
])("%j is none", (text) => {
  expect(isDay(text)).toBe(false);
  expect(() => day(text)).toThrow(RangeError);
});

test("the day in Jakarta begins at 17:00 UTC", () => {
  expect(dayInJakarta("2023-12-31T16:59:59.999Z")).toBe("2023-12-31");
  expect(dayInJakarta("2023-12-31T17:00:00Z")).toBe("2024-01-01");
  expect(dayInJakarta("2024-01-01T00:00:00+07:00")).toBe("2024-01-01");
});

test("days are counted on over months and leap days, both ways", () => {
  expect(addDays(day("2024-02-28"), 2)).toBe("2024-03-01");
  expect(addDays(day("2023-03-01"), -1)).toBe("2023-02-28");
  expect(daysBetween(day("2024-02-28"), day("2024-03-01"))).toBe(2);
  expect(daysBetween(day("2024-03-01"), day("2023-03-01"))).toBe(-366);
  expect(daysBetween(day("2024-03-01"), day("2024-03-01"))).toBe(0);
});

test("the later of two days", () => {
  const [early, late] = [day("2023-12-31"), day("2024-01-01")];
  expect([laterDay(early, late), laterDay(late, early), laterDay(late, late)]).toEqual([late, late, late]);
});
