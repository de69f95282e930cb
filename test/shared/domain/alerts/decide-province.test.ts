import { describe, expect, test } from "vitest";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { decideProvince, type ProvinceState, type RegencyNews } from "#shared/domain/alerts/decide-province.ts";
import { day } from "#shared/domain/day.ts";
import { provinceCode, regencyCode } from "#shared/domain/region.ts";

const rules: AlertRules = { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 };
const RIAU = provinceCode("14");

/** `[regency, level, told]` of one night. */
type Night = readonly (readonly [string, number, number?])[];

function nights(
  all: readonly Night[],
  times = 1,
): { readonly alerts: readonly Alert[]; readonly state: ProvinceState | null } {
  let state: ProvinceState | null = null;
  const alerts: Alert[] = [];
  all.forEach((night, place) => {
    for (const [regency, level, told = 0] of night) {
      const asOf = day(`2023-03-${String(place + 1).padStart(2, "0")}`);
      const news: RegencyNews = { regency: regencyCode(regency), ticket: place + 1, asOf, closing: true, level, told };
      for (let time = 0; time < times; time += 1) {
        const decided: ReturnType<typeof decideProvince> = decideProvince(RIAU, state, news, rules);
        state = decided.state;
        alerts.push(...decided.alerts);
      }
    }
  });
  return { alerts, state };
}

const changes = (alerts: readonly Alert[]) => alerts.map((one) => `${one.kind} ${"change" in one ? one.change : ""}`);

describe("decideProvince", () => {
  test("falls that no regency told for itself add up to one of the province, with a part for each", () => {
    const { alerts } = nights([
      [
        ["14.01", 30_000],
        ["14.03", 80_000],
        ["14.08", 7000],
      ],
      [
        ["14.01", 29_600],
        ["14.03", 79_300],
        ["14.08", 6900],
      ],
    ]);
    expect(alerts).toMatchObject([
      {
        kind: "coverage.dropped",
        scope: "province",
        regency: null,
        name: "Provinsi Riau",
        before: 117_000,
        after: 115_800,
        parts: [
          { regency: "14.03", cause: "regency", workers: -700 },
          { regency: "14.01", cause: "regency", workers: -400 },
          { regency: "14.08", cause: "regency", workers: -100 },
        ],
      },
    ]);
  });

  test("a fall that its regency told is not told again; what others add is, once it reaches the threshold", () => {
    const start: Night = [
      ["14.01", 60_000],
      ["14.03", 80_000],
    ];
    expect(
      nights([
        start,
        [
          ["14.01", 60_000],
          ["14.03", 56_000, 24_000],
        ],
      ]).alerts,
    ).toEqual([]);
    const { alerts } = nights([
      start,
      [
        ["14.01", 58_700],
        ["14.03", 56_000, 24_000],
      ],
    ]);
    expect(changes(alerts)).toEqual(["coverage.dropped -1300"]);
  });

  test("what one regency lost and another gained in the same night is no fall, in whatever order they are seen", () => {
    const start: Night = [
      ["14.01", 60_000],
      ["14.03", 80_000],
    ];
    expect(
      nights([
        start,
        [
          ["14.01", 57_000],
          ["14.03", 83_000],
        ],
      ]).alerts,
    ).toEqual([]);
    expect(
      nights([
        start,
        [
          ["14.03", 83_000],
          ["14.01", 57_000],
        ],
      ]).alerts,
    ).toEqual([]);
  });

  test("a day that one regency never closed is evaluated when the next day begins", () => {
    const { alerts } = nights([
      [
        ["14.01", 60_000],
        ["14.03", 80_000],
      ],
      [["14.01", 57_000]],
      [
        ["14.01", 57_000],
        ["14.03", 80_000],
      ],
    ]);
    expect(alerts).toMatchObject([{ asOf: "2023-03-02", change: -3000 }]);
  });

  test("it recovers once it is back within half a threshold", () => {
    const { alerts } = nights([
      [
        ["14.01", 60_000],
        ["14.03", 80_000],
      ],
      [
        ["14.01", 57_000],
        ["14.03", 80_000],
      ],
      [
        ["14.01", 59_300],
        ["14.03", 80_000],
      ],
      [
        ["14.01", 60_000],
        ["14.03", 80_000],
      ],
    ]);
    expect(changes(alerts)).toEqual(["coverage.dropped -3000", "coverage.recovered 2300"]);
  });

  test("messages that come again change nothing", () => {
    const all: readonly Night[] = [
      [
        ["14.01", 60_000],
        ["14.03", 80_000],
      ],
      [
        ["14.01", 57_000],
        ["14.03", 79_000, 1000],
      ],
      [
        ["14.01", 57_000],
        ["14.03", 79_000, 1000],
      ],
    ];
    expect(nights(all, 3)).toEqual(nights(all));
  });
});

