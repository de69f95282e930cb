// Falls of a regency and of its segments are told once between them, and whether a fall is one of protection or of a file.
import { describe, expect, test } from "vitest";
import type { Alert } from "#shared/domain/alert.ts";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";
import { figuresOfSegment } from "#shared/domain/alerts/coverage-figures.ts";
import { type AlertState, decideAlerts } from "#shared/domain/alerts/decide-alerts.ts";
import { stepAt } from "#shared/domain/coverage.ts";
import { month } from "#shared/domain/month.ts";
import { rosterId } from "#shared/domain/roster.ts";
import type { Segment } from "#shared/domain/segment.ts";
import { figuresOf, type SomeRoster, since } from "./figures.ts";

const rules: AlertRules = { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 };

const roster = (segment: Segment, workers: number, more: Partial<SomeRoster> = {}): SomeRoster => ({
  roster: rosterId(`14.03/${segment}/a`),
  segment,
  workers: since("2022-01", workers),
  ...more,
});

/** One close a day, each with the rosters as they are then. */
function closes(days: readonly (readonly SomeRoster[])[]) {
  let state: AlertState | null = null;
  const alerts: Alert[] = [];
  for (const [place, rosters] of days.entries()) {
    const asOf = `2023-03-${String(place + 1).padStart(2, "0")}`;
    const decided = decideAlerts(state, figuresOf(rosters, [], { asOf, ticket: place + 1 }), rules);
    state = decided.state;
    alerts.push(...decided.alerts);
  }
  return { alerts, state };
}
const told = (alerts: readonly Alert[]) =>
  alerts.map((one) => `${one.segment ?? "all"} ${one.kind} ${"change" in one ? one.change : ""}`);

describe("a segment and its regency", () => {
  const ofRegency = (ppu: number, rentan: number) => [roster("ppu", ppu), roster("rentan", rentan)];

  test("what is too little for the regency is told for the segment, under an id of its own", () => {
    const { alerts, state } = closes([ofRegency(100_000, 1000), ofRegency(100_000, 700)]);
    expect(alerts).toMatchObject([
      {
        alertId: "14.03-coverage-dropped-rentan-2023-03-02-t2",
        scope: "segment",
        segment: "rentan",
        severity: "critical",
        before: 1000,
        after: 700,
        parts: [{ roster: "14.03/rentan/a", cause: "left-roster", workers: -300 }],
      },
    ]);
    expect(state?.levels.told).toBe(300);
  });

  test("what the segment has told is not told again for the regency", () => {
    const { alerts, state } = closes([
      ofRegency(100_000, 1000),
      ofRegency(100_000, 700),
      ofRegency(99_200, 700), // 1,100 fewer than at first, but 300 of them are told.
      ofRegency(99_200, 700),
      ofRegency(98_900, 700),
    ]);
    expect(told(alerts)).toEqual(["rentan coverage.dropped -300", "all coverage.dropped -300"]);
    expect(alerts[1]).toMatchObject({
      before: 99_900,
      after: 99_600,
      earlier: { level: 100_700, parts: [{ roster: "14.03/ppu/a", workers: -800 }] },
    });
    expect(alerts.map(({ asOf }) => asOf)).toEqual(["2023-03-02", "2023-03-05"]);
    expect(state?.levels.told).toBe(1400);
  });

  test("what the segment told on the first of a month stays told on the days after", () => {
    const ends = roster("rentan", 0, { workers: since("2022-01", 700, "2023-03", 500) });
    let state: AlertState | null = null;
    const levels: unknown[] = [];
    for (const [place, asOf] of ["2023-02-27", "2023-03-01", "2023-03-02"].entries()) {
      const figures = figuresOf([roster("ppu", 100_000), ends], [], { asOf, ticket: place + 1 });
      state = decideAlerts(state, figures, rules).state;
      levels.push(state.levels.whole.reference?.level);
    }
    expect(levels).toEqual([100_700, 100_500, 100_500]);
  });

  test.each([
    ["the regency", 1300, "all"],
    ["a segment", 100_000, "rentan"],
  ])("what %s told on a file, before the month's first close, is not told again at that close", (_, ppu, who) => {
    const ends = roster("rentan", 0, { workers: since("2022-01", 700, "2023-03", 500) });
    let state: AlertState | null = null;
    const alerts: Alert[] = [];
    const looks = [
      { asOf: "2023-02-01", ends: roster("rentan", 700) },
      { asOf: "2023-03-01", ends, closing: false },
      { asOf: "2023-03-01", ends },
      { asOf: "2023-03-02", ends },
    ];
    for (const [place, { ends: rentan, ...when }] of looks.entries()) {
      const figures = figuresOf([roster("ppu", ppu), rentan], [], { ...when, ticket: place + 1 });
      const decided = decideAlerts(state, figures, rules);
      state = decided.state;
      alerts.push(...decided.alerts);
    }
    expect(told(alerts)).toEqual([`${who} coverage.dropped -200`]);
  });

  test("what was lost before the segment told its fall is still told with the regency's, without what the segment told", () => {
    const { alerts } = closes([
      ofRegency(100_000, 1000),
      ofRegency(99_500, 1000), // 500 lost, too few to be told.
      ofRegency(99_500, 700),
      ofRegency(98_900, 700),
    ]);
    expect(told(alerts)).toEqual(["rentan coverage.dropped -300", "all coverage.dropped -600"]);
    expect(alerts[1]).toMatchObject({
      before: 100_200,
      after: 99_600,
      earlier: { level: 100_700, parts: [{ roster: "14.03/ppu/a", workers: -500 }] },
    });
  });

  test("what the regency has told is not told again for the segment; what the segment loses after that is", () => {
    const { alerts, state } = closes([
      ofRegency(100_000, 25_000),
      ofRegency(100_000, 1000),
      ofRegency(100_000, 1000),
      ofRegency(100_000, 850),
    ]);
    expect(told(alerts)).toEqual(["all coverage.dropped -24000", "rentan coverage.dropped -150"]);
    expect(state?.levels.told).toBe(24_150);
  });

  test("a segment that has recovered is told so, under an id of its own, and counts no fall", () => {
    const { alerts, state } = closes([
      ofRegency(100_000, 1000),
      ofRegency(100_000, 700),
      ofRegency(100_000, 990),
      ofRegency(100_000, 990),
    ]);
    expect(told(alerts)).toEqual(["rentan coverage.dropped -300", "rentan coverage.recovered 290"]);
    expect(alerts[1]).toMatchObject({
      alertId: "14.03-coverage-recovered-rentan-2023-03-03-t3",
      severity: "info",
      clears: "coverage.dropped",
      scope: "segment",
    });
    expect(state?.levels.told).toBe(300);
  });

  test("a segment whose last roster is gone is still watched", () => {
    const { alerts } = closes([ofRegency(100_000, 1000), [roster("ppu", 100_000)]]);
    expect(told(alerts)).toEqual(["rentan coverage.dropped -1000"]);
  });

  test("a segment's figures are its own rosters, and what they count beyond the segment is its overlap", () => {
    const figures = figuresOf([roster("ppu", 500), roster("rentan", 300)], [], { asOf: "2023-03-01", ticket: 1 });
    const withOverlap = { ...figures, segments: { ...figures.segments, rentan: since("2022-01", 280) } };
    const rentan = figuresOfSegment(withOverlap, "rentan");
    expect(rentan.rosters.map((one) => one.roster)).toEqual(["14.03/rentan/a"]);
    expect(stepAt(rentan.overlap, month("2023-03"))).toBe(20);
    expect(figuresOfSegment(figures, "bpu")).toEqual({ asOf: "2023-03-01", covered: [], rosters: [], overlap: [] });
  });
});

