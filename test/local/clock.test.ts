import { describe, expect, it } from "vitest";
import { morningOf, startClock } from "#local/clock.ts";
import { day } from "#shared/domain/day.ts";

describe("the province's clock", () => {
  it("starts at eight in the morning in Jakarta", () => {
    const clock = startClock(day("2021-12-01"));
    expect(clock.now()).toMatch(/^2021-12-01T01:00:0/);
    expect(clock.day()).toBe("2021-12-01");
  });

  it("moves on and never back", () => {
    const clock = startClock(day("2021-12-01"));
    clock.moveTo("2021-12-31T17:10:00Z");
    expect(clock.day()).toBe("2022-01-01");
    clock.moveTo(morningOf(day("2021-12-05")));
    expect(clock.day()).toBe("2022-01-01");
  });

  it("gives every event a later second and a higher sequencer, and is then at that second", () => {
    const clock = startClock(day("2021-12-01"));
    const stamps = Array.from({ length: 300 }, () => clock.stamp());
    const times = stamps.map(({ time }) => time);
    const sequencers = stamps.map(({ sequencer }) => sequencer);
    expect(times).toEqual([...new Set(times)].sort());
    expect(sequencers).toEqual([...new Set(sequencers)].sort());
    expect(times[0]).toMatch(/^2021-12-01T01:00:\d\dZ$/);
    expect(clock.now() >= `${times.at(-1)?.slice(0, 19)}.000Z`).toBe(true);
  });
});
