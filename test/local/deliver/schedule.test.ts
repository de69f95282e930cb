import { describe, expect, it } from "vitest";
import { runsOn, scheduledInput } from "#local/deliver/schedule.ts";
import { day } from "#shared/domain/day.ts";

const daily = (expression: string, timezone: string) => ({ name: "daily", expression, timezone });

describe("a schedule of once a day", () => {
  it.each([
    ["cron(10 0 * * ? *)", "Asia/Jakarta", "2023-12-31T17:10:00Z"],
    ["cron(0 8 * * ? *)", "Asia/Jakarta", "2024-01-01T01:00:00Z"],
    ["cron(10 17 * * ? *)", "UTC", "2023-12-31T17:10:00Z"],
    ["cron(30 1 * * ? *)", "Asia/Makassar", "2023-12-31T17:30:00Z"],
    ["cron(30 0 * * ? *)", "Asia/Jayapura", "2024-01-01T15:30:00Z"],
  ])("%s of %s falls on 2024-01-01 in Jakarta at %s", (expression, timezone, instant) => {
    expect(runsOn(day("2024-01-01"), daily(expression, timezone))).toEqual([instant]);
  });

  it.each(["rate(1 day)", "cron(0/5 * * * ? *)", "cron(10 0 1 * ? *)"])(
    "is the only one known: %s is refused",
    (expression) => {
      expect(() => runsOn(day("2024-01-01"), daily(expression, "UTC"))).toThrow(expression);
    },
  );
});

describe("the input of a schedule", () => {
  it("has the scheduled time where the scheduler's word for it stands", () => {
    const input = '{"time":"<aws.scheduler.scheduled-time>","day":"x"}';
    expect(scheduledInput({ arn: "arn", input }, "2023-12-31T17:10:00Z", "r")).toEqual({
      time: "2023-12-31T17:10:00Z",
      day: "x",
    });
  });

  it("is EventBridge's own event where a rule gives none", () => {
    const event = scheduledInput({ arn: "arn", input: null }, "2023-12-31T17:10:00Z", "r");
    expect(event).toMatchObject({ "detail-type": "Scheduled Event", time: "2023-12-31T17:10:00Z", resources: ["arn"] });
  });
});
