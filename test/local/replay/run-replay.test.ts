import { expect, test } from "vitest";
import { FIRST_DAY, HISTORY, LAST_DAY } from "#local/replay/history.ts";
import { FIRST_REFERENCE } from "#local/replay/reference-files.ts";
import { type ReplayProgress, runReplay } from "#local/replay/run-replay.ts";
import { addDays, type Day, day } from "#shared/domain/day.ts";

/** A province that notes what happens to it, in order. */
function notedProvince() {
  const notes: string[] = [];
  let today: Day = day("2021-12-01");
  return {
    notes,
    put: async (key: string, body: Uint8Array) => notes.push(`${today} put ${key} ${body.length > 0}`),
    idle: async () => void notes.push(`${today} idle`),
    moveDay: async (to: Day, onDay: (reached: Day) => void) => {
      while (today < to) {
        today = addDays(today, 1);
        onDay(today);
      }
    },
    today: () => today,
  };
}

test("what is known at first comes first; every file arrives on its day, under its roster, and is through before the next day begins", async () => {
  const province = notedProvince();
  const progress: ReplayProgress[] = [];
  await runReplay(province, (one) => progress.push(one));

  expect(province.notes).toEqual([
    ...FIRST_REFERENCE.map(({ objectKey }) => `${FIRST_DAY} put ${objectKey} true`),
    `${FIRST_DAY} idle`,
    ...HISTORY.flatMap((arrival) => [
      `${arrival.day} put rosters/${arrival.roster}/${arrival.fileName} true`,
      `${arrival.day} idle`,
    ]),
  ]);
  expect(province.today()).toBe(LAST_DAY);
  expect(progress.filter(({ kind }) => kind === "arrival")).toHaveLength(HISTORY.length);
  expect(progress.at(-1)).toEqual({ kind: "day", day: LAST_DAY, ran: 762, of: 762 });
});
