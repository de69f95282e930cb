// What the template's schedules start on a day, in the order of their times: functions are invoked as Lambda does for a caller that does not wait; queues
// get a message.
import type { Day } from "#shared/domain/day.ts";
import type { ScheduleResource } from "../template/compute.ts";
import type { AsynchronousInvocation } from "./asynchronous.ts";
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

interface ScheduleOptions extends Pick<DelivererOptions, "template" | "region" | "clock" | "queue"> {
  readonly invoke: AsynchronousInvocation;
}

/** Moves the clock to its time and starts it. @throws Error when a function still failed after its retries */
export type ScheduledRun = () => Promise<void>;

/** @throws Error for a schedule or a target that is not known here, before any day is run */
export function startSchedules({
  template,
  region,
  clock,
  queue,
  invoke,
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
    return (input) => invoke(fn, input);
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
