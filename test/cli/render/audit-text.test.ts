import { expect, test } from "vitest";
import { auditText } from "#cli/render/audit-text.ts";

const at = "2024-01-12T01:02:03Z";

test("each act is told with when, who and what it was about, within a terminal", () => {
  const text = auditText([
    {
      kind: "reference",
      at,
      by: "111122223333",
      as: "agreement",
      agreement: "14.03/apbd-2022",
      uploadId: "66da4ff1b03344d19849",
      fileName: `${"perjanjian-".repeat(12)}.xlsx`,
      status: "applied",
    },
    {
      kind: "subscription",
      at,
      by: "kepala",
      topic: "alerts",
      protocol: "email",
      endpoint: "bupati@example.org",
      filter: { severity: ["critical"] },
    },
    {
      kind: "letter-discard",
      at,
      by: "petugas",
      queue: "alert-delivery",
      progress: "done",
      letters: 2,
      named: [
        { id: "a", reason: "not-json", about: "-" },
        { id: "b", reason: null, about: "14.03-coverage-dropped-2024-01-01" },
      ],
    },
    { kind: "redrive", at, by: "petugas", queue: "coverage-day", progress: "begun", sent: null },
    { kind: "rekey", at, by: "kepala", reason: "uji", fromKeyId: "62ed3499", toKeyId: "205facef", progress: "done" },
  ]);
  expect(text).toMatch(/2024-01-12 01:02 +reference +111122223333 +agreement: 14\.03\/apbd-2022\n/);
  expect(text).toMatch(/subscription +kepala +bupati@example\.org \(alerts; severity critical\)/);
  expect(text).toMatch(/letter-discard +petugas +alert-delivery: 2 dibuang \/ thrown away \(not-json; dicoba/);
  expect(text).toContain("14.03-coverage-dropped-2024-01-01");
  // Cut off before it was done: the record of its beginning stays.
  expect(text).toMatch(/redrive +petugas +coverage-day: begun/);
  expect(text).toContain("62ed3499 → 205facef, done: uji");
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(auditText([])).toBe("Belum ada apa-apa. / Nothing yet.");
});
