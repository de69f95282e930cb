import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import type { CoverageFigures } from "#shared/domain/alerts/coverage-figures.ts";
import { type AlertState, decideAlerts, nothingSeen } from "#shared/domain/alerts/decide-alerts.ts";
import type { Standing } from "#shared/domain/alerts/standing.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { anyOverlap, anyRosters, figuresOf, level, since } from "./figures.ts";
import { agreement, period, steps } from "./some-agreement.ts";

const rules: AlertRules = { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 };

function decideAll(all: readonly CoverageFigures[]): {
  readonly alerts: readonly Alert[];
  readonly state: AlertState | null;
} {
  let state: AlertState | null = null;
  const alerts: Alert[] = [];
  for (const figures of all) {
    const decided = decideAlerts(state, figures, rules);
    alerts.push(...decided.alerts);
    state = decided.state;
  }
  return { alerts, state };
}

/** The same day after day, one close each, beginning on 2023-03-01. */
function closes(levels: readonly number[]): readonly CoverageFigures[] {
  return levels.map((workers, place) => level(workers, { asOf: dayOf(place), ticket: place + 1 }));
}
const dayOf = (place: number): string => `2023-03-${String(place + 1).padStart(2, "0")}`;
/** What was told of the past; warnings of what is to come have tests of their own. */
const falls = (alerts: readonly Alert[]) => alerts.filter(({ kind }) => kind !== "coverage.lapsing");
const told = (alerts: readonly Alert[]) =>
  falls(alerts).flatMap((alert) => ("before" in alert ? `${alert.kind} ${alert.before} ${alert.after}` : []));

const sequences: fc.Arbitrary<readonly CoverageFigures[]> = fc
  .array(fc.tuple(anyRosters, anyOverlap, fc.boolean(), fc.nat(27)), { maxLength: 12 })
  .map((list) =>
    list.map(([rosters, overlap, closing, at], place) =>
      figuresOf(rosters, overlap, { asOf: dayOf(at), ticket: place + 1, closing }),
    ),
  );

describe("the replay", () => {
  const rosters = [
    { roster: rosterId("14.03/non-asn/pemkab"), segment: "non-asn", workers: since("2022-01", 7994, "2025-01", 0) },
    { roster: rosterId("14.03/ppu/cabang"), segment: "ppu", workers: since("2023-02", 50_132) },
    { roster: rosterId("14.03/rentan/apbd-2022"), segment: "rentan", workers: since("2022-11", 24_000, "2024-01", 0) },
  ] as const;
  const on = (asOf: string, ticket: number) => figuresOf(rosters, [], { asOf, ticket });

  test("82,126 to 58,126 on 2024-01-01 is one critical alert with one part", () => {
    const { alerts } = decideAll([
      on("2023-12-30", 179),
      on("2023-12-31", 180),
      on("2024-01-01", 181),
      on("2024-01-02", 182),
    ]);
    expect(falls(alerts)).toHaveLength(1);
    expect(falls(alerts)[0]).toMatchObject({
      alertId: "14.03-coverage-dropped-2024-01-01-t181",
      kind: "coverage.dropped",
      severity: "critical",
      before: 82_126,
      after: 58_126,
      change: -24_000,
      parts: [{ roster: "14.03/rentan/apbd-2022", segment: "rentan", cause: "protection-ended", workers: -24_000 }],
    });
  });

  test("Siak's 54 fewer are below the threshold", () => {
    expect(decideAll(closes([7753, 7699, 7699])).alerts).toEqual([]);
  });
});

