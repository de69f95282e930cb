// How an upload ended is told once; that a held one waits no longer, once too.
import { describe, expect, test } from "vitest";
import { decideUpload, type OutcomeHead, settleUploads } from "#shared/domain/alerts/decide-upload.ts";
import { heldUpload, type UploadOutcome, uploadFindings } from "#shared/domain/alerts/rules/uploads.ts";
import type { Standing } from "#shared/domain/alerts/standing.ts";
import { addDays, day } from "#shared/domain/day.ts";
import { provinceCode, regencyCode } from "#shared/domain/region.ts";
import { rosterId } from "#shared/domain/roster.ts";

const ON = day("2023-02-01");
const ROSTER = rosterId("14.03/rentan/apbd-2022");
const head = (asOf = ON): OutcomeHead => ({
  province: provinceCode("14"),
  regency: regencyCode("14.03"),
  name: "Kabupaten Bengkalis",
  scope: "regency",
  asOf,
});
const held = (uploadId: string): UploadOutcome => ({
  status: "held",
  uploadId,
  fileName: "a.csv",
  asOf: ON,
  roster: ROSTER,
  withheld: 120,
});
const refused = (uploadId: string): UploadOutcome => ({
  status: "refused",
  uploadId,
  fileName: "b.csv",
  asOf: ON,
  roster: null,
  code: "no-header",
  reason: { id: "tanpa judul kolom", en: "no header" },
});
const keys = (standing: readonly Standing[]) => standing.map(({ key }) => key);

const HELD_KEY = `roster.held/${ROSTER}/u1`;
const REFUSED_KEY = "roster.refused/u2";

describe("an upload", () => {
  test("that is held is told as critical, with what waits", () => {
    const { alerts, standing } = decideUpload([], held("u1"), head());
    expect(alerts).toMatchObject([
      {
        alertId: "14.03-roster-held-14-03-rentan-apbd-2022-u1",
        kind: "roster.held",
        severity: "critical",
        scope: "regency",
        segment: null,
        uploadId: "u1",
        fileName: "a.csv",
        roster: ROSTER,
        withheld: 120,
      },
    ]);
    expect(standing).toMatchObject([
      { key: HELD_KEY, kind: "roster.held", level: 1, asOf: ON, alertId: alerts[0]?.alertId },
    ]);
  });

  test("that is refused is told as a warning, with the reason", () => {
    const { alerts, standing } = decideUpload([], refused("u2"), head());
    expect(alerts).toMatchObject([
      {
        alertId: "14.03-roster-refused-u2",
        kind: "roster.refused",
        severity: "warning",
        uploadId: "u2",
        roster: null,
        code: "no-header",
        reason: { en: "no header" },
      },
    ]);
    expect(standing).toMatchObject([{ key: REFUSED_KEY, kind: "roster.refused" }]);
  });

  test("of no regency is told for the province", () => {
    const ofProvince = { ...head(), regency: null, scope: "province" } as const;
    const { alerts } = decideUpload([], refused("u2"), ofProvince);
    expect(alerts).toMatchObject([{ alertId: "14-roster-refused-u2", scope: "province", regency: null }]);
  });

  test.each([held("u1"), refused("u2")])("that is $status is told once, and leaves others standing", (outcome) => {
    const before = decideUpload([], held("u0"), head()).standing;
    const once = decideUpload(before, outcome, head());
    const again = decideUpload(once.standing, outcome, head(addDays(ON, 3)));
    expect(once.alerts).toHaveLength(1);
    expect(again.alerts).toEqual([]);
    expect(keys(again.standing)).toEqual([`roster.held/${ROSTER}/u0`, keys(once.standing).at(-1)]);
    expect(again.standing.every(({ asOf }) => asOf === ON)).toBe(true);
  });
});

describe("what stands", () => {
  const both = [
    ...decideUpload([], held("u1"), head()).standing,
    ...decideUpload([], refused("u2"), head()).standing,
    {
      key: "coverage.lapsing//2024-01",
      kind: "coverage.lapsing",
      level: 1,
      size: 1,
      from: 2,
      alertId: "a",
      asOf: ON,
      named: null,
    },
  ] as const satisfies readonly Standing[];

  test("goes on standing as long as nobody has decided", () => {
    expect(settleUploads(both, [], head(addDays(ON, 5)))).toEqual({
      alerts: [],
      standing: [both[2], both[0], both[1]],
    });
    expect(settleUploads(both, ["another"], head()).alerts).toEqual([]);
  });

  test("a hold that was decided is cleared, once, and nothing else is", () => {
    const { alerts, standing } = settleUploads(both, ["u1", "u2"], head());
    expect(alerts).toMatchObject([
      {
        alertId: "14.03-roster-held-14-03-rentan-apbd-2022-u1-recovered",
        kind: "roster.recovered",
        clears: "roster.held",
        severity: "info",
        scope: "regency",
        segment: null,
        roster: ROSTER,
        uploadId: "u1",
      },
    ]);
    expect(keys(standing)).toEqual(["coverage.lapsing//2024-01", REFUSED_KEY]);
    expect(settleUploads(standing, ["u1", "u2"], head()).alerts).toEqual([]);
  });

  test("a refusal is forgotten after 30 days without a word, a hold is not", () => {
    expect(keys(settleUploads(both, [], head(addDays(ON, 30))).standing)).toContain(REFUSED_KEY);
    const after = settleUploads(both, [], head(addDays(ON, 31)));
    expect(after.alerts).toEqual([]);
    expect(keys(after.standing)).toEqual(["coverage.lapsing//2024-01", HELD_KEY]);
  });

  test("what stands is told already, and never told again", () => {
    const [finding] = uploadFindings(both, [], ON);
    expect(finding).toMatchObject({ key: HELD_KEY, kind: "roster.held", level: null, size: 0, from: 0 });
    expect(finding?.isChanged).toBeUndefined();
    expect(() => finding?.tell(null)).toThrow(`${HELD_KEY} stands`);
  });
});

test.each([
  [HELD_KEY, { roster: ROSTER, uploadId: "u1" }],
  [REFUSED_KEY, null],
  [`roster.overdue/${ROSTER}/u1`, null],
])("the upload that %s is about", (key, upload) => {
  expect(heldUpload(key)).toEqual(upload);
});
