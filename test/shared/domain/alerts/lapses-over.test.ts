// How a warning ends: renewed, moved to another month, come early, or come as foreseen. Each of them is told once, and by one alert.
import { describe, expect, test } from "vitest";
import type { Day } from "#shared/domain/day.ts";
import { days, firms, of, told, vulnerable } from "./day-by-day.ts";
import type { SomeRoster } from "./figures.ts";

/** Makes good whatever `vulnerable` ends with January 2024. */
const others = (workers: number): SomeRoster => of("bpu", "baru", "2024-01", workers);

describe("a renewal", () => {
  test("of a segment whose end others made good is told for the segment", () => {
    const alerts = days("2023-12-20", "2023-12-24", (on) => [
      firms,
      vulnerable(on < "2023-12-22" ? "2024-01" : "2025-01"),
      others(24_000),
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-20 coverage.lapsing rentan -24000",
      "2023-12-22 coverage.recovered rentan 24000",
    ]);
    expect(alerts[1]).toMatchObject({
      severity: "info",
      scope: "segment",
      clears: "coverage.lapsing",
      before: 0,
      after: 24_000,
      parts: [{ roster: "14.03/rentan/apbd-2022", segment: "rentan", cause: "joined-roster", workers: 24_000 }],
    });
  });

  test("of a segment is told although the regency is going to fall, by others", () => {
    const alerts = days("2023-12-20", "2023-12-24", (on) => [
      { ...firms, ...(on < "2023-12-22" ? {} : of("ppu", "cabang", "2022-01", 58_126, "2024-01", 20_000)) },
      vulnerable(on < "2023-12-22" ? "2024-01" : "2025-01"),
      others(24_000),
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-20 coverage.lapsing rentan -24000",
      "2023-12-22 coverage.lapsing -14126",
      "2023-12-22 coverage.recovered rentan 24000",
    ]);
  });

  test.each([
    [75, ["2023-12-20 coverage.lapsing -120", "2023-12-22 coverage.recovered 45"]],
    [76, ["2023-12-20 coverage.lapsing -120"]],
  ])("that leaves %i of a threshold of 100: cleared when it is three quarters of it or less", (left, expected) => {
    const ending = (on: Day) => of("rentan", "a", "2022-01", 500, "2024-01", 500 - (on < "2023-12-22" ? 120 : left));
    const alerts = days("2023-12-20", "2023-12-24", (on) => [of("ppu", "a", "2022-01", 3000), ending(on)]);
    expect(told(alerts)).toEqual(expected);
    for (const alert of alerts) expect(alert).toMatchObject({ scope: "regency", segment: null });
  });
});

describe("an end that moves to a later month", () => {
  const village = (last: string, ...more: readonly (string | number)[]) =>
    of("perangkat-desa", "adk", "2022-11", 8000, last, ...(more.length > 0 ? more : [0]));

  test("is told for that month and not as a recovery of the earlier one", () => {
    const alerts = days("2023-12-10", "2023-12-24", (on) => [
      firms,
      vulnerable(on < "2023-12-20" ? "2024-01" : "2024-02"),
    ]);
    expect(told(alerts)).toEqual(["2023-12-10 coverage.lapsing -24000", "2023-12-20 coverage.lapsing -24000"]);
    expect(alerts[1]).toMatchObject({ firstDay: "2024-02-01" });
  });

  test("is told with those who were to go then, as one", () => {
    const alerts = days("2023-12-10", "2023-12-24", (on) => [
      firms,
      vulnerable(on < "2023-12-20" ? "2024-01" : "2024-02"),
      village("2024-02"),
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-10 coverage.lapsing -24000",
      "2023-12-10 coverage.lapsing -8000",
      "2023-12-20 coverage.lapsing -32000",
    ]);
  });

  test("is told with them from exactly a threshold more on", () => {
    // A hundredth of 90,000.
    const moving = (last: string) => of("rentan", "a", "2022-11", 900, last, 0);
    const alerts = days("2023-12-10", "2023-12-24", (on) => [
      of("ppu", "a", "2022-01", 81_100),
      moving(on < "2023-12-20" ? "2024-01" : "2024-02"),
      village("2024-02"),
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-10 coverage.lapsing -900",
      "2023-12-10 coverage.lapsing -8000",
      "2023-12-20 coverage.lapsing -8900",
    ]);
  });

  test("says nothing of a renewal in a month before a larger end, which is told", () => {
    const alerts = days("2023-12-10", "2023-12-24", (on) => [
      firms,
      vulnerable("2024-02"),
      village(on < "2023-12-20" ? "2024-01" : "2025-01"),
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-10 coverage.lapsing -8000",
      "2023-12-10 coverage.lapsing -24000",
      "2023-12-20 coverage.recovered 8000",
    ]);
  });

  test("says nothing of another segment's renewal, which is told beside what is foreseen for the regency", () => {
    const alerts = days("2023-12-10", "2023-12-24", (on) => [
      firms,
      vulnerable(on < "2023-12-20" ? "2024-01" : "2025-01"),
      others(24_000),
      village(on < "2023-12-20" ? "2025-01" : "2024-02"),
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-10 coverage.lapsing rentan -24000",
      "2023-12-20 coverage.recovered rentan 24000",
      "2023-12-20 coverage.lapsing -8000",
    ]);
  });
});

