// When a schedule of the template falls on a day of the province, and what it then sends.
import { addDays, type Day, dayInJakarta } from "#shared/domain/day.ts";
import type { ScheduleResource } from "../template/compute.ts";
import { LOCAL_ACCOUNT } from "../template/identity.ts";

/**
 * The instants (UTC, whole seconds) of the day in Asia/Jakarta at which the schedule runs.
 * @throws RangeError for a schedule that is not once a day: the pipeline has no other, and another must be given a meaning here first
 */
export function runsOn(
  day: Day,
  { name, expression, timezone }: Pick<ScheduleResource, "name" | "expression" | "timezone">,
): readonly string[] {
  const time = /^cron\((\d{1,2}) (\d{1,2}) (?:\* \* \?|\? \* \*) \*\)$/.exec(expression);
  if (time === null)
    throw new RangeError(`${name}: only schedules of once a day run on this machine, not ${expression}`);
  const [minute, hour] = [time[1] ?? "", time[2] ?? ""].map((part) => part.padStart(2, "0"));
  return [addDays(day, -1), day, addDays(day, 1)]
    .map(
      (local) => `${new Date(`${local}T${hour}:${minute}:00${offsetOf(timezone, local)}`).toISOString().slice(0, 19)}Z`,
    )
    .filter((instant) => dayInJakarta(instant) === day);
}

// Made once for each time zone: making one takes longer than all else that a day without news takes here.
const formats = new Map<string, Intl.DateTimeFormat>();

/** e.g. `+07:00`. */
function offsetOf(timezone: string, day: Day): string {
  const format =
    formats.get(timezone) ?? new Intl.DateTimeFormat("en", { timeZone: timezone, timeZoneName: "longOffset" });
  formats.set(timezone, format);
  const name = format.formatToParts(new Date(`${day}T00:00:00Z`)).find(({ type }) => type === "timeZoneName");
  const offset = name?.value.replace("GMT", "") ?? "";
  return offset === "" ? "Z" : offset;
}

/** What the target gets: the input of the schedule with the scheduler's own words filled in, or the event of an EventBridge rule. */
export function scheduledInput(
  { arn, input }: Pick<ScheduleResource, "arn" | "input">,
  instant: string,
  region: string,
): unknown {
  const executionId = `local-${instant}`;
  if (input !== null) {
    const words: Readonly<Record<string, string>> = {
      "<aws.scheduler.scheduled-time>": instant,
      "<aws.scheduler.schedule-arn>": arn,
      "<aws.scheduler.execution-id>": executionId,
      "<aws.scheduler.attempt-number>": "1",
    };
    return JSON.parse(input.replace(/<aws\.scheduler\.[a-z-]+>/g, (word) => words[word] ?? word));
  }
  const event = { version: "0", id: executionId, "detail-type": "Scheduled Event", source: "aws.events" };
  return { ...event, account: LOCAL_ACCOUNT, time: instant, region, resources: [arn], detail: {} };
}
