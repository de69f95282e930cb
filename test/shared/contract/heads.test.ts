import { expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { withholding } from "#shared/domain/recent-uploads.ts";
import { regencyCode } from "#shared/domain/region.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { latestFile } from "#shared/domain/roster-version.ts";
import { describeContract } from "./each-world.ts";
import { BATCH, newRoster, order } from "./samples.ts";

interface Upload {
  readonly at?: number;
  readonly full?: boolean;
  readonly asOf?: string;
  readonly taken?: number;
}

describeContract("Heads", (world) => {
  const LATEST = latestFile(day("2023-02-01"), BATCH.source);
  /** An upload planned on the roster as it stands, or when it had taken fewer. */
  const upload = async (roster: RosterId, { at = 1, full = true, asOf = "2023-02-01", taken }: Upload) => ({
    roster,
    taken: taken ?? (await world().heads.read(roster)).taken,
    order: order(at),
    uploadId: `upload-${at}`,
    full,
    withholds: false,
    asOf: day(asOf),
  });
  const moveTo = async (roster: RosterId, base: number, version: number, about: Upload = {}) =>
    world().heads.move({ ...(await upload(roster, about)), ...versionOf(base, version) });
  const versionOf = (base: number, version: number) => ({
    base,
    version,
    parts: version,
    latest: LATEST,
    keyId: BATCH.keyId,
  });
  const confirm = async (roster: RosterId, base: number, about: Upload = {}) =>
    world().heads.confirm({ ...(await upload(roster, about)), base });
  const NOWHERE = {
    current: 0,
    parts: 0,
    taken: 0,
    recent: [],
    fullOrder: null,
    reportedOn: null,
    filed: 0,
    keyId: null,
    latest: null,
  };

  test("a roster that was never planned stands at version 0", async () => {
    const roster = newRoster();
    expect(await world().heads.read(roster)).toEqual({ roster, ...NOWHERE });
    expect(await moveTo(roster, 0, 1, { taken: 1 })).toBe(false);
    expect(await confirm(roster, 0, { taken: 1 })).toBe(false);
  });

  test("numbers are given once, also to many at a time, with the head as it stands", async () => {
    const roster = newRoster();
    const taken = await Promise.all(Array.from({ length: 8 }, () => world().heads.nextVersion(roster)));
    expect(taken.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await moveTo(roster, 0, 3, { at: 5 });
    const recent = [{ order: order(5), uploadId: "upload-5", withholds: false, onto: { version: 0, parts: 0 } }];
    const stands = { current: 3, parts: 3, taken: 1, recent, fullOrder: order(5), reportedOn: "2023-02-01" };
    expect(await world().heads.nextVersion(roster)).toEqual({
      version: 9,
      head: { roster, ...stands, filed: 3, keyId: BATCH.keyId, latest: LATEST },
    });
  });

  test("a head moves only from the base, and only one of two", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    const moved = await Promise.all([moveTo(roster, 0, 1, { taken: 0 }), moveTo(roster, 0, 2, { taken: 0 })]);
    expect(moved.toSorted()).toEqual([false, true]);
    expect(await moveTo(roster, 0, 5)).toBe(false);
  });

  test("a head under one key moves to no version under another, unless the key is being changed", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    expect(await moveTo(roster, 0, 1)).toBe(true);
    const move = { ...(await upload(roster, { at: 2 })), ...versionOf(1, 2), keyId: "another" };
    expect(await world().heads.move(move)).toBe(false);
    expect(await world().heads.move({ ...move, fromKeyId: BATCH.keyId, filed: 1 })).toBe(true);
    expect(await world().heads.read(roster)).toMatchObject({ current: 2, keyId: "another", filed: 1 });
  });

  test("a rewriting is no upload, voids what was planned before it, and leaves no version from before to plan on", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    await moveTo(roster, 0, 1, { at: 1, full: false });
    await confirm(roster, 1, { at: 2, full: false });
    const planned = await upload(roster, { at: 3, full: false });
    const rewriting = { ...(await upload(roster, { at: 1, full: false })), ...versionOf(1, 2), filed: 1 };
    expect(await world().heads.move(rewriting)).toBe(true);
    expect(await world().heads.confirm({ ...planned, base: 1 })).toBe(false);
    expect(await world().heads.confirm({ ...planned, base: 2 })).toBe(false);
    expect(await world().heads.move({ ...planned, ...versionOf(2, 3) })).toBe(false);
    const { taken, recent, filed } = await world().heads.read(roster);
    expect([taken, filed]).toEqual([3, 1]);
    expect(recent.map(({ uploadId, onto }) => [uploadId, onto])).toEqual([
      ["upload-1", null],
      ["upload-2", null],
    ]);
  });

  test("an upload is taken only while the roster has taken no other since it was planned, whether that changed anything or not", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    expect(await moveTo(roster, 0, 1, { at: 5, taken: 0 })).toBe(true);
    expect(await moveTo(roster, 1, 2, { at: 6, taken: 0 })).toBe(false);
    expect(await confirm(roster, 1, { at: 6, taken: 0 })).toBe(false);
    expect(await confirm(roster, 7, { at: 6 })).toBe(false);
    expect(await confirm(roster, 1, { at: 6, taken: 1 })).toBe(true);
    expect(await moveTo(roster, 1, 2, { at: 7, taken: 1 })).toBe(false);
    expect(await world().heads.read(roster)).toMatchObject({ current: 1, taken: 2, fullOrder: order(6) });
  });

  test("plans that were made void move no head, and what was planned after that does", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    const planned = await upload(roster, { at: 1 });
    await world().heads.voidPlans(roster);
    expect(await world().heads.move({ ...planned, ...versionOf(0, 1) })).toBe(false);
    expect(await world().heads.confirm({ ...planned, base: 0 })).toBe(false);
    expect(await world().heads.read(roster)).toMatchObject({ current: 0, recent: [], fullOrder: null });
    expect(await moveTo(roster, 0, 1)).toBe(true);
  });

  test("a whole list remembers whose removals were left out before it", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    await world().heads.move({ ...(await upload(roster, { at: 1 })), ...versionOf(0, 1), withholds: true });
    await moveTo(roster, 1, 2, { at: 2 });
    expect(withholding((await world().heads.read(roster)).recent)).toEqual(["upload-1"]);
  });

  test("what is not a full file leaves the newest full one as it is", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    await moveTo(roster, 0, 1, { at: 2, full: false });
    expect(await world().heads.read(roster)).toMatchObject({ current: 1, fullOrder: null });
  });

  test("uploads are remembered in their order, each with the version that says what is older", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    await moveTo(roster, 0, 1, { at: 1, full: false });
    await confirm(roster, 1, { at: 4, full: false });
    await moveTo(roster, 1, 2, { at: 3, full: true });
    const { recent } = await world().heads.read(roster);
    expect(recent.map(({ uploadId, onto }) => [uploadId, onto])).toEqual([
      ["upload-3", { version: 1, parts: 1 }],
      ["upload-4", null],
    ]);
  });

  test("the day of the last report rises, whether anything changed or not, and never falls", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    const reportedOn = async () => (await world().heads.read(roster)).reportedOn;
    await moveTo(roster, 0, 1, { asOf: "2023-02-05" });
    expect(await confirm(roster, 1, { at: 2, full: false, asOf: "2023-02-07" })).toBe(true);
    expect(await reportedOn()).toBe("2023-02-07");
    expect(await moveTo(roster, 1, 2, { at: 3, full: false, asOf: "2023-02-06" })).toBe(true);
    expect(await confirm(roster, 2, { at: 4, asOf: "2023-02-01" })).toBe(true);
    expect(await world().heads.read(roster)).toMatchObject({
      current: 2,
      fullOrder: order(4),
      reportedOn: "2023-02-07",
    });
  });

  test("a part that is applied twice counts once", async () => {
    const { heads } = world();
    const batch = { ...BATCH, roster: newRoster(), version: 1 };
    expect(await heads.addPart(batch, 0)).toBe(1);
    expect(await heads.addPart(batch, 10)).toBe(2);
    expect(await heads.addPart(batch, 0)).toBe(2);
    expect(await heads.addPart(batch, 2)).toBe(3);
  });

  test("a version was current when the head stands there, or has left it; a void one never was", async () => {
    const roster = newRoster();
    const { heads } = world();
    await heads.nextVersion(roster);
    await heads.addPart({ ...BATCH, roster, version: 2 }, 0);
    expect(await heads.wasCurrent(roster, 1)).toBe(false);
    await moveTo(roster, 0, 1);
    expect(await heads.wasCurrent(roster, 1)).toBe(true);
    await moveTo(roster, 1, 3);
    expect(await heads.wasCurrent(roster, 1)).toBe(true);
    expect(await heads.wasCurrent(roster, 2)).toBe(false);
    expect(await heads.wasCurrent(roster, 3)).toBe(true);
  });

  test("a regency's heads are those that stand somewhere, and no other regency's", async () => {
    const [one, two, planned] = [newRoster("14.09"), newRoster("14.09"), newRoster("14.09")];
    const elsewhere = newRoster("14.10");
    for (const roster of [one, two, planned, elsewhere]) await world().heads.nextVersion(roster);
    for (const roster of [two, one, elsewhere]) await moveTo(roster, 0, 1);
    const heads = await world().heads.ofRegency(regencyCode("14.09"));
    expect(heads.map(({ roster }) => roster)).toEqual([one, two].sort());
    expect(await world().heads.ofRegency(regencyCode("14.05"))).toEqual([]);
  });
});
