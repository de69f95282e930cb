import { expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { notInRoster } from "#shared/domain/not-in-roster.ts";
import { planVersion } from "#shared/domain/plan-version.ts";
import { pack } from "#shared/domain/row-writer.ts";
import { NO_WORKERS } from "#shared/domain/worker-ids.ts";
import { enrolment } from "./arbitraries.ts";

const base = pack([enrolment(1, "2023-01", "2023-12"), enrolment(2, "2022-01", "2022-12")]);
const named = pack([1, 2, 3].map((serial) => enrolment(serial, "2022-01", "")));
const rowNumbers = Uint32Array.of(9, 4, 7);

function rowsOf(mode: "full" | "add" | "end"): readonly number[] {
  const file = { mode, enrolments: named, kept: NO_WORKERS, from: null };
  const plan = planVersion(base, file, day("2023-06-15"), false);
  return notInRoster(base, { mode, enrolments: named, rowNumbers }, plan).map(({ row }) => row);
}

test("who has nothing that could end is told by row: not there at all, or over already", () => {
  expect(rowsOf("end")).toEqual([4, 7]);
});

test("who is there, but is said to stay until the end that he has anyway, is told how to end him", () => {
  const until = pack([enrolment(1, "2023-01", "2023-12")]);
  const plan = planVersion(
    base,
    { mode: "end", enrolments: until, kept: NO_WORKERS, from: null },
    day("2023-06-15"),
    false,
  );
  const told = notInRoster(base, { mode: "end", enrolments: until, rowNumbers: Uint32Array.of(2) }, plan);
  expect(told).toMatchObject([{ row: 2, code: "end-changes-nothing" }]);
});

test("files that end nobody by name have no such rows", () => {
  expect(rowsOf("full")).toEqual([]);
  expect(rowsOf("add")).toEqual([]);
});
