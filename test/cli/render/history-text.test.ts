import { expect, test } from "vitest";
import { historyText } from "#cli/render/history-text.ts";
import { day } from "#shared/domain/day.ts";
import type { HistoryEntry } from "#shared/domain/history/roster-history.ts";
import { ROSTER } from "../../shared/domain/history/versions.ts";

const entry: HistoryEntry = {
  version: 1,
  base: 0,
  current: true,
  asOf: day("2023-01-10"),
  uploadId: "49614757b9d0a77cc9a7",
  fileName: "perangkat 2023.csv",
  receivedAt: "2023-01-10T02:15:04Z",
  requester: "111122223333",
  mode: "full",
  status: "applied",
  decidedOn: null,
  rows: { read: 24_012, accepted: 24_000, duplicate: 5, rejected: 7 },
  changes: { enrolled: 24_000, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 },
};

test("a history shows who, what and how many, marks the current version, and fits a terminal", () => {
  const refused: HistoryEntry = {
    ...entry,
    version: null,
    current: false,
    status: "refused",
    requester: null,
    rows: null,
    changes: null,
  };
  const text = historyText(ROSTER, { reportedOn: day("2023-01-10") }, [entry, refused]);
  expect(text).toMatch(/\* 1 +2023-01-10 +applied +full +111122223333 +perangkat 2023\.csv/);
  expect(text).toMatch(/ - +2023-01-10 +refused +full +- +perangkat 2023\.csv/);
  expect(text).toMatch(/1 +24\.012 +24\.000 +7 +24\.000 +0 +0 +0 +0/);
  expect(text).toMatch(/-( +-){8}/);
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
});
