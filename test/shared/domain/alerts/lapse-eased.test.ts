// A warning of which a good part was renewed is told anew, once for each level: what was told, who is protected since, and who still goes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Alert, CoverageLapsing } from "#shared/domain/alert.ts";
import { type AlertState, decideAlerts } from "#shared/domain/alerts/decide-alerts.ts";
import { hasEased } from "#shared/domain/alerts/lapse-eased.ts";
import { type Day, day } from "#shared/domain/day.ts";
import { month } from "#shared/domain/month.ts";
import { days, firms, of, rules, told, vulnerable } from "./day-by-day.ts";
import { figuresOf, type SomeRoster } from "./figures.ts";

/** From 20 December on a list of the next year names so many. */
const next = (on: Day, workers: number, from = "2023-12-20") =>
  on < from ? [] : [of("rentan", "apbd-2024", "2024-01", workers)];
const from10December = (rosters: (on: Day) => readonly SomeRoster[], last = "2023-12-24") =>
  days("2023-12-10", last, rosters);
const lapsing = (alert: Alert | undefined): Alert & CoverageLapsing => {
  if (alert?.kind !== "coverage.lapsing") throw new Error(`${alert?.kind} is no warning`);
  return alert;
};

describe("a list for the next year that names most of those who were to go", () => {
  const renewed = () => from10December((on) => [firms, vulnerable("2024-01"), ...next(on, 22_000)], "2024-01-02");

  test("is told on its day and once, then the reminder and the fall name who is left", () => {
    expect(told(renewed())).toEqual([
      "2023-12-10 coverage.lapsing -24000",
      "2023-12-20 coverage.lapsing -2000",
      "2023-12-25 coverage.lapsing -2000",
      "2024-01-01 coverage.dropped -2000",
    ]);
  });

  test("says what was told before, and whose list made it less", () => {
    const alerts = renewed();
    const [first, eased, reminder] = alerts.map((one) => ("lastTold" in one ? one.lastTold : undefined));
    expect([first, reminder]).toEqual([null, null]);
    expect(eased).toEqual({
      alertId: "14.03-coverage-lapsing-2024-01-2023-12-10-t1",
      asOf: "2023-12-10",
      before: 82_126,
      after: 58_126,
      parts: [{ roster: "14.03/rentan/apbd-2024", segment: "rentan", cause: "joined-roster", workers: 22_000 }],
    });
    expect(alerts[1]).toMatchObject({ before: 82_126, after: 80_126, change: -2000, leadDays: 30 });
  });

  test("is as severe as the warning, so that whoever got that gets it, in every scope and segment alike", () => {
    const heads = renewed()
      .slice(0, 2)
      .map(({ kind, severity, scope, regency, segment }) => ({
        kind,
        severity,
        scope,
        regency,
        segment,
      }));
    expect(heads[0]).toEqual(heads[1]);
    expect(heads[0]?.severity).toBe("critical");
    // The reminder after it goes by what is left.
    const reminders = days("2023-11-20", "2023-12-03", (on) => [
      firms,
      vulnerable("2024-01"),
      ...next(on, 22_000, "2023-11-25"),
    ]);
    expect(reminders.map(({ asOf, severity }) => [asOf, severity])).toEqual([
      ["2023-11-20", "critical"],
      ["2023-11-25", "critical"],
      ["2023-12-02", "warning"],
    ]);
  });

  test("of a segment whose end others make good is told for the segment", () => {
    const some = from10December((on) => [
      firms,
      vulnerable("2024-01"),
      ...next(on, 15_000),
      of("bpu", "baru", "2024-01", on < "2023-12-20" ? 24_000 : 9000),
    ]);
    expect(told(some)).toEqual([
      "2023-12-10 coverage.lapsing rentan -24000",
      "2023-12-20 coverage.lapsing rentan -9000",
    ]);
    expect(some[1]).toMatchObject({ scope: "segment", lastTold: { before: 24_000, after: 0 } });
  });
});

test("each of two warnings is held against its own last word", () => {
  const village = of("perangkat-desa", "adk", "2022-11", 8000, "2024-02", 0);
  const alerts = from10December((on) => [
    firms,
    vulnerable("2024-01"),
    village,
    ...(on < "2023-12-20" ? [] : [of("perangkat-desa", "adk-2024", "2024-02", 6000)]),
  ]);
  expect(told(alerts)).toEqual([
    "2023-12-10 coverage.lapsing -24000",
    "2023-12-10 coverage.lapsing -8000",
    "2023-12-20 coverage.lapsing -2000",
  ]);
  expect(alerts[2]).toMatchObject({ lastTold: { alertId: alerts[1]?.alertId, before: 66_126, after: 58_126 } });
});

