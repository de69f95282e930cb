import { describe, expect, test } from "vitest";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import {
  closeLastMonth,
  type Move,
  NOT_WATCHED,
  toldElsewhere,
  type Watch,
  watchLevel,
} from "#shared/domain/alerts/watch-level.ts";
import { month } from "#shared/domain/month.ts";
import { level } from "./figures.ts";

const rules: AlertRules = { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 };
const MARCH = month("2023-03");
const at = (workers: number) => level(workers, { asOf: "2023-03-01", ticket: 1 });
const watch = (before: Watch, workers: number, alertId = "a", closing = true): Move =>
  watchLevel(before, at(workers), { month: MARCH, closing, alertId }, rules);
const watched = (workers: number): Watch => watch(NOT_WATCHED, workers).watch;

test("a fall that goes on keeps the level before it and the alert that told it first", () => {
  const first = watch(watched(10_000), 9000, "first").watch;
  expect(first.fallen).toMatchObject({ level: 10_000, alertId: "first", low: { level: 9000 } });
  const second = watch(first, 8000, "second").watch;
  expect(second.fallen).toMatchObject({ level: 10_000, alertId: "first", low: { level: 8000 } });
  expect(second.reference?.level).toBe(8000);
});

describe("the first look of a month", () => {
  const figures = (february: number): ReturnType<typeof at> => ({
    ...at(9900),
    covered: [
      [month("2022-01"), february],
      [MARCH, 9900],
    ],
  });
  const known: Watch = {
    ...NOT_WATCHED,
    reference: { month: month("2023-02"), asOf: null, level: 10_000, overlap: 0, rosters: [] },
  };

  test("closes the last day of the month before: a higher level is the reference, a lower one the last close", () => {
    expect(closeLastMonth(known, figures(10_200), MARCH, rules).reference?.level).toBe(10_200);
    expect(closeLastMonth(known, figures(9950), MARCH, rules)).toMatchObject({
      reference: { level: 10_000 },
      latest: { level: 9950, month: month("2023-02") },
    });
  });

  test("leaves a fall that nobody has told yet, and what was never closed", () => {
    expect(closeLastMonth(known, figures(9900), MARCH, rules)).toBe(known);
    expect(closeLastMonth(NOT_WATCHED, figures(9950), MARCH, rules)).toBe(NOT_WATCHED);
  });
});

describe("a fall that was told elsewhere", () => {
  test("starts the level anew from where it stands", () => {
    expect(toldElsewhere(watched(10_000), at(9000), MARCH).reference?.level).toBe(9000);
  });

  test("leaves a level that has risen: only a day's close makes that a reference", () => {
    const before = watched(10_000);
    expect(toldElsewhere(before, at(11_000), MARCH)).toBe(before);
    expect(toldElsewhere(NOT_WATCHED, at(11_000), MARCH)).toBe(NOT_WATCHED);
  });
});
