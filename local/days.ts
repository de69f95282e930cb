// Moves the province's day: every day in between is run, in order, each until the pipeline is at rest. There is no way back.
import { addDays, type Day } from "#shared/domain/day.ts";
import { morningOf, type ProvinceClock } from "./clock.ts";

export interface Days {
  /**
   * Runs each day after the last that ran, up to and including `to`, and enters it at eight in the morning; `onDay` is called then.
   * @throws RangeError when `to` lies before the province's day
   */
  moveDay(to: Day, onDay?: (day: Day) => Promise<void> | void): Promise<void>;
  /** Runs the schedules of one day and waits until the pipeline is at rest. */
  runDay(day: Day): Promise<void>;
}

export interface DaysOptions {
  readonly clock: ProvinceClock;
  readonly startSchedules: (day: Day) => Promise<void>;
  readonly idle: () => Promise<void>;
}

export function createDays({ clock, startSchedules, idle }: DaysOptions): Days {
  // The schedules of the first day ran, or would have, before the province was started.
  let lastRun = clock.day();
  let last: Promise<unknown> = Promise.resolve();

  async function runDay(day: Day): Promise<void> {
    await startSchedules(day);
    await idle();
  }

  async function move(to: Day, onDay: (day: Day) => Promise<void> | void): Promise<void> {
    if (to < clock.day())
      throw new RangeError(`the province is at ${clock.day()} already; days do not go back to ${to}`);
    await idle();
    while (lastRun < to) {
      const day = addDays(lastRun, 1);
      await runDay(day);
      lastRun = day;
      clock.moveTo(morningOf(day));
      await onDay(day);
      await idle();
    }
  }

  return {
    runDay,
    moveDay: (to, onDay = () => undefined) => {
      const moved = last.then(() => move(to, onDay));
      last = moved.catch(() => undefined);
      return moved;
    },
  };
}
