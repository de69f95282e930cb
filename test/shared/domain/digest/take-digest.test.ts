import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, day } from "#shared/domain/day.ts";
import {
  type DigestLedger,
  daysToLookAt,
  LATE_DAYS,
  MOST_IN_A_MAIL,
  takeDigest,
} from "#shared/domain/digest/take-digest.ts";
import { provinceCode } from "#shared/domain/region.ts";
import { anyAlert } from "./any-alert.ts";

const RIAU = provinceCode("14");
const START = day("2024-01-01");

/** The alerts' ids in the order of telling; asks only for the days that the morning looks at, as the store does. */
function morningOf(ledger: DigestLedger | null, asOf: Day, recorded: readonly ReturnType<typeof anyAlert>[]) {
  const days = daysToLookAt(ledger, asOf);
  if (days === null) return { ledger, told: [], digests: [] };
  const found = recorded.filter((one) => one.asOf >= days.from && one.asOf <= days.to);
  const taken = takeDigest(ledger, found, days, { province: RIAU, asOf });
  return { ...taken, told: taken.digests.flatMap(({ alerts }) => alerts.map(({ alertId }) => alertId)) };
}

describe("the digests of many mornings", () => {
  /** When an alert is of, how late it is recorded, and which mornings have a run at all. */
  const anyHistory = fc.record({
    alerts: fc.array(fc.record({ of: fc.nat(20), late: fc.nat(LATE_DAYS) }), { maxLength: 30 }),
    skipped: fc.uniqueArray(fc.nat(70), { maxLength: 40 }),
    twice: fc.uniqueArray(fc.nat(70), { maxLength: 10 }),
  });

  test("tell every alert once, however late it was recorded and whatever mornings were missed", () => {
    fc.assert(
      fc.property(anyHistory, ({ alerts, skipped, twice }) => {
        const all = alerts.map(({ of, late }, index) => ({
          alert: anyAlert(`a${index}`, { asOf: addDays(START, of) }),
          recordedOn: of + late,
        }));
        let { ledger }: { ledger: DigestLedger | null } = morningOf(null, START, []);
        const told: string[] = [];
        for (let morning = 1; morning <= 72; morning += 1) {
          if (skipped.includes(morning)) continue;
          const there = all.filter(({ recordedOn }) => recordedOn < morning).map(({ alert }) => alert);
          for (const _run of twice.includes(morning) ? [1, 2] : [1]) {
            const taken = morningOf(ledger, addDays(START, morning), there);
            ledger = taken.ledger;
            told.push(...taken.told);
          }
        }
        expect(told.sort()).toEqual(all.map(({ alert }) => alert.alertId).sort());
      }),
      { numRuns: 60 },
    );
  });

  test("remember no more ids than may still be found", () => {
    let ledger: DigestLedger | null = null;
    for (let morning = 0; morning < 100; morning += 1) {
      const asOf = addDays(START, morning);
      ({ ledger } = morningOf(ledger, asOf, [anyAlert(`a${morning}`, { asOf })]));
    }
    expect(ledger?.told).toHaveLength(LATE_DAYS + 1);
  });
});

test("the first digest tells of the day before and of the night, not of what was alerted long ago", () => {
  const recorded = ["2023-11-01", "2023-12-31", "2024-01-01"].map((asOf) => anyAlert(asOf, { asOf }));
  const first = morningOf(null, START, recorded);
  expect(first.told).toEqual(["2023-12-31", "2024-01-01"]);
  expect(morningOf(first.ledger, addDays(START, 1), recorded).told).toEqual([]);
});

test("the most severe come first, then the older", () => {
  const recorded = [
    anyAlert("kabar", { asOf: "2023-12-31", severity: "info" }),
    anyAlert("siak", { asOf: "2024-01-01", severity: "critical", regency: "14.08" }),
    anyAlert("peringatan", { asOf: "2024-01-01" }),
    anyAlert("bengkalis", { asOf: "2024-01-01", severity: "critical" }),
    anyAlert("lama", { asOf: "2023-12-31", severity: "critical", regency: "14.08" }),
  ];
  const { told, digests } = morningOf(null, START, recorded);
  expect(told).toEqual(["lama", "bengkalis", "siak", "peringatan", "kabar"]);
  expect(digests).toMatchObject([{ digestId: "14-digest-2024-01-01", part: 1, parts: 1, total: 5, critical: 3 }]);
});

test("a morning without news has no digest, and one with very many has several, which share the alerts", () => {
  expect(morningOf(null, START, []).digests).toEqual([]);
  const many = Array.from({ length: MOST_IN_A_MAIL + 1 }, (_, index) => anyAlert(`a${index}`, { asOf: START }));
  const { told, digests } = morningOf(null, START, many);
  expect(new Set(told).size).toBe(many.length);
  expect(digests.map(({ digestId, part, alerts }) => [digestId, part, alerts.length])).toEqual([
    ["14-digest-2024-01-01-1", 1, MOST_IN_A_MAIL],
    ["14-digest-2024-01-01-2", 2, 1],
  ]);
});
