import { expect, test } from "vitest";
import { statusText } from "#cli/render/status-text.ts";
import { day } from "#shared/domain/day.ts";

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
    refusedKeys: [],
    queues: [],
    notFresh: [],
  });
  expect(text).toContain("npx cakupan release 3f2a9c81d0e74b6655aa");
  expect(text).toContain("npx cakupan discard 3f2a9c81d0e74b6655aa");
});
