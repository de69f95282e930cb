// The rules on agreements, sources and targets, each day by day through the same decision as in the pipeline.
import { describe, expect, test } from "vitest";
import type { Alert } from "#shared/domain/alert.ts";
import type { AgreementSteps } from "#shared/domain/alerts/coverage-figures.ts";
import { dueMonths, paidUntil } from "#shared/domain/alerts/rules/agreement-budget.ts";
import { type Day, day } from "#shared/domain/day.ts";
import { month, monthText } from "#shared/domain/month.ts";
import type { AgreementPeriod } from "#shared/domain/reference/agreement.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { since } from "./figures.ts";
import { agreement, days, type Known, MONTHLY, period, steps, told } from "./some-agreement.ts";

describe("agreement.expiring", () => {
  const first = period("2022-11", "2023-12");

  test("90, 30 and 7 days before the day after the last month", () => {
    const alerts = days("2023-09-01", "2024-01-10", () => ({ agreements: [steps(agreement([first]))] }));
    expect(told(alerts)).toEqual([
      "2023-10-03 agreement.expiring warning",
      "2023-12-02 agreement.expiring warning",
      "2023-12-25 agreement.expiring critical",
    ]);
    expect(alerts[0]).toMatchObject({ lastDay: "2023-12-31", workers: 24_000, monthlyRupiah: 403_200_000 });
  });

  test("a period that follows at once clears it; one that leaves a gap does not", () => {
    const renewed = (from: string) =>
      told(
        days("2023-10-01", "2023-12-30", (on) => ({
          agreements: [steps(agreement(on < "2023-11-15" ? [first] : [first, period(from, "2024-12")]))],
        })),
      );
    expect(renewed("2024-01")).toEqual([
      "2023-10-03 agreement.expiring warning",
      "2023-11-15 agreement.recovered info agreement.expiring",
    ]);
    expect(renewed("2024-02")).toEqual([
      "2023-10-03 agreement.expiring warning",
      "2023-12-02 agreement.expiring warning",
      "2023-12-25 agreement.expiring critical",
    ]);
  });
});

