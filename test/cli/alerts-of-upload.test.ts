import { expect, test } from "vitest";
import { alertsOfUpload, overtakenBy } from "#cli/alerts-of-upload.ts";
import { type AlertState, nothingSeen } from "#shared/domain/alerts/decide-alerts.ts";
import { day } from "#shared/domain/day.ts";
import { NO_ROWS, type Receipt } from "#shared/domain/receipt.ts";
import { NO_REFERENCE } from "#shared/domain/reference/regency-reference.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";

const RULES = { share: 0.01, workers: 100, criticalShare: 0.1, leadDays: [90, 30, 7], overdueDays: 45 };
const TODAY = day("2024-01-02");
const BENGKALIS = regencyCode("14.03");
const ROSTER = rosterId("14.03/rentan/apbd");

function receiptOf(status: Receipt["status"], more: Partial<Receipt> = {}): Receipt {
  return {
    uploadId: "-",
    roster: ROSTER,
    fileName: "daftar.csv",
    mode: "full",
    receivedAt: "2024-01-02T01:00:00.000Z",
    asOf: TODAY,
    version: null,
    status,
    decision: null,
    rows: NO_ROWS,
    changes: { enrolled: 0, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 },
    employers: 0,
    file: [],
    problems: [],
    problemCounts: {},
    ...more,
  };
}

/** An earlier file of a roster waits, and that was told. */
function withHeld(roster: string): AlertState {
  const key = `roster.held/${roster}/3f2a`;
  const held = {
    key,
    kind: "roster.held",
    level: 1,
    size: 0,
    from: 0,
    alertId: "a",
    asOf: TODAY,
    named: null,
  } as const;
  return { ...nothingSeen(TODAY), ticket: 7, standing: [held] };
}

function told(state: AlertState | null, receipt: Receipt, counts = false) {
  const nothing = {
    coverage: { months: [], rosters: [], overlaps: [] },
    heads: [],
    reference: NO_REFERENCE,
    closed: [],
  };
  const counted = counts ? { regency: BENGKALIS, ...nothing } : null;
  return alertsOfUpload(state, { receipt, counted, regency: BENGKALIS, asOf: TODAY }, RULES);
}

test("removals that wait, and a file that cannot be used, are told at once", () => {
  const changes = { enrolled: 0, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 230, notFound: 0 };
  for (const counts of [true, false])
    expect(told(null, receiptOf("held", { changes }), counts).alerts).toMatchObject([
      { kind: "roster.held", severity: "critical", withheld: 230, uploadId: "UPLOAD" },
    ]);
  const message = { id: "kosong", en: "empty" };
  expect(
    told(null, receiptOf("refused", { file: [{ code: "empty", severity: "error", message }] })).alerts,
  ).toMatchObject([{ kind: "roster.refused", code: "empty", reason: message }]);
  expect(told(null, receiptOf("planned")).alerts).toEqual([]);
});

test("a whole list overtakes what waited on its roster, and on no other; one that adds does not", () => {
  expect(told(withHeld(ROSTER), receiptOf("planned"), true).alerts).toMatchObject([
    { kind: "roster.recovered", clears: "roster.held", uploadId: "3f2a" },
  ]);
  expect(told(withHeld("14.03/rentan/lain"), receiptOf("planned"), true).alerts).toEqual([]);
  expect(told(withHeld(ROSTER), receiptOf("planned", { mode: "add" }), true).alerts).toEqual([]);
});

test("a first list of nobody is told by nobody", () => {
  const { alerts, state } = told(withHeld(ROSTER), receiptOf("planned"));
  expect([alerts, state.standing.length]).toEqual([[], 1]);
  expect(overtakenBy(receiptOf("planned"), state)).toEqual(["3f2a"]);
});
