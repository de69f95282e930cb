import { expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { rosterHistory } from "#shared/domain/history/roster-history.ts";
import { NO_ROWS } from "#shared/domain/receipt.ts";
import { ROSTER, upload, version } from "./versions.ts";

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
  const told = rosterHistory({ current: 4 }, { versions, uploads, decisions: [] }).map((one) => [
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
    [null, false, "2023-02-20", "same.csv", "unchanged"],
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
  expect(rosterHistory({ current: 2 }, { versions, uploads, decisions: [] }).map(({ status }) => status)).toEqual([
    "discarded",
    "applied",
  ]);
});

test("a version written without a file stands on the day of that order, after uploads of before, with who gave it", () => {
  const rewriting = { at: "2023-03-01T18:00:00Z", by: "petugas", removed: 3 };
  const versions = [
    version({ version: 1, base: 0, on: "2023-01-10", uploadId: "a" }),
    { ...version({ version: 3, base: 1, on: "2023-01-10", uploadId: "a" }), rewritten: "erasure", rewriting } as const,
    { ...version({ version: 4, base: 3, on: "2023-01-10", uploadId: "a" }), rewritten: "rekey" } as const,
    version({ version: 5, base: 4, on: "2023-03-03", uploadId: "b" }),
  ];
  const uploads = [upload("a", "2023-01-10"), upload("same", "2023-02-20", { outcome }), upload("b", "2023-03-03")];
  const told = rosterHistory({ current: 5 }, { versions, uploads, decisions: [] });
  expect(
    told.map(({ version: number, asOf, at, by, removed, status }) => [number, asOf, at, by, removed, status]),
  ).toEqual([
    [1, "2023-01-10", "2023-01-10T02:00:00Z", "111122223333", null, "applied"],
    [null, "2023-02-20", "2023-02-20T02:00:00Z", "111122223333", null, "unchanged"],
    [3, "2023-03-02", "2023-03-01T18:00:00Z", "petugas", 3, "erasure"],
    // Recorded before it was kept who ordered it, and when.
    [4, "2023-01-10", null, null, null, "rekey"],
    [5, "2023-03-03", "2023-03-03T02:00:00Z", "111122223333", null, "applied"],
  ]);
});

test("who decided about removals that waited is told, and that they did it", () => {
  const decided = {
    kind: "release",
    at: "2023-02-15T01:00:00Z",
    by: "kepala",
    roster: ROSTER,
    uploadId: "held",
  } as const;
  const versions = [
    version({ version: 1, base: 0, on: "2023-02-10", uploadId: "held" }),
    version({
      version: 2,
      base: 1,
      on: "2023-02-10",
      uploadId: "held",
      source: { decision: "release", decidedOn: day("2023-02-15") },
    }),
  ];
  const uploads = [
    upload("held", "2023-02-10", { released: true, outcome: { ...outcome, decision: "release" } }),
    upload("dropped", "2023-02-12", { decidedOn: day("2023-02-13"), outcome: { ...outcome, decision: "discard" } }),
  ];
  const decisions = [decided, { ...decided, kind: "discard", uploadId: "dropped", by: "camat" } as const];
  const told = rosterHistory({ current: 2 }, { versions, uploads, decisions });
  expect(told.map(({ status, by, at, decidedBy }) => [status, by, at, decidedBy])).toEqual([
    ["held", "111122223333", "2023-02-10T02:00:00Z", null],
    ["discarded", "111122223333", "2023-02-12T02:00:00Z", "camat"],
    ["released", "kepala", "2023-02-15T01:00:00Z", "kepala"],
  ]);
});