describe("a fall", () => {
  const doubtful = (released: boolean, rejected: number) => ({ doubt: { released, rejected } });
  const natureOf = (before: readonly SomeRoster[], after: readonly SomeRoster[]) =>
    closes([before, after]).alerts.map((one) => ("nature" in one ? one.nature : null));
  const all = [roster("ppu", 1000), roster("rentan", 1000)];

  test.each([
    ["to which somebody has released the removals", 500, 1000, doubtful(true, 0), "data"],
    ["of which at least half of the leavers' number was rejected", 500, 1000, doubtful(false, 250), "data"],
    ["of which fewer were rejected", 500, 1000, doubtful(false, 249), "real"],
    ["of which nothing was rejected", 500, 1000, doubtful(false, 0), "real"],
    ["of which nothing is known", 500, 1000, {}, "real"],
    ["with half of all leavers", 500, 500, doubtful(true, 0), "data"],
    ["with less than half of all leavers", 501, 499, doubtful(true, 0), "real"],
    ["that has grown while another list fell", 1200, 300, doubtful(true, 0), "real"],
  ])("of a list %s", (_, ppu, rentan, doubt, nature) => {
    const regency = natureOf(all, [roster("ppu", ppu, doubt), roster("rentan", rentan)]);
    expect(regency).toEqual([nature]);
  });

  test("the doubt about one list says nothing of another that fell", () => {
    expect(natureOf(all, [roster("ppu", 1000, doubtful(true, 500)), roster("rentan", 500)])).toEqual(["real"]);
  });

  test("is measured by all who were lost, not by what others gained meanwhile", () => {
    const three = (ppu: number, rentan: number, bpu: number) => [
      roster("ppu", ppu, doubtful(true, 0)),
      roster("rentan", rentan),
      roster("bpu", bpu),
    ];
    expect(natureOf(three(1000, 1000, 1000), three(500, 400, 1300))).toEqual(["real"]);
  });

  test("by time is real, whatever the list is worth", () => {
    const ends = since("2022-01", 1000, "2023-03", 0);
    let state: AlertState | null = null;
    const natures: unknown[] = [];
    for (const [place, asOf] of ["2023-02-28", "2023-03-01"].entries()) {
      const rosters = [roster("ppu", 1000), roster("rentan", 0, { workers: ends, ...doubtful(true, 900) })];
      const decided = decideAlerts(state, figuresOf(rosters, [], { asOf, ticket: place + 1 }), rules);
      state = decided.state;
      natures.push(...decided.alerts.flatMap((one) => ("nature" in one ? one.nature : [])));
    }
    expect(natures).toEqual(["real"]);
  });

  test("of small rosters, which stand together, is real: no single file is in doubt", () => {
    const small = (workers: number): SomeRoster => ({
      ...roster("rentan", workers, doubtful(true, 900)),
      roster: null,
    });
    expect(natureOf([roster("ppu", 1000), small(1000)], [roster("ppu", 1000), small(500)])).toEqual(["real"]);
  });
});
