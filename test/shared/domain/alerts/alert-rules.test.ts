import { expect, test } from "vitest";
import { hasDropped, hasRecovered, isCritical, reminderDue, thresholdOf } from "#shared/domain/alerts/alert-rules.ts";

const thresholds = { share: 0.01, workers: 100, criticalShare: 0.05 };

test.each([
  [10_000, 9901, false],
  [10_000, 9900, true],
  [57_000, 56_431, false],
  [57_000, 56_430, true],
  [1000, 901, false],
  [1000, 900, true],
  [10_000, 10_000, false],
  [9900, 10_000, false],
])("from %i to %i is a fall: %s", (before, now, fallen) => {
  expect(hasDropped(before, now, thresholds)).toBe(fallen);
});

test("where a province tells of every fall, none is no fall all the same", () => {
  const every = { share: 0, workers: 0, criticalShare: 0.05 };
  expect(hasDropped(0, 0, every)).toBe(false);
  expect(hasDropped(50, 50, every)).toBe(false);
  expect(hasDropped(50, 49, every)).toBe(true);
});

test("a fall is critical from the critical share on", () => {
  expect([9501, 9500].map((now) => isCritical(10_000, now, thresholds))).toEqual([false, true]);
});

test("it has recovered within half a threshold of the level before", () => {
  expect([9949, 9950, 10_100].map((now) => hasRecovered(10_000, now, thresholds))).toEqual([false, true, true]);
});

test("the threshold is the larger of share and workers, to a millionth", () => {
  expect([57_000, 1000, 0].map((level) => thresholdOf(level, thresholds))).toEqual([570, 100, 100]);
});

test.each([
  [91, 0],
  [90, 1],
  [31, 1],
  [30, 2],
  [7, 3],
  [0, 3],
])("%i days before, reminder %i is due", (daysLeft, due) => {
  expect(reminderDue(daysLeft, [90, 30, 7])).toBe(due);
});
