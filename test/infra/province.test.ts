import { expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { PROVINCES } from "#infra/provinces.ts";
import { regencyCode } from "#shared/domain/region.ts";

test("given only a code, an entry is a whole province with the usual thresholds, in Jakarta's region", () => {
  expect(province("51")).toEqual({
    code: "51",
    region: "ap-southeast-3",
    alertRules: { share: 0.01, workers: 100, criticalShare: 0.05, leadDays: [90, 30, 7], overdueDays: 45 },
    removalGuard: { workers: 10, share: 0.1, most: 500 },
    historyMonths: 25,
    retention: { rosterDays: 762, replacedDays: 90, rejectedRowsDays: 90, receiptDays: 1096, logDays: 90 },
    alerts: [],
    operators: [],
    uploaders: [],
    offices: [],
  });
});

const KEPT = province("14").retention;
const bengkalis = { regency: regencyCode("14.03") };

test.each([
  ["a code that no province has", () => province("99")],
  [
    "a subscription to a regency of another province",
    () => province("21", { alerts: [{ to: { email: "a@example.org" }, regencies: [regencyCode("14.03")] }] }),
  ],
  [
    "an uploader for a regency of another province",
    () => province("21", { uploaders: [{ name: "a", as: "user", rosters: [bengkalis] }] }),
  ],
  [
    "an uploader of another province's agreements",
    () =>
      province("14", { uploaders: [{ name: "a", as: "user", reference: [{ agreementsOf: regencyCode("21.71") }] }] }),
  ],
  ["an uploader who may upload nothing", () => province("14", { uploaders: [{ name: "a", as: "user", rosters: [] }] })],
  [
    "an uploader whose name cannot stand in a role's name",
    () => province("14", { uploaders: [{ name: "Dinas A", as: "user", rosters: [bengkalis] }] }),
  ],
  [
    "a slug without its segment",
    () => province("14", { uploaders: [{ name: "a", as: "user", rosters: [{ ...bengkalis, slug: "apbd-2022" }] }] }),
  ],
  [
    "two uploaders of one name",
    () =>
      province("14", {
        uploaders: [
          { name: "a", as: "user", rosters: [bengkalis] },
          { name: "a", as: "user", rosters: [bengkalis] },
        ],
      }),
  ],
  [
    "a roster that is gone before anybody can have decided",
    () => province("14", { retention: { ...KEPT, rosterDays: 14 } }),
  ],
  ["receipts that do not outlive their files", () => province("14", { retention: { ...KEPT, receiptDays: 800 } })],
  ["part of a day", () => province("14", { retention: { ...KEPT, rejectedRowsDays: 0.5 } })],
])("%s is refused", (_, entry) => {
  expect(entry).toThrow(RangeError);
});

test("Riau and at least one more province are deployed, each once, and their addresses are examples", () => {
  const codes = PROVINCES.map((one) => one.code);
  expect(codes).toContain("14");
  expect(codes.length).toBeGreaterThan(1);
  expect(new Set(codes).size).toBe(codes.length);
  const emails = PROVINCES.flatMap((one) => [
    ...one.operators,
    ...one.alerts.flatMap(({ to }) => ("email" in to ? [to.email] : [])),
  ]);
  for (const email of emails) expect(email).toMatch(/@example\.org$/);
});
