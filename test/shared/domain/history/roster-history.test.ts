import { expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { rosterHistory } from "#shared/domain/history/roster-history.ts";
import { NO_ROWS } from "#shared/domain/receipt.ts";
import { upload, version } from "./versions.ts";

const outcome = { version: 1, rows: NO_ROWS, changes: null, decision: null };

test("every version and every upload stands once, oldest first, with what became of it", () => {
  const versions = [
    version({ version: 1, base: 0, on: "2023-01-10", uploadId: "a" }),
    version({ version: 2, base: 1, on: "2023-02-10", uploadId: "held" }),
    version({
      version: 4,
      base: 2,
      on: "2023-02-10",
      uploadId: "held",
      source: { decision: "release", decidedOn: day("2023-02-15") },
    }),
    version({ version: 3, base: 1, on: "2023-02-09", uploadId: "void" }),
  ];
  const uploads = [
    upload("late", "2023-02-12", { status: "superseded", outcome }),
    upload("held", "2023-02-10", { released: true, outcome: { ...outcome, decision: "release" } }),
    upload("same", "2023-02-20", { outcome }),
    upload("photo", "2023-01-20", { status: "refused", outcome }),
    upload("a", "2023-01-10"),
    upload("new", "2023-02-21", { status: "planned" }),
  ];
  const told = rosterHistory({ current: 4 }, versions, uploads).map((one) => [
    one.version,
    one.current,
    one.asOf,
    one.fileName,
    one.status,
  ]);
  expect(told).toEqual([
    [1, false, "2023-01-10", "a.csv", "applied"],
    [null, false, "2023-01-20", "photo.csv", "refused"],
    [2, false, "2023-02-10", "held.csv", "held"],
    [null, false, "2023-02-12", "late.csv", "superseded"],
    [4, true, "2023-02-15", "held.csv", "released"],
    [null, false, "2023-02-20", "same.csv", "applied"],
    [null, false, "2023-02-21", "new.csv", "planned"],
  ]);
});

test("removals that were dropped are told as such, and a version is applied as soon as the head stands at it", () => {
  const versions = [
    version({ version: 1, base: 0, on: "2023-01-10", uploadId: "dropped" }),
    version({ version: 2, base: 1, on: "2023-01-11", uploadId: "moved" }),
  ];
  const uploads = [
    upload("dropped", "2023-01-10", { outcome: { ...outcome, decision: "discard" } }),
    upload("moved", "2023-01-11", { status: "planned" }),
  ];
  expect(rosterHistory({ current: 2 }, versions, uploads).map(({ status }) => status)).toEqual([
    "discarded",
    "applied",
  ]);
});