test("a reminder names the word before it where its level was another, though as many go then as were foreseen", () => {
  const alerts = days("2023-11-20", "2023-12-03", (on) => [
    firms,
    vulnerable("2024-01"),
    of("bpu", "a", "2022-01", 500, "2023-12", on < "2023-11-25" ? 500 : 700, "2024-01", 500),
  ]);
  expect(told(alerts)).toEqual(["2023-11-20 coverage.lapsing -24000", "2023-12-02 coverage.lapsing -24200"]);
  expect(alerts[1]).toMatchObject({ lastTold: { before: 82_626, after: 58_626, parts: [] } });
});

test("when the rest is renewed too the warning is taken back, by as many as were still to go", () => {
  const alerts = from10December((on) => [
    firms,
    vulnerable("2024-01"),
    ...next(on, 22_000, "2023-12-15"),
    ...(on < "2023-12-20" ? [] : [of("rentan", "csr-2024", "2024-01", 2000)]),
  ]);
  expect(told(alerts)).toEqual([
    "2023-12-10 coverage.lapsing -24000",
    "2023-12-15 coverage.lapsing -2000",
    "2023-12-20 coverage.recovered 2000",
  ]);
  expect(alerts[2]).toMatchObject({ before: 80_126, after: 82_126, stillEnding: 0 });
});

describe("how much is told", () => {
  const afterwards = (...lists: readonly number[]) =>
    from10December((on) => [
      firms,
      vulnerable("2024-01"),
      ...lists.flatMap((workers, place) =>
        on < `2023-12-${12 + place}` ? [] : [of("rentan", `next-${place}`, "2024-01", workers)],
      ),
    ]).slice(1);

  test.each([
    [5999, []],
    [6000, ["2023-12-12 coverage.lapsing -18000"]],
  ])("%i of 24,000: from a quarter on", (workers, expected) => {
    expect(told(afterwards(workers))).toEqual(expected);
  });

  test("small lists add up until they are a quarter of what was told last", () => {
    expect(told(afterwards(2000, 2000, 2000, 2000, 2000, 2000))).toEqual([
      "2023-12-14 coverage.lapsing -18000",
      "2023-12-17 coverage.lapsing -12000",
    ]);
  });

  test.each([
    [99, []],
    [100, ["2023-12-20 coverage.lapsing -200"]],
  ])("%i of 300 in a small regency: from its threshold of 100 on", (workers, expected) => {
    const alerts = from10December((on) => [
      of("ppu", "a", "2022-01", 3000),
      of("rentan", "a", "2022-01", 300, "2024-01", on < "2023-12-20" ? 0 : workers),
    ]);
    expect(told(alerts).slice(1)).toEqual(expected);
  });

  test("less than a threshold is left: it is taken back, and says who still goes", () => {
    const alerts = from10December((on) => [
      of("ppu", "a", "2022-01", 3000),
      of("rentan", "a", "2022-01", 400, "2024-01", on < "2023-12-20" ? 0 : 310),
    ]);
    expect(told(alerts)).toEqual(["2023-12-10 coverage.lapsing -400", "2023-12-20 coverage.recovered 310"]);
    expect(alerts[1]).toMatchObject({ clears: "coverage.lapsing", stillEnding: 90 });
  });

  test.each([
    [99, ["2023-12-20 coverage.lapsing -699", "2023-12-20 coverage.recovered rentan 301"]],
    [100, ["2023-12-20 coverage.lapsing -700"]],
  ])(
    "%i are left of a segment while its regency is going to fall by others: less than a threshold is taken back",
    (left, expected) => {
      const alerts = from10December((on) => {
        const [others, mine] = on < "2023-12-20" ? [3000, 0] : [2000, 400 - left];
        return [
          of("ppu", "a", "2022-01", 3000, "2024-01", others),
          of("rentan", "a", "2022-01", 400, "2024-01", mine),
          of("bpu", "baru", "2024-01", 400),
        ];
      });
      expect(told(alerts)).toEqual(["2023-12-10 coverage.lapsing rentan -400", ...expected]);
    },
  );

  test("who joins now and stays makes nobody's end good", () => {
    const alerts = from10December((on) => [
      firms,
      vulnerable("2024-01"),
      ...(on < "2023-12-20" ? [] : [of("bpu", "baru", "2023-12", 12_000)]),
    ]);
    expect(told(alerts)).toEqual(["2023-12-10 coverage.lapsing -24000"]);
  });

  test("who goes before is told by the fall, and not as if he had been renewed", () => {
    const alerts = from10December((on) => [firms, vulnerable("2024-01", on < "2023-12-20" ? 24_000 : 12_000)]);
    expect(told(alerts)).toEqual(["2023-12-10 coverage.lapsing -24000", "2023-12-20 coverage.dropped -12000"]);
  });

  test("what is taken back again is told as more that go, with the list that no longer names them", () => {
    const alerts = from10December((on) => [
      firms,
      vulnerable("2024-01"),
      ...next(on, on < "2023-12-22" ? 22_000 : 12_000),
    ]);
    expect(told(alerts).slice(1)).toEqual(["2023-12-20 coverage.lapsing -2000", "2023-12-22 coverage.lapsing -12000"]);
    expect(lapsing(alerts[2]).lastTold).toMatchObject({
      asOf: "2023-12-20",
      after: 80_126,
      parts: [{ roster: "14.03/rentan/apbd-2024", cause: "left-roster", workers: -10_000 }],
    });
  });

  test("an agreement that goes on counts by the lists that it makes expected, and says so", () => {
    const list = (on: Day): SomeRoster => ({
      ...of("bpu", "perisai", "2023-01", 9000, "2024-01", 0),
      expected: on < "2023-12-20" ? [] : [{ first: month("2023-01"), last: month("2024-12") }],
    });
    const alerts = from10December((on) => [firms, vulnerable("2024-01"), list(on)]);
    expect(told(alerts)).toEqual(["2023-12-10 coverage.lapsing -33000", "2023-12-20 coverage.lapsing -24000"]);
    expect(alerts[1]).toMatchObject({
      toCome: 9000,
      lastTold: { parts: [{ roster: "14.03/bpu/perisai", workers: 9000 }] },
    });
  });
});

