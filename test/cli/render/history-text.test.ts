import { expect, test } from "vitest";
import { historyText } from "#cli/render/history-text.ts";
import { day } from "#shared/domain/day.ts";
import type { HistoryEntry } from "#shared/domain/history/roster-history.ts";
import type { UnusedVersion } from "#shared/domain/history/unused-versions.ts";
import { ROSTER } from "../../shared/domain/history/versions.ts";

const entry: HistoryEntry = {
  version: 1,
  base: 0,
  unused: null,
  current: true,
  asOf: day("2023-01-10"),
  uploadId: "49614757b9d0a77cc9a7",
  fileName: "perangkat 2023.csv",
  receivedAt: "2023-01-10T02:15:04Z",
  requester: "111122223333",
  at: "2023-01-10T02:15:04Z",
  by: "111122223333",
  decidedBy: null,
  removed: null,
  mode: "full",
  status: "applied",
  decidedOn: null,
  rows: { read: 24_012, accepted: 24_000, duplicate: 5, rejected: 7 },
  changes: { enrolled: 24_000, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 },
};

const textOf = (entries: readonly HistoryEntry[], unused: readonly UnusedVersion[] = []) =>
  historyText({ roster: ROSTER, reportedOn: day("2023-01-10"), entries, unused });

test("a history shows who, what and how many, marks the current version, and fits a terminal", () => {
  const refused: HistoryEntry = {
    ...entry,
    version: null,
    unused: 2,
    current: false,
    status: "refused",
    by: null,
    rows: null,
    changes: null,
  };
  const text = textOf([entry, refused]);
  expect(text).toMatch(/\* 1 +2023-01-10 02:15 +applied +full +111122223333 +perangkat 2023\.csv/);
  expect(text).toMatch(/ \(2\) +2023-01-10 02:15 +refused +full +- +perangkat 2023\.csv/);
  expect(text).toMatch(/1 +24\.012 +24\.000 +5 +7 +24\.000 +0 +0 +0 +0 +0 +0/);
  expect(text).toMatch(/\(2\)( +-){11}/);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
});

test("a version that was written without a file says what it is, whose order it was, and what it left out", () => {
  const erasure: HistoryEntry = {
    ...entry,
    version: 2,
    base: 1,
    status: "erasure",
    asOf: day("2023-03-01"),
    at: "2023-03-01T03:00:00Z",
    by: "petugas",
    rows: null,
    changes: null,
    removed: 2,
  };
  const text = textOf([
    { ...entry, current: false },
    erasure,
    { ...erasure, version: 3, base: 2, status: "rekey", by: "kepala", removed: 0 },
  ]);
  expect(text).toMatch(/\* 2 +2023-03-01 03:00 +erasure +- +petugas +versi \/ version 1, -2 kepesertaan \/ enrolments/);
  expect(text).toMatch(/\* 3 +2023-03-01 03:00 +rekey +- +kepala +versi \/ version 2\n/);
  expect(text).toContain(
    "erasure: ditulis ulang tanpa orang yang dihapus / written anew without people who were erased",
  );
});

test("removals that waited are told with who uploaded them and who decided", () => {
  const text = textOf([
    { ...entry, status: "released", by: "kepala", decidedBy: "kepala", decidedOn: day("2023-01-12") },
  ]);
  expect(text).toContain("uploaded 2023-01-10 02:15 111122223333; released 2023-01-12 kepala");
});

test("each number that was not used is told with why", () => {
  const text = textOf(
    [entry],
    [
      { version: 2, cause: "unchanged", uploadId: "u2", fileName: `${"panjang-".repeat(12)}.csv` },
      { version: 3, cause: "void", uploadId: null, fileName: null },
    ],
  );
  expect(text).toContain("Version numbers that were not used: 2, 3 (2 numbers); none is given twice.");
  expect(text).toMatch(/2 {2}panjang-.*….*\.csv: tidak mengubah apa pun \/ changed nothing/);
  expect(text).toMatch(/3 {2}tidak jadi.* \/ void, made again under another number/);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(textOf([entry])).not.toContain("not used");
});