describe("agreement.expiring after the end", () => {
  const first = period("2023-01", "2024-02");
  const expiring = (next: AgreementPeriod, from: string, to = "2024-04-05") =>
    days("2024-02-20", to, (on) => ({
      agreements: [steps(agreement(on < from ? [first] : [first, next]))],
    }));

  test("a renewal that comes late clears it on its day", () => {
    const alerts = expiring(period("2024-03", "2024-12"), "2024-03-05");
    expect(told(alerts)).toEqual([
      "2024-02-20 agreement.expiring warning",
      "2024-02-23 agreement.expiring critical",
      "2024-03-05 agreement.recovered info agreement.expiring",
    ]);
    expect(alerts[2]).toMatchObject({ first: month("2024-03"), last: month("2024-12"), gap: null });
    expect(alerts[2]?.message.id).toContain("sudah diperpanjang: Maret 2024 sampai Desember 2024.");
  });

  test.each([
    ["after the end", "2024-03-05"],
    ["long before the end", "2024-01-01"],
  ])("a period that leaves a gap, known %s, is told with it when it begins, and not as a continuation", (_, from) => {
    const alerts = expiring(period("2024-05", "2024-12"), from, "2024-05-05");
    expect(told(alerts)).toEqual([
      "2024-02-20 agreement.expiring warning",
      "2024-02-23 agreement.expiring critical",
      "2024-05-01 agreement.recovered info agreement.expiring",
    ]);
    expect(alerts[2]).toMatchObject({ gap: { first: month("2024-03"), last: month("2024-04") } });
    const { id, en } = alerts[2]?.message ?? { id: "", en: "" };
    expect(id).toContain(
      "Masa itu tidak langsung berlanjut: Maret 2024 sampai April 2024 tidak tercakup perjanjian ini.",
    );
    expect(en).toContain("It does not follow at once: March 2024 to April 2024 are in no period of this agreement.");
    expect(id + en).not.toMatch(/diperpanjang|renewed/);
  });

  test("a gap that is known before the end is named in its warnings", () => {
    const alerts = expiring(period("2024-04", "2024-12"), "2024-01-01");
    expect(alerts[0]).toMatchObject({ kind: "agreement.expiring", resumes: month("2024-04") });
    expect(alerts[0]?.message.id).toContain("dan tidak langsung berlanjut: masa berikutnya baru mulai April 2024.");
    expect(alerts[0]?.message.en).not.toContain("no renewal is known");
  });

  test("a period that fills the gap clears it on its day", () => {
    const next = period("2024-06", "2024-12");
    const alerts = days("2024-02-20", "2024-06-05", (on) => ({
      agreements: [steps(agreement(on < "2024-03-05" ? [first, next] : [first, period("2024-03", "2024-05"), next]))],
    }));
    expect(told(alerts)).toContain("2024-03-05 agreement.recovered info agreement.expiring");
    expect(alerts.find(({ kind }) => kind === "agreement.recovered")).toMatchObject({ gap: null });
  });

  test("an end that nobody renews is told no more", () => {
    expect(expiring(period("2024-03", "2024-12"), "2024-12-31")).toHaveLength(2);
  });

  test("of a monthly source whose last list is still to come names those who are protected now", () => {
    const lists = steps(agreement([first], { reporting: "monthly" }), {
      workers: since("2023-01", 200, "2024-02", 0),
      contributionRupiah: since("2023-01", 200 * 16_800, "2024-02", 0),
    });
    const [warning] = days("2024-01-20", "2024-01-20", () => ({ agreements: [lists] }));
    expect(warning).toMatchObject({ kind: "agreement.expiring", workers: 200, monthlyRupiah: 3_360_000 });
  });
});

