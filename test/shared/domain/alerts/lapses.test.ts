// What is foreseen, day by day: the 24,000 of Bengkalis, and every way in which a renewal can come or fail.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Alert } from "#shared/domain/alert.ts";
import { type AlertState, decideAlerts } from "#shared/domain/alerts/decide-alerts.ts";
import { stepAt } from "#shared/domain/coverage.ts";
import { addDays, type Day, day, daysBetween } from "#shared/domain/day.ts";
import { addMonths, month, monthOfDay, monthText } from "#shared/domain/month.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { days, firms, PRICE, rules, told, vulnerable } from "./day-by-day.ts";
import { figuresOf, type SomeRoster, since } from "./figures.ts";

describe("coverage.lapsing", () => {
  test("the 24,000 of Bengkalis: 90, 30 and 7 days before 1 January 2024, then the drop", () => {
    const alerts = days("2023-09-01", "2024-01-03", () => [firms, vulnerable("2024-01")]);
    expect(told(alerts)).toEqual([
      "2023-10-03 coverage.lapsing -24000",
      "2023-12-02 coverage.lapsing -24000",
      "2023-12-25 coverage.lapsing -24000",
      "2024-01-01 coverage.dropped -24000",
    ]);
    expect(alerts[0]).toMatchObject({
      firstDay: "2024-01-01",
      leadDays: 90,
      before: 82_126,
      after: 58_126,
      renewalRupiah: 403_200_000,
      parts: [
        { roster: "14.03/rentan/apbd-2022", cause: "protection-ended", workers: -24_000, renewalRupiah: 403_200_000 },
      ],
    });
    expect(alerts.map((one) => ("leadDays" in one ? one.leadDays : null))).toEqual([90, 30, 7, null]);
  });

  test("a renewal in time clears it, once, and nothing drops", () => {
    const alerts = days("2023-09-01", "2024-01-03", (on) => [
      firms,
      vulnerable(on < "2023-12-20" ? "2024-01" : "2025-01"),
    ]);
    expect(told(alerts)).toEqual([
      "2023-10-03 coverage.lapsing -24000",
      "2023-12-02 coverage.lapsing -24000",
      "2023-12-20 coverage.recovered 24000",
    ]);
    expect(alerts[2]).toMatchObject({ clears: "coverage.lapsing", before: 58_126, after: 82_126 });
  });

  test("a renewal of some leaves the rest foreseen, told on its day and at the next reminder", () => {
    const alerts = days("2023-11-30", "2023-12-27", (on) => [
      firms,
      vulnerable("2024-01", on < "2023-12-20" ? 24_000 : 9000),
      ...(on < "2023-12-20"
        ? []
        : [
            {
              ...firms,
              roster: rosterId("14.03/rentan/apbd-2024"),
              segment: "rentan" as const,
              workers: since("2022-11", 15_000),
            },
          ]),
    ]);
    expect(told(alerts)).toEqual([
      "2023-11-30 coverage.lapsing -24000",
      "2023-12-02 coverage.lapsing -24000",
      "2023-12-20 coverage.lapsing -9000",
      "2023-12-25 coverage.lapsing -9000",
    ]);
  });

  test("a reminder missed is sent once, the nearest one only", () => {
    expect(told(days("2023-12-10", "2023-12-26", () => [firms, vulnerable("2024-01")]))).toEqual([
      "2023-12-10 coverage.lapsing -24000",
      "2023-12-25 coverage.lapsing -24000",
    ]);
  });

  test("an end that moves to an earlier month is told for that month and not as a recovery of the later one", () => {
    const alerts = days("2023-10-05", "2023-12-02", (on) => [
      firms,
      vulnerable(on < "2023-11-20" ? "2024-01" : "2023-12"),
    ]);
    expect(told(alerts)).toEqual([
      "2023-10-05 coverage.lapsing -24000",
      "2023-11-20 coverage.lapsing -24000",
      "2023-11-24 coverage.lapsing -24000",
      "2023-12-01 coverage.dropped -24000",
    ]);
  });

  test("two lapses are told apart, and the renewal of one clears that one", () => {
    const village = (last: string): SomeRoster => ({
      roster: rosterId("14.03/perangkat-desa/adk"),
      segment: "perangkat-desa",
      workers: since("2022-11", 8000, last, 0),
    });
    const alerts = days("2023-11-03", "2023-12-22", (on) => [
      firms,
      vulnerable(on < "2023-12-20" ? "2024-01" : "2025-01"),
      village("2024-02"),
    ]);
    expect(told(alerts)).toEqual([
      "2023-11-03 coverage.lapsing -24000",
      "2023-11-03 coverage.lapsing -8000",
      "2023-12-02 coverage.lapsing -24000",
      "2023-12-20 coverage.recovered 24000",
    ]);
  });

  test("more who are going to end are told at once; fewer than a threshold more are not", () => {
    const more = (workers: number): SomeRoster => ({
      roster: rosterId("14.03/rentan/csr"),
      segment: "rentan",
      workers: since("2022-11", workers, "2024-01", 0),
    });
    const growing = (workers: number) =>
      told(
        days("2023-11-03", "2023-11-06", (on) => [
          firms,
          vulnerable("2024-01"),
          ...(on < "2023-11-05" ? [] : [more(workers)]),
        ]),
      );
    expect(growing(3000)).toEqual(["2023-11-03 coverage.lapsing -24000", "2023-11-05 coverage.lapsing -27000"]);
    expect(growing(300)).toEqual(["2023-11-03 coverage.lapsing -24000"]);
  });

  test("what a segment has told is not told again after the regency has told it for a while", () => {
    const rising: SomeRoster = { ...firms, workers: since("2022-01", 58_126, "2024-01", 82_126) };
    const alerts = days("2023-10-10", "2023-10-20", (on) => [
      on >= day("2023-10-13") && on < day("2023-10-16") ? firms : rising,
      vulnerable("2024-01"),
    ]);
    expect(told(alerts)).toEqual([
      "2023-10-10 coverage.lapsing rentan -24000",
      "2023-10-13 coverage.lapsing -24000",
      "2023-10-16 coverage.recovered 24000",
    ]);
  });

  test("an end that another segment makes good is told for its segment", () => {
    const alerts = days("2023-12-20", "2024-01-02", () => [
      firms,
      vulnerable("2024-01"),
      { roster: rosterId("14.03/bpu/baru"), segment: "bpu", workers: since("2024-01", 24_000) },
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-20 coverage.lapsing rentan -24000",
      "2023-12-25 coverage.lapsing rentan -24000",
      "2024-01-01 coverage.dropped rentan -24000",
    ]);
  });

  test("small ends that add up over months are foreseen for the month in which they reach the threshold", () => {
    const leaving: SomeRoster = { ...firms, workers: since("2022-01", 58_126, "2023-12", 57_726, "2024-01", 57_326) };
    const alerts = days("2023-11-20", "2024-01-01", () => [leaving]);
    expect(told(alerts)).toEqual([
      "2023-11-20 coverage.lapsing -800",
      // In December half of them are gone already.
      "2023-12-02 coverage.lapsing -400",
      "2023-12-25 coverage.lapsing -400",
      "2024-01-01 coverage.dropped -400",
    ]);
    expect(alerts.at(-1)).toMatchObject({ before: 57_726, after: 57_326, earlier: { level: 58_126 } });
  });

  test("Siak: the drop is told from the level that its warnings named, and what was lost two years before beside it", () => {
    const siak: SomeRoster = {
      roster: rosterId("14.08/non-asn/pemkab-siak"),
      segment: "non-asn",
      workers: since("2022-01", 7753, "2023-01", 7699, "2025-01", 0),
    };
    const alerts = days("2022-11-01", "2025-01-02", () => [siak]);
    expect(told(alerts)).toEqual([
      "2024-10-03 coverage.lapsing -7699",
      "2024-12-02 coverage.lapsing -7699",
      "2024-12-25 coverage.lapsing -7699",
      "2025-01-01 coverage.dropped -7699",
    ]);
    for (const alert of alerts) expect(alert).toMatchObject({ before: 7699, after: 0 });
    const earlier = { month: month("2022-12"), level: 7753, parts: [{ cause: "protection-ended", workers: -54 }] };
    expect(alerts.at(-1)).toMatchObject({ earlier });
  });

  test("a renewal that leaves some out names them, where nobody is left out it says that nothing ends", () => {
    const siak = (left: number): SomeRoster => ({
      roster: rosterId("14.08/non-asn/pemkab-siak"),
      segment: "non-asn",
      workers: since("2022-01", 7753, "2023-01", left),
    });
    const recovered = (left: number) =>
      days("2022-12-01", "2022-12-20", (on) => [siak(on < "2022-12-10" ? 0 : left)]).at(-1);
    const some = recovered(7699);
    expect(some).toMatchObject({ kind: "coverage.recovered", before: 0, after: 7699, stillEnding: 54 });
    expect(some?.message.id).toContain("tidak lagi sebesar itu: perlindungan 54 pekerja tetap berakhir.");
    expect(some?.message.en).toContain("is no longer as large: protection still ends for 54 workers.");
    const all = recovered(7753);
    expect(all).toMatchObject({ after: 7753, stillEnding: 0 });
    expect(all?.message.id).toContain("tidak terjadi lagi.");
  });

  test("files of the last day before a fall count in what it is told from, as in the warning that they made", () => {
    let state: AlertState | null = null;
    const alerts: Alert[] = [];
    const look = (asOf: string, ticket: number, closing: boolean, workers: number): void => {
      const roster = vulnerable("2024-01", workers);
      const decided = decideAlerts(state, figuresOf([firms, roster], [], { asOf, ticket, closing }), rules);
      state = decided.state;
      alerts.push(...decided.alerts);
    };
    look("2023-12-31", 1, true, 700);
    look("2023-12-31", 2, false, 3000);
    look("2024-01-01", 3, true, 3000);
    expect(told(alerts)).toEqual([
      "2023-12-31 coverage.lapsing -700",
      "2023-12-31 coverage.lapsing -3000",
      "2024-01-01 coverage.dropped -3000",
    ]);
    expect(alerts[2]).toMatchObject({ before: 61_126, after: 58_126, earlier: null });
  });

  test("a warning that another month's has taken over stands, and is not told again when it is its month after all", () => {
    const leaving = (...changes: readonly (string | number)[]): SomeRoster => ({
      ...firms,
      workers: since("2022-01", 58_126, ...changes),
    });
    const alerts = days("2023-11-04", "2023-12-01", (on) =>
      on >= "2023-11-10" && on < "2023-11-12"
        ? [leaving("2023-12", 57_500, "2024-01", 57_500)]
        : [leaving("2023-12", 57_726, "2024-01", 57_500)],
    );
    expect(told(alerts)).toEqual([
      "2023-11-04 coverage.lapsing -626",
      "2023-11-10 coverage.lapsing -626",
      "2023-11-12 coverage.recovered 226", // Of December, when it is January's again.
    ]);
  });

  test("a fall that has come early ends its warning without a word of recovery", () => {
    const alerts = days("2023-12-02", "2024-01-02", (on) => [
      firms,
      on < "2023-12-20" ? vulnerable("2024-01") : vulnerable("2023-12"),
    ]);
    expect(told(alerts)).toEqual(["2023-12-02 coverage.lapsing -24000", "2023-12-20 coverage.dropped -24000"]);
  });

  test("who is gone already is not told to be going", () => {
    const fewer: SomeRoster = { ...firms, workers: since("2022-01", 58_126, "2023-10", 57_726) };
    const alerts = days("2023-09-25", "2023-11-05", () => [fewer, vulnerable("2024-01")]);
    expect(told(alerts)).toEqual(["2023-10-03 coverage.lapsing -24000"]);
    expect(alerts[0]).toMatchObject({ before: 81_726, after: 57_726 });
  });

  test("what is renewed, but not so far that it clears, and then does not fall is over when its month begins", () => {
    const ending = (segment: "rentan" | "bpu", workers: number): SomeRoster => ({
      roster: rosterId(`14.03/${segment}/a`),
      segment,
      workers: since("2022-01", 500, "2024-01", 500 - workers),
    });
    const alerts = days("2023-12-10", "2024-01-03", (on) => {
      const workers = on < "2023-12-20" ? 60 : 45;
      return [{ ...firms, workers: since("2022-01", 3000) }, ending("rentan", workers), ending("bpu", workers)];
    });
    expect(told(alerts)).toEqual(["2023-12-10 coverage.lapsing -120", "2024-01-01 coverage.recovered 30"]);
    expect(alerts[1]).toMatchObject({ clears: "coverage.lapsing", before: 3880, after: 3910 });
  });

  test("an end that the regency's fall tells is not foreseen again for its segment, together with a later end of it", () => {
    const own = (segment: "ppu" | "bpu", ...changes: readonly (string | number)[]): SomeRoster => ({
      roster: rosterId(`14.03/${segment}/a`),
      segment,
      workers: since("2022-01", ...changes),
    });
    const alerts = days("2023-12-26", "2024-02-01", () => [
      own("ppu", 3000, "2024-01", 2940, "2024-02", 2950),
      own("bpu", 1000, "2024-01", 940, "2024-02", 890),
    ]);
    expect(told(alerts)).toEqual(["2023-12-26 coverage.lapsing -120", "2024-01-01 coverage.dropped -120"]);
  });

  test("any end is foreseen on the very days of the reminders, and dropped on its day", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 700, max: 40_000 }), (at, workers) => {
        const month = `2024-${String(at).padStart(2, "0")}`;
        const end = day(`${month}-01`);
        const alerts = days(addDays(end, -100), addDays(end, 1), () => [firms, vulnerable(month, workers)]);
        expect(alerts.map((one) => daysBetween(one.asOf, end))).toEqual([90, 30, 7, 0]);
      }),
    );
  });
});