test("the parts of what changed since the last word add up, whatever came in between", () => {
  const level = fc.integer({ min: 0, max: 12 }).map((count) => count * 250);
  const lists = fc.array(fc.tuple(level, level, level), { minLength: 14, maxLength: 14 });
  fc.assert(
    fc.property(lists, (some) => {
      const alerts = from10December((on) => {
        const [a = 0, b = 0, c = 0] = some[Number(on.slice(8)) - 10] ?? [];
        return [
          firms,
          vulnerable("2024-01", 6000),
          of("rentan", "a", "2022-01", 3000, "2024-01", a),
          of("bpu", "b", "2022-01", 3000, "2024-01", b),
          of("rentan", "c", "2024-01", c),
        ];
      });
      let before: (Alert & CoverageLapsing) | null = null;
      for (const alert of alerts.filter(({ segment, kind }) => segment === null && kind === "coverage.lapsing")) {
        const now = lapsing(alert);
        expect(now.lastTold === null).toBe(before === null || before.after === now.after);
        if (now.lastTold !== null) {
          const { asOf, before: was, after, parts } = now.lastTold;
          expect([asOf, was, after]).toEqual([before?.asOf, before?.before, before?.after]);
          expect(parts.reduce((sum, { workers }) => sum + workers, 0)).toBe(now.after - after);
        }
        before = now;
      }
    }),
  );
});

test("several lists of one day, in any order and with any of them twice, end with the same word; none names a level that was just named", () => {
  const names = ["a", "b", "c", "d"] as const;
  const sizes = { a: 9000, b: 7000, c: 500, d: 6000 };
  const anyOrder = fc.shuffledSubarray([...names, ...names], { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(anyOrder, (order) => {
      let state: AlertState | null = null;
      let ticket = 0;
      const alerts: Alert[] = [];
      const look = (asOf: string, closing: boolean, came: readonly (keyof typeof sizes)[]): void => {
        const lists = [...new Set(came)].sort().map((slug) => of("rentan", slug, "2024-01", sizes[slug]));
        const figures = figuresOf([firms, vulnerable("2024-01"), ...lists], [], { asOf, ticket: ++ticket, closing });
        const decided = decideAlerts(state, figures, rules);
        expect(decideAlerts(decided.state, figures, rules).alerts).toEqual([]);
        state = decided.state;
        alerts.push(...decided.alerts);
      };
      look("2023-12-10", true, []);
      for (let place = 1; place <= order.length; place += 1) look("2023-12-10", false, order.slice(0, place));
      for (const asOf of ["2023-12-11", "2023-12-12"]) look(asOf, true, names);
      const levels = alerts.map((one) => lapsing(one).after);
      expect(new Set(levels).size).toBe(levels.length);
      expect(levels.at(-1)).toBeGreaterThanOrEqual(58_126 + 22_000);
    }),
  );
});

test("what was told before it was remembered whom is told anew without the word before", () => {
  const before = [firms, vulnerable("2024-01")];
  const first = decideAlerts(null, figuresOf(before, [], { asOf: "2023-12-10", ticket: 1 }), rules).state;
  const older = { ...first, standing: first.standing.map((one) => ({ ...one, named: null })) };
  const now = [...before, ...next(day("2023-12-20"), 22_000)];
  const { alerts } = decideAlerts(older, figuresOf(now, [], { asOf: "2023-12-20", ticket: 2 }), rules);
  expect(alerts).toMatchObject([{ change: -2000, severity: "warning", lastTold: null }]);
});

test("renewed is only who is protected then and goes no longer", () => {
  const eased = (size: number, after: number) => hasEased({ size: 400, from: 1000 }, { size, after }, 100);
  expect([eased(300, 700), eased(300, 699), eased(301, 700)]).toEqual([true, false, false]);
});