describe("decideAlerts", () => {
  test("figures seen twice, late or again in any order make no other alert and no other state", () => {
    fc.assert(
      fc.property(sequences, fc.infiniteStream(fc.nat(20)), (sequence, places) => {
        const once = decideAll(sequence);
        // After each message any of those seen so far comes again.
        const repeated = sequence.flatMap((figures, place) => {
          const again = sequence[(places.next().value ?? 0) % (place + 1)];
          return again === undefined ? [figures, figures] : [figures, again, figures];
        });
        expect(decideAll(repeated)).toEqual(once);
        expect(decideAll([...sequence, ...sequence])).toEqual(once);
      }),
    );
  });

  test("every alert's parts add up to its change, and no two alerts share an id", () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const { alerts } = decideAll(sequence);
        for (const alert of alerts) {
          if (!("parts" in alert)) continue;
          const { parts, change, before, after } = alert;
          expect(change).toBe(after - before);
          expect(sumOf(parts)).toBe(change);
          if (alert.kind !== "coverage.dropped" || alert.earlier === null) continue;
          expect(alert.earlier.level).toBeGreaterThan(before);
          expect(sumOf(alert.earlier.parts)).toBe(before - alert.earlier.level);
        }
        expect(new Set(alerts.map(({ alertId }) => alertId)).size).toBe(alerts.length);
      }),
    );
  });

  test("small falls, each below the threshold, add up to an alert as soon as their sum reaches it: the last of them, and those before", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10_000, max: 90_000 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 25 }),
        (top, falls) => {
          const levels = [top];
          for (const fall of falls) levels.push((levels.at(-1) ?? top) - fall);
          const reached = levels.findIndex((now) => top - now >= Math.max(top * 0.01, 100));
          const [first] = decideAll(closes(levels)).alerts;
          const earlier = reached === 1 ? null : { level: top };
          if (reached < 0) expect(first).toBeUndefined();
          else expect(first).toMatchObject({ before: levels[reached - 1], after: levels[reached], earlier });
        },
      ),
    );
  });

  test("a fall is told from the last close, also when files of one day make it together", () => {
    const figures = [10_000, 9960].map((workers, place) => level(workers, { asOf: "2023-03-01", ticket: place + 1 }));
    const ofOneDay = [9920, 9880].map((workers, place) =>
      level(workers, { asOf: "2023-03-01", ticket: place + 3, closing: false }),
    );
    const { alerts } = decideAll([...figures, ...ofOneDay]);
    expect(alerts).toMatchObject([{ before: 9960, after: 9880, earlier: { level: 10_000 } }]);
  });

  test("1 % of the level and 100 workers are both needed; 5 % is critical", () => {
    expect(decideAll(closes([57_000, 56_431])).alerts).toEqual([]);
    expect(decideAll(closes([57_000, 56_430])).alerts).toMatchObject([{ severity: "warning" }]);
    expect(decideAll(closes([1000, 901])).alerts).toEqual([]);
    expect(decideAll(closes([1000, 900])).alerts).toMatchObject([{ severity: "critical" }]);
    expect(decideAll(closes([10_000, 9501])).alerts).toMatchObject([{ severity: "warning" }]);
    expect(decideAll(closes([10_000, 9500])).alerts).toMatchObject([{ severity: "critical" }]);
  });

  test("each further fall of a threshold is told, the recovery once, against the level before the first", () => {
    const { alerts, state } = decideAll(closes([10_000, 9800, 9750, 9600, 9900, 9940, 9950, 10_000]));
    expect(told(alerts)).toEqual([
      "coverage.dropped 10000 9800",
      "coverage.dropped 9750 9600",
      "coverage.recovered 9600 9950",
    ]);
    expect(alerts[1]).toMatchObject({ earlier: { level: 9800, parts: [{ workers: -50 }] } });
    expect(alerts[2]).toMatchObject({ severity: "info", change: 350 });
    expect(state?.levels.whole).toMatchObject({ fallen: null, reference: { level: 10_000 } });
  });

  test("a fall from a level reached on the way back is told; the recovery still waits for the level before all", () => {
    const { alerts } = decideAll(closes([10_000, 8000, 9500, 9000, 9900, 9950]));
    expect(told(alerts)).toEqual([
      "coverage.dropped 10000 8000",
      "coverage.dropped 9500 9000",
      "coverage.recovered 9000 9950",
    ]);
  });

  test("a rise that no day closed on is no reference; a fall at noon is told at once, and its recovery too", () => {
    const at = (workers: number, ticket: number, closing: boolean) =>
      level(workers, { asOf: "2023-03-02", ticket, closing });
    const risen = [at(10_000, 1, true), at(20_000, 2, false), at(10_000, 3, true)];
    expect(decideAll(risen).alerts).toEqual([]);
    const noon = [at(10_000, 1, true), at(5000, 2, false), at(10_000, 3, false), at(10_000, 4, true)];
    expect(told(decideAll(noon).alerts)).toEqual(["coverage.dropped 10000 5000", "coverage.recovered 5000 10000"]);
  });

  test("a fall right after a recovery told at noon is told from there", () => {
    const at = (workers: number, ticket: number, closing: boolean) =>
      level(workers, { asOf: "2023-03-02", ticket, closing });
    const all = [at(10_000, 1, true), at(5000, 2, false), at(10_000, 3, false), at(7000, 4, false)];
    expect(told(decideAll(all).alerts).at(-1)).toBe("coverage.dropped 10000 7000");
  });

  test("a ticket already seen says nothing new, whatever it carries", () => {
    const now = { asOf: "2023-03-02", ticket: 1 };
    const { alerts, state } = decideAll([level(10_000, now), level(5000, now)]);
    expect(alerts).toEqual([]);
    expect(state?.levels.whole).toMatchObject({ reference: { level: 10_000 } });
  });

  test("the same level at a later close is remembered with its own month and rosters", () => {
    const first = {
      roster: rosterId("14.03/rentan/a"),
      segment: "rentan",
      workers: since("2023-01", 500, "2023-02", 0),
    } as const;
    const second = {
      roster: rosterId("14.03/rentan/b"),
      segment: "rentan",
      workers: since("2023-02", 500, "2023-04", 0),
    } as const;
    const { alerts } = decideAll(
      ["2023-01-31", "2023-02-01", "2023-04-01"].map((asOf, place) =>
        figuresOf([first, second], [], { asOf, ticket: place + 1 }),
      ),
    );
    expect(falls(alerts)).toMatchObject([
      { parts: [{ roster: "14.03/rentan/b", cause: "protection-ended", workers: -500 }] },
    ]);
  });

  test("a segment's fall that others make good takes nothing off what the regency's fall is measured from", () => {
    const at = (firms: number, vulnerable: number, selfEmployed: number) =>
      [
        { roster: rosterId("14.03/ppu/a"), segment: "ppu", workers: since("2022-01", firms) },
        { roster: rosterId("14.03/rentan/a"), segment: "rentan", workers: since("2022-01", vulnerable) },
        { roster: rosterId("14.03/bpu/a"), segment: "bpu", workers: since("2022-01", selfEmployed) },
      ] as const;
    const { alerts } = decideAll([
      figuresOf(at(4000, 1000, 1000), [], { asOf: "2023-03-01", ticket: 1 }),
      figuresOf(at(4000, 600, 1400), [], { asOf: "2023-03-02", ticket: 2 }),
      figuresOf(at(3940, 600, 1340), [], { asOf: "2023-03-02", ticket: 3, closing: false }),
    ]);
    expect(told(alerts)).toEqual(["coverage.dropped 1000 600", "coverage.dropped 6000 5880"]);
  });

  test("what stands names the alert that told it: of a warning the last one, of a fall the first", () => {
    const ends = { roster: rosterId("14.03/rentan/a"), segment: "rentan" } as const;
    const firms = { roster: rosterId("14.03/ppu/a"), segment: "ppu" } as const;
    const at = (asOf: string, ticket: number, workers: number) =>
      figuresOf(
        [
          { ...firms, workers: since("2022-01", workers) },
          { ...ends, workers: since("2022-01", 500, "2023-04", 0) },
        ],
        [],
        { asOf, ticket },
      );
    const { alerts, state } = decideAll([
      at("2023-03-01", 1, 5000),
      at("2023-03-02", 2, 4000),
      at("2023-03-03", 3, 3000),
    ]);
    expect(alerts.map(({ kind }) => kind)).toEqual([
      "coverage.lapsing",
      "coverage.dropped",
      "coverage.lapsing",
      "coverage.dropped",
    ]);
    expect(state?.standing.map(({ alertId }) => alertId)).toEqual([alerts[2]?.alertId]);
    expect(state?.levels.whole.fallen?.alertId).toBe(alerts[1]?.alertId);
  });

  test("what stands bears the kind by which it was told, whatever the rule", () => {
    const now = { asOf: "2023-11-15", ticket: 1 };
    const { asOf } = level(0, now);
    const workforce = { workers: 10_000, denominator: "penduduk-bekerja", year: 2022, source: "BPS" } as const;
    const lacking = agreement([period("2023-01", "2023-12", { budgetRupiah: 1 })], { reporting: "monthly" });
    const { alerts, state } = decideAll([
      {
        ...figuresOf(
          [{ roster: rosterId("14.03/rentan/a"), segment: "rentan", workers: since("2023-01", 500, "2024-01", 0) }],
          [],
          now,
        ),
        agreements: [steps(lacking, { reports: [{ roster: rosterId("14.03/rentan/a"), reportedOn: null }] })],
        workforces: [workforce],
        targets: [{ year: 2023, share: 0.55, denominator: "penduduk-bekerja", source: "RPJMD" }],
      },
    ]);
    expect(alerts).toHaveLength(5);
    expect(state?.standing).toEqual(
      alerts.map(({ kind, alertId }) =>
        expect.objectContaining({ kind, alertId, asOf, key: expect.stringContaining(`${kind}/`) }),
      ),
    );
  });

  test("a hold that was decided is over for its regency, once", () => {
    const now = { asOf: "2023-03-02", ticket: 1 };
    const { asOf } = level(0, now);
    const key = "roster.held/14.03/rentan/a/u1";
    const held: Standing = { key, kind: "roster.held", level: 1, size: 0, from: 0, alertId: "a", asOf, named: null };
    const { alerts, state } = decideAlerts({ ...nothingSeen(asOf), standing: [held] }, level(500, now), rules, ["u1"]);
    expect(alerts).toMatchObject([
      { kind: "roster.recovered", clears: "roster.held", severity: "info", scope: "regency" },
    ]);
    expect(state.standing).toEqual([]);
  });

  test("nothing is told before the first day's close", () => {
    const { alerts, state } = decideAll([
      level(10_000, { asOf: "2023-03-01", ticket: 1, closing: false }),
      level(10, { asOf: "2023-03-01", ticket: 2, closing: false }),
    ]);
    expect(alerts).toEqual([]);
    expect(state?.levels.whole.reference).toBeNull();
  });

  test("the day never goes back: newer figures of an older day are read as of the latest day", () => {
    const ends = {
      roster: rosterId("14.03/rentan/a"),
      segment: "rentan",
      workers: since("2023-01", 500, "2023-06", 0),
    } as const;
    const { alerts, state } = decideAll([
      figuresOf([ends], [], { asOf: "2023-05-31", ticket: 1 }),
      figuresOf([ends], [], { asOf: "2023-06-01", ticket: 2 }),
      figuresOf([ends], [], { asOf: "2023-05-30", ticket: 3 }),
    ]);
    expect(told(alerts)).toEqual(["coverage.dropped 500 0"]);
    expect(state).toMatchObject({ ticket: 3, asOf: "2023-06-01" });
  });
});

function sumOf(parts: readonly { readonly workers: number }[]): number {
  return parts.reduce((sum, { workers }) => sum + workers, 0);
}