describe("a list that comes every month", () => {
  const period = (first: string, last: string) => ({ first: month(first), last: month(last) });
  /** Everybody's list up to a month, with what its agreement says. */
  const monthly = (last: string, ...expected: readonly ReturnType<typeof period>[]): SomeRoster => ({
    roster: rosterId("14.03/bpu/perisai"),
    segment: "bpu",
    workers: since("2023-01", 1000, last, 0),
    contributionRupiah: since("2023-01", 1000 * PRICE, last, 0),
    expected,
  });
  /** Every list comes two days before its month begins, until the last one. */
  const listsUntil = (last: string, on: Day, ...expected: readonly ReturnType<typeof period>[]): SomeRoster => {
    const next = monthText(addMonths(monthOfDay(addDays(on, 2)), 1));
    return monthly(next < last ? next : last, ...expected);
  };

  test("is expected again while its agreement runs: what it protects has no certain end", () => {
    const alerts = days("2023-12-20", "2024-02-27", (on) => [
      firms,
      listsUntil("2025-01", on, period("2023-01", "2024-12")),
    ]);
    expect(told(alerts)).toEqual([]);
  });

  test("ends for certain with the last period: foreseen 90, 30 and 7 days before with those who are protected now, then told", () => {
    const alerts = days("2023-10-15", "2024-03-02", (on) => [
      firms,
      listsUntil("2024-03", on, period("2023-01", "2024-02")),
    ]);
    expect(told(alerts)).toEqual([
      "2023-12-02 coverage.lapsing -1000",
      "2024-01-31 coverage.lapsing -1000",
      "2024-02-23 coverage.lapsing -1000",
      "2024-03-01 coverage.dropped -1000",
    ]);
    expect(alerts[0]).toMatchObject({
      firstDay: "2024-03-01",
      before: 59_126,
      after: 58_126,
      toCome: 0,
      renewalRupiah: 16_800_000,
      parts: [{ roster: "14.03/bpu/perisai", cause: "protection-ended", workers: -1000, renewalRupiah: 16_800_000 }],
    });
  });

  test("that nobody knew to be monthly: its agreement of the same months takes no warning back", () => {
    const alerts = days("2024-01-02", "2024-03-02", (on) => [
      firms,
      on < "2024-01-05" ? monthly("2024-03") : monthly("2024-03", period("2024-01", "2024-02")),
    ]);
    expect(told(alerts)).toEqual([
      "2024-01-02 coverage.lapsing -1000",
      "2024-01-31 coverage.lapsing -1000",
      "2024-02-23 coverage.lapsing -1000",
      "2024-03-01 coverage.dropped -1000",
    ]);
  });

  test("an agreement that goes on takes it back, and says that this counts on lists which are still to come", () => {
    const alerts = days("2024-01-02", "2024-03-02", (on) => [
      firms,
      listsUntil(
        "2024-12",
        on,
        ...[period("2024-01", "2024-02"), period("2024-01", "2024-06")].slice(on < "2024-02-10" ? 0 : 1).slice(0, 1),
      ),
    ]);
    expect(told(alerts)).toEqual([
      "2024-01-02 coverage.lapsing -1000",
      "2024-01-31 coverage.lapsing -1000",
      "2024-02-10 coverage.recovered 1000",
    ]);
    expect(alerts[2]).toMatchObject({ clears: "coverage.lapsing", before: 58_126, after: 59_126, toCome: 1000 });
    expect(alerts[2]?.message.id).toContain(
      "Di antaranya 1.000 pekerja dari daftar bulanan yang belum datang, tetapi diharapkan datang lagi selama perjanjiannya berjalan; tanpa daftar itu 58.126.",
    );
  });

  test("a period that begins after a gap does not bring it back: the gap is a fall", () => {
    const gap = [period("2024-01", "2024-02"), period("2024-04", "2024-12")];
    const alerts = days("2024-01-02", "2024-04-02", () => [firms, monthly("2024-03", ...gap)]);
    expect(told(alerts)).toEqual([
      "2024-01-02 coverage.lapsing -1000",
      "2024-01-31 coverage.lapsing -1000",
      "2024-02-23 coverage.lapsing -1000",
      "2024-03-01 coverage.dropped -1000",
    ]);
  });

  test("a list for the next month that comes before this month has one is expected again too", () => {
    const early: SomeRoster = {
      ...monthly("2024-03"),
      workers: since("2024-02", 1000, "2024-03", 0),
      expected: [period("2023-01", "2024-12")],
    };
    expect(told(days("2024-01-20", "2024-02-28", () => [firms, early]))).toEqual([]);
  });

  test("is counted on in the warning of another one's end, which says so; after its own last month it is not", () => {
    const warned = (last: string) =>
      days("2023-12-02", "2023-12-02", () => [
        firms,
        vulnerable("2024-01"),
        monthly("2024-01", period("2023-01", last)),
      ]);
    expect(warned("2024-12")).toMatchObject([{ before: 83_126, after: 59_126, toCome: 1000 }]);
    expect(warned("2024-12")[0]?.message.en).toContain("This counts on 1,000 workers of monthly lists");
    expect(warned("2023-12")).toMatchObject([{ before: 83_126, after: 58_126, toCome: 0 }]);
    expect(warned("2023-12")[0]?.message.en).not.toContain("monthly lists");
  });

  test("what is foretold is what the figures say, but for what is said to be still to come", () => {
    const months = fc.integer({ min: 0, max: 11 });
    fc.assert(
      fc.property(months, months, fc.nat(11), (listed, agreed, other) => {
        const text = (at: number) => monthText(addMonths(month("2024-01"), at));
        const rosters = [firms, monthly(text(listed), period("2023-01", text(agreed))), vulnerable(text(other))];
        const { covered } = figuresOf(rosters, [], { asOf: "2023-12-20", ticket: 1 });
        for (const alert of days("2023-12-20", "2024-06-01", () => rosters)) {
          if (!("toCome" in alert)) continue;
          expect(alert.after - alert.toCome).toBe(stepAt(covered, alert.month));
        }
      }),
    );
  });
});
