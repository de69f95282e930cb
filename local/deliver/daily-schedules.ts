// What the template's schedules start on a day, in the order of their times: functions are invoked as Lambda does for a caller that does not wait, with its retries
// and its dead letters; queues get a message.
import { setTimeout as wait } from "node:timers/promises";
import type { Day } from "#shared/domain/day.ts";
import type { FunctionHost } from "../function-host.ts";
import type { FunctionResource, ScheduleResource } from "../template/compute.ts";
import type { DelivererOptions } from "./deliverer.ts";
import { runsOn, scheduledInput } from "./schedule.ts";

/**
 * A reconciliation goes by the versions of objects and by the time at which S3 says they were put: the bucket on this machine has no versions, and its
 * time is not the province's. Here `cakupan reconcile` does it.
 */
const ON_AWS_ONLY = /-reconciliation$/;

export function runsHere({ name }: Pick<ScheduleResource, "name">): boolean {
  return !ON_AWS_ONLY.test(name);
}

type ScheduleOptions = Pick<DelivererOptions, "template" | "region" | "clock" | "queue" | "host" | "retryDelayMs">;

/** Moves the clock to its time and starts it. @throws Error when a function still failed after its retries */
export type ScheduledRun = () => Promise<void>;

/** @throws Error for a schedule or a target that is not known here, before any day is run */
export function startSchedules({
  template,
  region,
  clock,
  queue,
  host,
  retryDelayMs,
}: ScheduleOptions): (day: Day) => readonly ScheduledRun[] {
  const targets = template.schedules.filter(runsHere).map((schedule) => {
    runsOn(clock.day(), schedule);
    return { schedule, start: targetOf(schedule) };
  });

  function targetOf({ name, targetArn }: ScheduleResource): (input: unknown) => Promise<void> {
    if (targetArn.startsWith("arn:aws:sqs:")) {
      const target = queue(targetArn);
      return async (input) => target.send(JSON.stringify(input));
    }
    const fn = template.functions.find(({ arn }) => arn === targetArn);
    if (fn === undefined) throw new Error(`${name}: the local province knows no target ${targetArn}`);
    const running = host(fn.name);
    return (input) => invokeWithRetries(running, fn, input);
  }

  async function invokeWithRetries(running: FunctionHost, fn: FunctionResource, input: unknown): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await running.invoke(input);
        return;
      } catch (error) {
        if (attempt > fn.asyncRetries) {
          if (fn.asyncDeadLetterArn !== null) queue(fn.asyncDeadLetterArn).send(JSON.stringify(input));
          throw error;
        }
        await wait(retryDelayMs(attempt));
      }
    }
  }

  return (day) =>
    targets
      .flatMap(({ schedule, start }) => runsOn(day, schedule).map((instant) => ({ schedule, start, instant })))
      .sort((a, b) => a.instant.localeCompare(b.instant))
      .map(({ schedule, start, instant }) => () => {
        clock.moveTo(instant);
        return start(scheduledInput(schedule, instant, region));
      });
}
