// What was lost before a fall that is told is explained by what was known when it was lost: neither the file that makes the fall known, nor a file between,
// is taken for protection that ended.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CoverageDropped } from "#shared/domain/alert.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { type AlertState, decideAlerts } from "#shared/domain/alerts/decide-alerts.ts";
import { type Steps, stepAt } from "#shared/domain/coverage.ts";
import { addDays, type Day, day } from "#shared/domain/day.ts";
import { addMonths, month, monthOfDay } from "#shared/domain/month.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { figuresOf, type SomeRoster, since } from "./figures.ts";

const rules: AlertRules = { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 };

/** A file of a day: the roster as it is known from then on. */
interface File {
  readonly on: string;
  readonly slug?: string;
  readonly workers: Steps;
}

/** Every day is closed in the morning, then its files come in; the falls that are told. */
function falls(files: readonly File[], { from = "2024-01-01", to = "2024-06-30" } = {}): readonly CoverageDropped[] {
  const rosters = new Map<string, SomeRoster>();
  const told: CoverageDropped[] = [];
  let state: AlertState | null = null;
  let ticket = 0;
  const look = (asOf: Day, closing: boolean): void => {
    ticket += 1;
    const decided = decideAlerts(state, figuresOf([...rosters.values()], [], { asOf, ticket, closing }), rules);
    state = decided.state;
    for (const alert of decided.alerts) if (alert.kind === "coverage.dropped") told.push(alert);
  };
  for (let today = day(from); today <= day(to); today = addDays(today, 1)) {
    if (rosters.size > 0) look(today, true);
    for (const { on, slug = "kop", workers } of files) {
      if (on !== today) continue;
      rosters.set(slug, { roster: rosterId(`14.71/bpu/${slug}`), segment: "bpu", workers });
      look(today, false);
    }
  }
  return told;
}

describe("what was lost earlier", () => {
  test("in files alone: the last file's own drop is no part of it, and nobody's protection ended", () => {
    const [fall, ...others] = falls([
      { on: "2024-01-02", workers: since("2024-01", 2000) },
      { on: "2024-02-10", workers: since("2024-01", 2000, "2024-02", 1960) },
      { on: "2024-03-10", workers: since("2024-01", 2000, "2024-02", 1960, "2024-03", 1930) },
      { on: "2024-04-10", workers: since("2024-01", 1850) },
    ]);
    expect(others).toEqual([]);
    expect(fall).toMatchObject({
      before: 1930,
      after: 1850,
      parts: [{ roster: "14.71/bpu/kop", cause: "left-roster", workers: -80 }],
      earlier: {
        asOf: "2024-02-10",
        level: 2000,
        parts: [{ roster: "14.71/bpu/kop", segment: "bpu", cause: "left-roster", workers: -70 }],
      },
    });
  });

  test("names the day of the count, whatever its month has become since", () => {
    const [fall] = falls([
      { on: "2024-02-01", workers: since("2024-01", 1200) },
      { on: "2024-03-10", workers: since("2024-01", 1200, "2024-03", 1150) },
      { on: "2024-04-10", workers: since("2024-01", 1200, "2024-03", 1150, "2024-04", 1090) },
    ]);
    expect(fall).toMatchObject({
      before: 1150,
      after: 1090,
      earlier: { asOf: "2024-03-10", level: 1200, parts: [{ cause: "left-roster", workers: -50 }] },
    });
  });

  test("in months that ran out, and in a file: each by its own cause, of its own roster", () => {
    const [fall] = falls([
      { on: "2024-01-02", workers: since("2024-01", 1500, "2024-03", 1460) },
      { on: "2024-01-02", slug: "lain", workers: since("2024-01", 500) },
      { on: "2024-03-10", slug: "lain", workers: since("2024-01", 500, "2024-03", 470) },
      { on: "2024-04-10", workers: since("2024-01", 1380) },
    ]);
    expect(fall?.earlier).toMatchObject({
      level: 2000,
      parts: [
        { roster: "14.71/bpu/kop", cause: "protection-ended", workers: -40 },
        { roster: "14.71/bpu/lain", cause: "left-roster", workers: -30 },
      ],
    });
  });

  test("of a state that does not remember it, has no cause", () => {
    const figures = (workers: number, asOf: string, ticket: number) =>
      figuresOf([{ roster: rosterId("14.71/bpu/kop"), segment: "bpu", workers: since("2024-01", workers) }], [], {
        asOf,
        ticket,
      });
    let { state } = decideAlerts(null, figures(2000, "2024-02-01", 1), rules);
    state = decideAlerts(state, figures(1930, "2024-02-02", 2), rules).state;
    const { levels } = state;
    const { latest } = levels.whole;
    const old = latest && { ...latest, changes: null };
    state = { ...state, levels: { ...levels, whole: { ...levels.whole, latest: old } } };
    state = decideAlerts(state, figures(1920, "2024-02-03", 3), rules).state;
    expect(decideAlerts(state, figures(1850, "2024-02-04", 4), rules).alerts).toMatchObject([
      { before: 1920, earlier: { parts: [{ roster: null, segment: null, cause: "others", workers: -80 }] } },
    ]);
  });

  test("adds up; where only files shortened lists, all of it has left a roster", () => {
    const anyCut = fc.record({
      after: fc.integer({ min: 1, max: 25 }),
      slug: fc.constantFrom("kop", "lain"),
      workers: fc.integer({ min: 5, max: 60 }),
      wholly: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyCut, { minLength: 3, maxLength: 10 }), (cuts) => {
        const last = new Map<string, Steps>([
          ["kop", since("2024-01", 3000)],
          ["lain", since("2024-01", 2000)],
        ]);
        const files: File[] = [...last].map(([slug, workers]) => ({ on: "2024-01-02", slug, workers }));
        let on = day("2024-01-03");
        for (const { after, slug, workers, wholly } of cuts) {
          on = addDays(on, after);
          const before = last.get(slug) ?? [];
          const now = monthOfDay(on);
          const left = stepAt(before, now) - workers;
          // A file takes who is gone off from its own month on, or off all the months.
          const kept = wholly ? before.map(([at, had]) => [at, Math.min(had, left)] as const) : before;
          const steps: Steps = [...kept.filter(([at]) => at < now), [now, left]];
          last.set(slug, now === month("2024-01") || !wholly ? steps : [[addMonths(now, -12), left]]);
          files.push({ on, slug, workers: last.get(slug) ?? [] });
        }
        for (const { earlier, before } of falls(files, { to: on })) {
          if (earlier === null) continue;
          expect(earlier.parts.reduce((sum, { workers }) => sum + workers, 0)).toBe(before - earlier.level);
          expect(new Set(earlier.parts.map(({ cause }) => cause))).toEqual(new Set(["left-roster"]));
        }
      }),
      { numRuns: 30 },
    );
  });
});