describe("a day of the province", () => {
  type Message = Partial<Omit<RegencyNews, "asOf">> & { readonly asOf: string; readonly level: number };
  /** Messages of one regency or several, in the order of their tickets. */
  function decide(all: readonly Message[]) {
    let state: ProvinceState | null = null;
    const alerts: Alert[] = [];
    all.forEach(({ asOf, ...message }, place) => {
      const about = { regency: regencyCode("14.03"), ticket: place + 1, closing: true, told: 0 };
      const decided = decideProvince(RIAU, state, { ...about, ...message, asOf: day(asOf) }, rules);
      state = decided.state;
      alerts.push(...decided.alerts);
    });
    return { alerts, state: state as ProvinceState | null };
  }
  const told = (alerts: readonly Alert[]) =>
    alerts.map((one) => `${one.alertId} ${"before" in one ? `${one.before} ${one.after}` : ""}`);

  test("figures older than those seen of a regency say nothing, neither do the same ones again", () => {
    const seen = decide([{ asOf: "2023-03-01", level: 80_000, ticket: 5 }]);
    for (const ticket of [4, 5]) {
      const after = decide([
        { asOf: "2023-03-01", level: 80_000, ticket: 5 },
        { asOf: "2023-03-02", level: 40_000, ticket },
      ]);
      expect(after).toEqual(seen);
    }
  });

  test("is evaluated once: what changes after its close waits for the next one", () => {
    const { alerts } = decide([
      { asOf: "2023-03-01", level: 80_000 },
      { asOf: "2023-03-01", level: 70_000, closing: false },
      { asOf: "2023-03-01", level: 60_000, closing: false },
      { asOf: "2023-03-02", level: 60_000 },
    ]);
    expect(told(alerts)).toEqual(["14-coverage-dropped-2023-03-02 80000 60000"]);
  });

  test("that a regency never closed is evaluated when the next one begins", () => {
    const other = { regency: regencyCode("14.01") };
    const { alerts } = decide([
      { asOf: "2023-03-01", level: 80_000 },
      { asOf: "2023-03-01", level: 1000, ...other },
      { asOf: "2023-03-02", level: 60_000 },
      { asOf: "2023-03-02", level: 1000, closing: false, ...other },
      { asOf: "2023-03-03", level: 60_000 },
    ]);
    expect(told(alerts)).toEqual(["14-coverage-dropped-2023-03-02 81000 61000"]);
  });

  test("what a regency had told before is taken off once, not every day", () => {
    const { alerts } = decide([
      { asOf: "2023-03-01", level: 80_000, told: 500 },
      { asOf: "2023-03-02", level: 79_000, told: 500 },
    ]);
    expect(told(alerts)).toEqual(["14-coverage-dropped-2023-03-02 80000 79000"]);
  });

  test("small falls add up, a rise is the new reference, and a recovery is told against the level before", () => {
    const levels = [80_000, 79_700, 79_400, 79_200, 82_000, 81_000, 82_000];
    const { alerts } = decide(levels.map((level, place) => ({ asOf: `2023-03-0${place + 1}`, level })));
    expect(told(alerts)).toEqual([
      "14-coverage-dropped-2023-03-04 80000 79200",
      "14-coverage-recovered-2023-03-05 79200 82000",
      "14-coverage-dropped-2023-03-06 82000 81000",
      "14-coverage-recovered-2023-03-07 81000 82000",
    ]);
  });

  test("a close at the same level is the new reference: only what moved since is explained", () => {
    const night = (place: number, a: number, b: number): readonly Message[] => [
      { asOf: `2023-03-0${place}`, level: a, regency: regencyCode("14.01") },
      { asOf: `2023-03-0${place}`, level: b, regency: regencyCode("14.03") },
    ];
    const { alerts } = decide([...night(1, 30_000, 50_000), ...night(2, 31_000, 49_000), ...night(3, 31_000, 48_000)]);
    expect(alerts).toMatchObject([{ parts: [{ regency: "14.03", workers: -1000 }] }]);
  });
});
