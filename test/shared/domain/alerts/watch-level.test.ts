import { describe, expect, test } from "vitest";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { referenceOf } from "#shared/domain/alerts/reference.ts";
import {
  closeLastMonth,
  type Move,
  NOT_WATCHED,
  toldBySegment,
  toldElsewhere,
  type Watch,
  watchLevel,
} from "#shared/domain/alerts/watch-level.ts";
import { month } from "#shared/domain/month.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { figuresOf, level, since } from "./figures.ts";

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

test("a fall that only a stricter rule finds is told from the reference: since the last close nobody was lost", () => {
  const stricter: AlertRules = { ...rules, share: 0.001, workers: 20 };
  const before = watch(watched(10_000), 9950).watch;
  for (const now of [9950, 9960]) {
    const move = watchLevel(before, at(now), { month: MARCH, closing: false, alertId: "a" }, stricter);
    expect(move).toMatchObject({ kind: "dropped", from: { level: 10_000 }, to: { level: now } });
  }
});

describe("a fall that was told elsewhere", () => {
  test("starts a level that has not changed anew too, in the present month and with its rosters", () => {
    expect(toldElsewhere(watched(10_000), at(10_000), month("2023-04")).reference?.month).toBe(month("2023-04"));
  });

  test("starts the level anew from where it stands", () => {
    expect(toldElsewhere(watched(10_000), at(9000), MARCH).reference?.level).toBe(9000);
  });

  test("leaves a level that has risen: only a day's close makes that a reference", () => {
    const before = watched(10_000);
    expect(toldElsewhere(before, at(11_000), MARCH)).toBe(before);
    expect(toldElsewhere(NOT_WATCHED, at(11_000), MARCH)).toBe(NOT_WATCHED);
  });
});

describe("a fall that a segment has told", () => {
  const of = (firms: number, vulnerable: number, overlap = 0) => {
    const ppu = { roster: rosterId("14.03/ppu/a"), segment: "ppu", workers: since("2022-01", firms) } as const;
    const rentan = {
      roster: rosterId("14.03/rentan/a"),
      segment: "rentan",
      workers: since("2022-01", vulnerable),
    } as const;
    return referenceOf(figuresOf([ppu, rentan], since("2022-01", overlap), { asOf: "2023-03-01", ticket: 1 }), MARCH);
  };
  const segment = (level: number, overlap = 0) => ({ month: MARCH, asOf: null, level, overlap, rosters: [] });
  const told = (before: Watch, now: ReturnType<typeof of>, from = segment(500), to = segment(300)) =>
    toldBySegment(before, now, "rentan", { since: from, to });
  const level = (
    reference: ReturnType<typeof of>,
    ...more: readonly [ReturnType<typeof of>, ...ReturnType<typeof segment>[]]
  ) => told({ ...NOT_WATCHED, reference }, ...more).reference?.level;

  test("is taken off the regency's, and what others lost is not", () => {
    expect(level(of(1000, 500), of(900, 300))).toBe(1300);
  });

  test("is taken off by no more than the segment had then, nor than it has told", () => {
    expect(level(of(1000, 400), of(800, 300))).toBe(1300);
    expect(level(of(1000, 600), of(700, 300))).toBe(1400);
  });

  test("was none of the regency's for those whom another segment covers", () => {
    // 50 of the 200 are with the firms too, and another 20 were twice in the segment.
    expect(level(of(1000, 500, 130), of(900, 300, 60), segment(470, 30), segment(290, 10))).toBe(1370 - 130);
  });

  test("leaves no last close below the regency's level where nothing else was lost", () => {
    const before: Watch = { ...NOT_WATCHED, reference: of(1000, 500), latest: { ...of(1000, 450), changes: null } };
    expect(told(before, of(1000, 300))).toMatchObject({ reference: { level: 1300 }, latest: null });
    const others: Watch = { ...NOT_WATCHED, reference: of(1000, 500), latest: { ...of(990, 500), changes: null } };
    expect(told(others, of(990, 300))).toMatchObject({ reference: { level: 1300 }, latest: { level: 1290 } });
  });
});
