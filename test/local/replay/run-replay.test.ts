import { expect, test } from "vitest";
import { ARRIVALS, LAST_DAY } from "#local/replay/history.ts";
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

test("every file arrives on its day, where it belongs, and is through before the next one", async () => {
  const province = notedProvince();
  const progress: ReplayProgress[] = [];
  await runReplay(province, (one) => progress.push(one));

  expect(province.notes).toEqual([
    ...ARRIVALS.flatMap(({ day, objectKey }) => [`${day} put ${objectKey} true`, `${day} idle`]),
  ]);
  expect(province.today()).toBe(LAST_DAY);
  expect(progress.filter(({ kind }) => kind === "arrival")).toHaveLength(ARRIVALS.length);
  expect(progress.at(-1)).toEqual({ kind: "day", day: LAST_DAY, ran: 762, of: 762 });
});
