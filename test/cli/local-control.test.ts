import { afterAll, beforeAll, expect, test } from "vitest";
import { CannotDo, UsageError } from "#cli/failures.ts";
import { moveLocalDay } from "#cli/local-control.ts";
import { type ControlEndpoint, startControl } from "#local/control.ts";
import { addDays, type Day, day } from "#shared/domain/day.ts";

let today = day("2024-01-02");
let control: ControlEndpoint;

beforeAll(async () => {
  control = await startControl(0, {
    status: () => ({}),
    idle: async () => undefined,
    day: () => today,
    moveDay: async (to: Day, onDay) => {
      while (today < to) {
        today = addDays(today, 1);
        if (today === "2024-01-06") throw new Error("the sixth does not work");
        onDay(today);
      }
    },
  });
});
afterAll(() => control.stop());

test("moving the day tells each day that ran, and a day that failed", async () => {
  const days: string[] = [];
  await moveLocalDay(control.url, day("2024-01-04"), (reached) => days.push(reached));
  expect(days).toEqual(["2024-01-03", "2024-01-04", "2024-01-04"]);
  await expect(moveLocalDay(control.url, day("2024-01-03"), () => undefined)).rejects.toThrow(UsageError);
  const failed = moveLocalDay(control.url, day("2024-01-08"), () => undefined);
  await expect(failed).rejects.toThrow("the sixth does not work");
  await expect(failed).rejects.toThrow(CannotDo);
});