describe("agreement.budget", () => {
  const budgeted = (budgetRupiah: number | null) => [
    steps(agreement([period("2022-11", "2023-12", { budgetRupiah })])),
  ];

  test("24,000 × 16,800 × 14 months is 5,644,800,000 and pays for all of it", () => {
    expect(14 * MONTHLY).toBe(5_644_800_000);
    expect(days("2022-11-01", "2023-12-31", () => ({ agreements: budgeted(5_644_800_000) })).filter(isBudget)).toEqual(
      [],
    );
  });

  test("Rp 403 million pay for November 2022 only, and look like a monthly sum", () => {
    const alerts = days("2023-09-01", "2023-09-03", () => ({ agreements: budgeted(403_000_000) }));
    expect(alerts).toMatchObject([
      {
        kind: "agreement.budget",
        severity: "critical",
        dueRupiah: 5_644_800_000,
        paidUntil: month("2022-11"),
        doubt: "monthly-sum",
      },
    ]);
  });

  test("is a warning while the money lasts long, critical from 90 days before it is gone, cleared by more money", () => {
    const ten = 10 * MONTHLY;
    const alerts = days("2022-11-01", "2023-08-31", (on) => ({
      agreements: budgeted(on < "2023-08-01" ? ten : 14 * MONTHLY),
    }));
    expect(told(alerts.filter(isBudget))).toEqual([
      "2022-11-01 agreement.budget warning",
      "2023-06-03 agreement.budget critical",
      "2023-08-01 agreement.recovered info agreement.budget",
    ]);
    expect(alerts[0]).toMatchObject({ paidUntil: month("2023-08"), doubt: null });
  });

  test("a rounded sum is let pass: Rp 5.6 billion for 5,644,800,000", () => {
    expect(days("2022-11-01", "2022-11-03", () => ({ agreements: budgeted(5_600_000_000) }))).toEqual([]);
  });

  test("without a budget, or without anything due, nothing is said", () => {
    expect(days("2022-11-01", "2022-11-02", () => ({ agreements: budgeted(null) }))).toEqual([]);
    const nobody = steps(agreement([period("2022-11", "2023-12", { budgetRupiah: 1_000_000 })]), {
      contributionRupiah: [],
    });
    expect(days("2022-11-01", "2022-11-02", () => ({ agreements: [nobody] }))).toEqual([]);
  });

  test("before there is a roster the planned head count is priced", () => {
    const planned = period("2024-01", "2024-12", { plannedWorkers: 50_000 });
    const due = dueMonths(steps(agreement([planned]), { contributionRupiah: [] }), planned);
    expect(due).toHaveLength(12);
    expect(due[0]).toEqual({ month: month("2024-01"), rupiah: 840_000_000 });
    // Rp 4.32 billion for 50,000 workers pay 5.14 months.
    const paid = paidUntil(due, 4_320_000_000);
    expect(paid && monthText(paid)).toBe("2024-05");
  });

  test("what is due by the planned head count is told as planned; by its rosters, as due", () => {
    const planned = period("2024-01", "2024-12", { plannedWorkers: 50_000, budgetRupiah: 4_320_000_000 });
    const budget = (contributionRupiah: AgreementSteps["contributionRupiah"]) =>
      days("2024-01-01", "2024-01-01", () => ({
        agreements: [steps(agreement([planned]), { contributionRupiah })],
      }))[0];
    const none = budget([]);
    expect(none).toMatchObject({ dueRupiah: 12 * 840_000_000, plannedWorkers: 50_000 });
    expect(none?.message.id).toContain(
      "iuran seluruh masa Rp 10.080.000.000 (menurut jumlah yang direncanakan, 50.000 pekerja; belum ada daftar)",
    );
    expect(none?.message.en).toContain("(by the planned number, 50,000 workers; no roster yet)");
    const known = budget(since("2024-01", 840_000_000));
    expect(known).toMatchObject({ dueRupiah: 12 * 840_000_000, plannedWorkers: null });
    expect(known?.message.id).not.toContain("direncanakan");
  });

  const isBudget = (one: Alert) => one.kind === "agreement.budget" || one.kind === "agreement.recovered";
});

