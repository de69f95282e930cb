import { describe, expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import { JKK_JKM } from "#shared/domain/programme.ts";
import { planGuarded } from "#shared/domain/removal-guard.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { NO_WORKERS } from "#shared/domain/worker-ids.ts";
import { enrolment, workerId } from "./arbitraries.ts";

const GUARD = { workers: 10, share: 0.1, most: 500 };
const workers = (from: number, to: number, first = "2023-01", last = "2023-12") =>
  pack(
    Array.from({ length: to - from }, (_, index) => ({
      worker: `${String(from + index).padStart(8, "0")}${workerId(1).slice(8)}` as ReturnType<typeof workerId>,
      first: month(first),
      last: month(last),
      programmes: JKK_JKM,
      basisRupiah: 0,
      employer: "",
      occupation: 0,
      riskClass: 0,
    })),
  );
const planOf = (
  before: number,
  now: number,
  doubts: { unreadable?: number; answer?: boolean; released?: boolean } = {},
  mode: "full" | "add" = "full",
) =>
  planGuarded(
    workers(0, before),
    { mode, enrolments: workers(0, now), kept: NO_WORKERS, from: null },
    day("2023-06-15"),
    { unreadable: 0, answer: false, released: false, ...doubts },
    GUARD,
  ).changes;

describe("a full file that no longer names", () => {
  test.each([
    ["9 of 50 (few)", 50, 41, { ended: 9, withheld: 0 }],
    ["10 of 50 (10 and 10 %)", 50, 40, { ended: 0, withheld: 10 }],
    ["10 of 101 (under 10 %)", 101, 91, { ended: 10, withheld: 0 }],
    ["10 of 100 (exactly 10 %)", 100, 90, { ended: 0, withheld: 10 }],
    ["499 of 10,000", 10_000, 9_501, { ended: 499, withheld: 0 }],
    ["500 of 10,000 (the most)", 10_000, 9_500, { ended: 0, withheld: 500 }],
    ["all of 3, having no row at all", 3, 0, { ended: 0, withheld: 3 }],
  ])("%s", (_, before, now, expected) => {
    expect(planOf(before, now)).toMatchObject(expected);
  });

  test("even one waits when a row could be anybody's", () => {
    expect(planOf(50, 49, { unreadable: 1 })).toMatchObject({ ended: 0, withheld: 1 });
  });

  test("even one waits when the file is an answer that came back under the name of a whole list", () => {
    expect(planOf(8, 1, { answer: true })).toMatchObject({ ended: 0, withheld: 7 });
    expect(planOf(8, 8, { answer: true })).toMatchObject({ ended: 0, withheld: 0 });
    expect(planOf(8, 1, { answer: true, released: true })).toMatchObject({ ended: 7, withheld: 0 });
  });

  test("any number ends once somebody has looked", () => {
    expect(planOf(50, 0, { released: true, unreadable: 5 })).toMatchObject({ ended: 50, withheld: 0 });
  });
});

describe("a full file that names everybody", () => {
  const planAt = (first: string, last: string, over: { mode?: "full" | "add"; released?: boolean; answer?: boolean }) =>
    planGuarded(
      workers(0, 500, "2024-01", "2024-12"),
      { mode: "full", enrolments: workers(0, 500, first, last), kept: NO_WORKERS, from: null, ...over },
      day("2024-02-05"),
      { unreadable: 0, answer: false, released: false, ...over },
      GUARD,
    ).changes;

  test("with last year's months is held, until somebody has looked", () => {
    expect(planAt("2023-02", "2023-12", {})).toMatchObject({ changed: 0, unchanged: 500, ended: 0, withheld: 500 });
    expect(planAt("2023-02", "2023-12", { released: true })).toMatchObject({ changed: 500, ended: 500, withheld: 0 });
  });

  test("with months that end too early, but not before now, is a change of all", () => {
    const applied = { changed: 500, ended: 0, withheld: 0 };
    expect(planAt("2023-02", "2024-02", {})).toMatchObject(applied);
    expect(planAt("2023-02", "2024-02", { answer: true })).toMatchObject(applied);
  });

  test("with last year's months adds them where it is an add file", () => {
    expect(planAt("2023-02", "2023-12", { mode: "add" })).toMatchObject({ changed: 500, ended: 0, withheld: 0 });
  });
});

test("one worker named with months that are over waits where the file is in doubt, and ends where it is not", () => {
  const plan = (unreadable: number) =>
    planGuarded(
      pack([enrolment(1, "2023-01", ""), enrolment(2, "2023-01", "")]),
      {
        mode: "full",
        enrolments: pack([enrolment(1, "2023-01", ""), enrolment(2, "2022-01", "2022-12")]),
        kept: NO_WORKERS,
        from: null,
      },
      day("2023-06-15"),
      { unreadable, answer: false, released: false },
      GUARD,
    ).changes;
  expect(plan(0)).toMatchObject({ changed: 1, unchanged: 1, ended: 1, withheld: 0 });
  expect(plan(1)).toMatchObject({ changed: 0, unchanged: 2, ended: 0, withheld: 1 });
});

test("an add file ends nobody, so nothing of it waits", () => {
  expect(planOf(50, 1, { unreadable: 1 }, "add")).toMatchObject({ ended: 0, withheld: 0 });
});

describe("a full file without a good row, said to hold from a month that has passed", () => {
  const plan = (released: boolean) =>
    planGuarded(
      pack([enrolment(1, "2023-01", "2023-05"), enrolment(2, "2023-01", "2023-05")]),
      { mode: "full", enrolments: workers(0, 0), kept: NO_WORKERS, from: month("2023-03") },
      day("2023-06-15"),
      { unreadable: 0, answer: false, released },
      GUARD,
    );

  test("takes nobody's past months until somebody has looked", () => {
    expect(plan(false).differs).toBe(false);
    expect(plan(true)).toMatchObject({ differs: true, content: { count: 2 } });
  });
});