describe("a fall that has come early", () => {
  test("and is made good again is over once: its warning went with it", () => {
    const alerts = days("2023-12-02", "2024-01-03", (on) => [
      firms,
      vulnerable(on < "2023-12-20" ? "2024-01" : on < "2023-12-27" ? "2023-12" : "2025-01"),
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-02 coverage.lapsing -24000",
      "2023-12-20 coverage.dropped -24000",
      "2023-12-27 coverage.recovered 24000",
    ]);
    expect(alerts[2]).toMatchObject({ clears: "coverage.dropped" });
  });
});

describe("when the month has come", () => {
  /** From 28 December on 15,000 of the 24,000 go on. */
  const renewed = (on: Day): readonly SomeRoster[] =>
    on < "2023-12-28"
      ? [firms, vulnerable("2024-01")]
      : [firms, vulnerable("2024-01", 9000), of("rentan", "apbd-2024", "2022-11", 15_000)];

  test("who did go is told, and not as well that fewer went than was foreseen", () => {
    expect(told(days("2023-12-25", "2024-01-02", renewed))).toEqual([
      "2023-12-25 coverage.lapsing -24000",
      "2023-12-28 coverage.lapsing -9000",
      "2024-01-01 coverage.dropped -9000",
    ]);
  });

  test("nor for a segment, whether its fall is told for it or with the regency's", () => {
    expect(told(days("2023-12-25", "2024-01-02", (on) => [...renewed(on), others(24_000)]))).toEqual([
      "2023-12-25 coverage.lapsing rentan -24000",
      "2023-12-28 coverage.lapsing rentan -9000",
      "2024-01-01 coverage.dropped rentan -9000",
    ]);
    const without = days("2023-12-25", "2024-01-02", (on) => [...renewed(on), others(on < "2023-12-28" ? 24_000 : 0)]);
    expect(told(without)).toEqual([
      "2023-12-25 coverage.lapsing rentan -24000",
      "2023-12-28 coverage.lapsing -9000",
      "2024-01-01 coverage.dropped -9000",
    ]);
  });

  /** Of a segment's 120 only 90 go, which is no fall. */
  const fewer = (segment: "rentan" | "bpu", on: Day) =>
    of(segment, "a", "2022-01", 500, "2024-01", 500 - (on < "2023-12-28" ? 120 : 90));
  const more = (segment: "pmi" | "non-asn", workers: number) =>
    of(segment, "a", "2022-01", 500, "2024-01", 500 + workers);

  test("what did not come about in a segment is told, whatever falls in another one", () => {
    const alerts = days("2023-12-25", "2024-01-02", (on) => [
      of("ppu", "a", "2022-01", 3000, "2024-01", on < "2024-01-01" ? 3000 : 2600),
      fewer("rentan", on),
      more("pmi", on < "2023-12-28" ? 120 : 90),
      more("non-asn", on < "2024-01-01" ? 0 : 400),
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-25 coverage.lapsing rentan -120",
      "2024-01-01 coverage.dropped ppu -400",
      "2024-01-01 coverage.recovered rentan 30",
    ]);
  });

  test("what a segment's fall tells of the regency's warning is not told beside it", () => {
    const part = (segment: "rentan" | "bpu", on: Day, then: number) =>
      of(segment, "a", "2022-01", 500, "2024-01", on < "2023-12-28" ? 440 : then);
    const alerts = days("2023-12-25", "2024-01-02", (on) => [
      of("ppu", "a", "2022-01", 3000, "2024-01", on < "2023-12-28" ? 3000 : 3020),
      part("rentan", on, 500),
      part("bpu", on, 390),
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-25 coverage.lapsing -120",
      "2023-12-28 coverage.lapsing bpu -110",
      "2024-01-01 coverage.dropped bpu -110",
    ]);
  });

  test("what did not come about is told although the next month's end is foreseen from that day on", () => {
    const later = (on: Day) => of("ppu", "a", "2022-01", 3000, "2024-02", on < "2024-01-01" ? 3000 : 2000);
    const alerts = days("2023-12-25", "2024-01-01", (on) => [
      later(on),
      of("rentan", "a", "2022-01", 500, "2024-01", 500 - (on < "2023-12-28" ? 120 : 90)),
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-25 coverage.lapsing -120",
      "2024-01-01 coverage.recovered 30",
      "2024-01-01 coverage.lapsing -1000",
    ]);
  });
});