describe("roster.overdue", () => {
  const roster = rosterId("14.03/ppu/cabang");
  const monthly = (reportedOn: string | null) => ({
    agreements: [
      steps(agreement([period("2023-01", "2024-12")], { reporting: "monthly" }), {
        reports: [{ roster, reportedOn: reportedOn === null ? null : day(reportedOn) }],
      }),
    ],
  });

  test("after 45 days without a list, critical after 90, cleared by a list", () => {
    const alerts = days("2023-03-01", "2023-07-31", (on) => monthly(on < "2023-07-01" ? "2023-02-16" : "2023-07-01"));
    expect(told(alerts)).toEqual([
      "2023-04-02 roster.overdue warning",
      "2023-05-17 roster.overdue critical",
      "2023-07-01 roster.recovered info roster.overdue",
    ]);
    expect(alerts[0]).toMatchObject({ roster, days: 45, reportedOn: "2023-02-16", countedFrom: null });
    expect(alerts[0]?.message.id).toContain("sudah 45 hari tidak dilaporkan. Daftar terakhir diterima 16 Februari");
  });

  test("its list clears it on its day, although the agreement had ended before, and goes on", () => {
    const ended = (on: Day) => ({
      agreements: [
        steps(
          agreement([period("2024-01", "2024-02"), ...(on < "2024-03-05" ? [] : [period("2024-03", "2024-12")])], {
            reporting: "monthly",
          }),
          { reports: [{ roster, reportedOn: day(on < "2024-03-05" ? "2024-01-02" : "2024-03-05") }] },
        ),
      ],
    });
    const alerts = days("2024-01-02", "2024-04-10", ended);
    expect(told(alerts)).toEqual([
      "2024-01-02 agreement.expiring warning",
      "2024-01-31 agreement.expiring warning",
      "2024-02-16 roster.overdue warning",
      "2024-02-23 agreement.expiring critical",
      "2024-03-05 agreement.recovered info agreement.expiring",
      "2024-03-05 roster.recovered info roster.overdue",
    ]);
  });

  test("an agreement that begins again after a gap asks for a list from then on, and says of the old silence nothing new", () => {
    const silent = (reportedOn: string) => ({
      agreements: [
        steps(agreement([period("2024-01", "2024-02"), period("2024-06", "2024-12")], { reporting: "monthly" }), {
          reports: [{ roster, reportedOn: day(reportedOn) }],
        }),
      ],
    });
    const overdue = (reportedOn: string) =>
      told(days("2024-01-02", "2024-07-20", () => silent(reportedOn)).filter(({ kind }) => kind.startsWith("roster.")));
    expect(overdue("2024-02-01")).toEqual(["2024-07-16 roster.overdue warning"]);
    const [alert] = days("2024-06-01", "2024-07-20", () => silent("2024-02-01")).filter(
      ({ kind }) => kind === "roster.overdue",
    );
    expect(alert).toMatchObject({ reportedOn: "2024-02-01", countedFrom: "2024-06-01", days: 45 });
    expect(alert?.message.id).toContain(
      "sudah 45 hari tidak dilaporkan, dihitung sejak 1 Juni 2024, saat masa perjanjiannya mulai. Daftar terakhir diterima 1 Februari 2024.",
    );
    expect(alert?.message.en).toContain(
      "has not been reported for 45 days, counted from 1 June 2024, when its agreement began. The last list came in on 1 February 2024.",
    );
    expect(overdue("2023-12-20")).toEqual(["2024-02-15 roster.overdue warning"]);
  });

  test("a source that never reported is measured from the first day of its agreement", () => {
    expect(told(days("2023-01-01", "2023-02-20", () => monthly(null)))).toEqual(["2023-02-15 roster.overdue warning"]);
  });
});

describe("coverage.below-target", () => {
  const workforce = { workers: 10_000, denominator: "penduduk-bekerja", year: 2022, source: "BPS" } as const;
  const target = { year: 2023, share: 0.55, denominator: "penduduk-bekerja", source: "RPJMD" } as const;
  const known = (covered: number, more: Known = {}): Known => ({
    covered,
    workforces: [workforce],
    targets: [target],
    ...more,
  });

  test("once at the start of what is known, once more in the last quarter, and cleared a fifth of a point above", () => {
    const covered = (on: Day) =>
      on < "2023-11-01" ? 5400 : on < "2023-11-10" ? 5500 : on < "2023-11-20" ? 5519 : 5520;
    expect(told(days("2023-09-28", "2023-11-22", (on) => known(covered(on))))).toEqual([
      "2023-09-28 coverage.below-target warning",
      "2023-10-01 coverage.below-target critical",
      "2023-11-20 coverage.recovered info coverage.below-target",
    ]);
  });

  test("two figures with different denominators are not compared, and without a figure there is no rate", () => {
    const eligible = [{ ...workforce, denominator: "pekerja-layak" as const }];
    expect(days("2023-02-01", "2023-02-03", () => known(100, { workforces: eligible }))).toEqual([]);
    expect(days("2023-02-01", "2023-02-03", () => known(100, { workforces: [] }))).toEqual([]);
  });

  test("a revised workforce makes it a matter of data", () => {
    const revised = [workforce, { ...workforce, year: 2023, workers: 12_000 }];
    const alerts = days("2023-02-01", "2023-02-05", (on) =>
      known(6000, on < "2023-02-03" ? {} : { workforces: revised }),
    );
    expect(alerts).toMatchObject([{ kind: "coverage.below-target", asOf: "2023-02-03", nature: "data" }]);
  });

  test("the target of another year says nothing", () => {
    expect(days("2024-02-01", "2024-02-03", () => known(100))).toEqual([]);
  });
});
