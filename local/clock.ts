// The province's own clock. It starts at eight in the morning (Asia/Jakarta) of a given day, runs on by real seconds, and never goes back.
import { type Day, dayInJakarta } from "#shared/domain/day.ts";
import type { EventStamp } from "./deliver/object-created.ts";

export interface ProvinceClock {
  /** UTC, ISO 8601. */
  now(): string;
  day(): Day;
  /** Moves on to an instant; one that has passed already leaves the clock as it is. */
  moveTo(instant: string): void;
  /**
   * Time and order for an event. No two events have the same second: the order of uploads is told by whole seconds first and by key
   * next, and on one machine what came later should count as later.
   */
  stamp(): EventStamp;
}

/** When offices open: the time at which a day is entered. */
export function morningOf(day: Day): string {
  return `${day}T01:00:00.000Z`;
}

export function startClock(day: Day): ProvinceClock {
  let base = Date.parse(morningOf(day));
  let since = performance.now();
  let lastSecond = 0;
  let events = 0;
  const milliseconds = (): number => base + (performance.now() - since);
  const advanceTo = (ms: number): void => {
    if (ms <= milliseconds()) return;
    base = ms;
    since = performance.now();
  };
  const now = (): string => new Date(milliseconds()).toISOString();
  return {
    now,
    day: () => dayInJakarta(now()),
    moveTo: (instant) => advanceTo(Date.parse(instant)),
    stamp: () => {
      const second = Math.max(Math.floor(milliseconds() / 1000), lastSecond + 1);
      lastSecond = second;
      advanceTo(second * 1000);
      const time = new Date(second * 1000).toISOString().replace(".000Z", "Z");
      return { time, sequencer: (++events).toString(16).toUpperCase().padStart(18, "0") };
    },
  };
}
