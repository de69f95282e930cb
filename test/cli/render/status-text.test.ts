import { expect, test } from "vitest";
import { statusText } from "#cli/render/status-text.ts";
import { day } from "#shared/domain/day.ts";
import { rosterId } from "#shared/domain/roster.ts";

test("an upload whose removals wait is named with both ways to decide", () => {
  const text = statusText({
    province: "14",
    lastDailyRun: day("2024-01-01"),
    uploads: {
      planned: [],
      held: [
        {
          uploadId: "3f2a9c81d0e74b6655aa",
          roster: "14.03/rentan/apbd",
          fileName: "daftar.csv",
          receivedAt: "2024-01-01T01:00:00Z",
          status: "held",
        },
      ],
      refused: [],
    },
    refusedFiles: { files: [], earlier: 0 },
    queues: [],
    deadLetters: [],
    notCounted: [],
    overdueLists: [],
    keyChanges: false,
  });
  expect(text).toContain("npx cakupan release 3f2a9c81d0e74b6655aa");
  expect(text).toContain("npx cakupan discard 3f2a9c81d0e74b6655aa");
});

test("a file that named no usable roster is named with what is wrong and the command that tells more", () => {
  const text = statusText({
    province: "14",
    lastDailyRun: null,
    uploads: { planned: [], held: [], refused: [] },
    refusedFiles: {
      files: [
        {
          uploadId: "3f2a9c81d0e74b6655aa",
          fileName: "daftar.csv",
          receivedAt: "2024-01-01T01:00:00Z",
          problem: { id: "Tulis kode dengan titik.", en: "Write the code with a dot." },
        },
      ],
      earlier: 3,
    },
    queues: [],
    deadLetters: [],
    notCounted: [],
    overdueLists: [],
    keyChanges: false,
  });
  expect(text).toContain(
    [
      "  daftar.csv (2024-01-01T01:00:00Z)",
      "    Tulis kode dengan titik.",
      "    Write the code with a dot.",
      "    npx cakupan receipt 3f2a9c81d0e74b6655aa",
      "  … dan 3 sebelumnya / and 3 earlier",
    ].join("\n"),
  );
});

test("dead letters are told with their queues and what to do, and not all is called counted without a word on them", () => {
  const none = { waiting: 0, inFlight: 0 };
  const status = {
    province: "14",
    lastDailyRun: day("2024-01-01"),
    uploads: { planned: [], held: [], refused: [] },
    refusedFiles: { files: [], earlier: 0 },
    queues: [{ name: "roster-uploads", queue: { waiting: 3, inFlight: 1 } }],
    notCounted: [],
    overdueLists: [],
    keyChanges: false,
  } as const;
  const text = statusText({
    ...status,
    deadLetters: [
      { name: "roster-uploads", deadLetters: { waiting: 1, inFlight: 1 } },
      { name: "coverage-day", deadLetters: none },
      { name: "alert-delivery", deadLetters: { waiting: 1, inFlight: 0 } },
    ],
  });
  expect(text).toMatch(/roster-uploads +3 +1 +2\n/);
  expect(text).toMatch(/coverage-day +- +- +0\n/);
  expect(text).toContain("THERE ARE DEAD LETTERS: roster-uploads 2, alert-delivery 1");
  expect(text).toContain("npx cakupan redrive roster-uploads --list");
  expect(text).toContain("npx cakupan redrive alert-delivery --to ARN");
  expect(text).toContain("--discard ID");
  expect(text).not.toContain("All that came in is counted.");
  const calm = statusText({ ...status, deadLetters: [{ name: "coverage-day", deadLetters: none }] });
  expect(calm).toContain("All that came in is counted.");
  expect(calm).not.toContain("redrive");
});

test("a list that is overdue is named beside figures that are counted to the last file, and a change of the key with the way on", () => {
  const text = statusText({
    province: "14",
    lastDailyRun: day("2024-01-01"),
    uploads: { planned: [], held: [], refused: [] },
    refusedFiles: { files: [], earlier: 0 },
    queues: [],
    deadLetters: [],
    notCounted: [],
    overdueLists: [
      { roster: rosterId("14.03/bpu/perisai"), reportedOn: day("2023-11-10"), daysSilent: 52 },
      { roster: rosterId("14.05/bpu/wadah"), reportedOn: null, daysSilent: 60 },
    ],
    keyChanges: true,
  });
  expect(text).toContain("All that came in is counted.");
  expect(text).toContain("14.03/bpu/perisai  52 hari, terakhir 2023-11-10 / 52 days, last 2023-11-10");
  expect(text).toContain("14.05/bpu/wadah  60 hari, terakhir belum pernah / 60 days, last never");
  expect(text).toContain("npx cakupan rekey --reason");
});
