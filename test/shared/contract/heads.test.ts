import { expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { regencyCode } from "#shared/domain/region.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import { latestFile } from "#shared/domain/roster-version.ts";
import { describeContract } from "./each-world.ts";
import { BATCH, newRoster, order } from "./samples.ts";

describeContract("Heads", (world) => {
  const LATEST = latestFile(day("2023-02-01"), BATCH.source);
  const moveTo = (roster: RosterId, base: number, version: number, at = 1, full = true, asOf = "2023-02-01") =>
    world().heads.move({
      roster,
      base,
      version,
      parts: version,
      order: order(at),
      full,
      asOf: day(asOf),
      latest: LATEST,
      keyId: BATCH.keyId,
    });
  const confirm = (roster: RosterId, base: number, at: number, full = true, asOf = "2023-02-01") =>
    world().heads.confirm({ roster, base, order: order(at), full, asOf: day(asOf) });
  const NOWHERE = { current: 0, parts: 0, fullOrder: null, reportedOn: null, filed: 0, keyId: null, latest: null };

  test("a roster that was never planned stands at version 0", async () => {
    const roster = newRoster();
    expect(await world().heads.read(roster)).toEqual({ roster, ...NOWHERE });
    expect(await moveTo(roster, 0, 1)).toBe(false);
    expect(await confirm(roster, 0, 1)).toBe(false);
  });

  test("numbers are given once, also to many at a time, with the head as it stands", async () => {
    const roster = newRoster();
    const taken = await Promise.all(Array.from({ length: 8 }, () => world().heads.nextVersion(roster)));
    expect(taken.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await moveTo(roster, 0, 3, 5);
    expect(await world().heads.nextVersion(roster)).toEqual({
      version: 9,
      head: {
        roster,
        current: 3,
        parts: 3,
        fullOrder: order(5),
        reportedOn: "2023-02-01",
        filed: 3,
        keyId: BATCH.keyId,
        latest: LATEST,
      },
    });
  });

  test("a head moves only from the base, and only one of two", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    const moved = await Promise.all([moveTo(roster, 0, 1), moveTo(roster, 0, 2)]);
    expect(moved.toSorted()).toEqual([false, true]);
    expect(await moveTo(roster, 0, 5)).toBe(false);
  });

  test("a head under one key moves to no version under another, unless the key is being changed", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    expect(await moveTo(roster, 0, 1)).toBe(true);
    const other = { roster, base: 1, version: 2, parts: 2, order: order(2), full: true, asOf: day("2023-02-01") };
    const move = { ...other, latest: LATEST, keyId: "another" };
    expect(await world().heads.move(move)).toBe(false);
    expect(await world().heads.move({ ...move, fromKeyId: BATCH.keyId, filed: 1 })).toBe(true);
    expect(await world().heads.read(roster)).toMatchObject({ current: 2, keyId: "another", filed: 1 });
  });

  test("a newer full file holds back an older one, which neither moves nor confirms", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    expect(await moveTo(roster, 0, 1, 5)).toBe(true);
    expect(await moveTo(roster, 1, 2, 4, false)).toBe(false);
    expect(await confirm(roster, 1, 4)).toBe(false);
    expect(await confirm(roster, 7, 6)).toBe(false);
    expect(await confirm(roster, 1, 6)).toBe(true);
    expect((await world().heads.read(roster)).fullOrder).toBe(order(6));
  });

  test("what is not a full file leaves the newest full one as it is", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    await moveTo(roster, 0, 1, 2, false);
    expect(await world().heads.read(roster)).toMatchObject({ current: 1, fullOrder: null });
  });

  test("the day of the last report rises, whether anything changed or not, and never falls", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    const reportedOn = async () => (await world().heads.read(roster)).reportedOn;
    await moveTo(roster, 0, 1, 1, true, "2023-02-05");
    expect(await confirm(roster, 1, 2, false, "2023-02-07")).toBe(true);
    expect(await reportedOn()).toBe("2023-02-07");
    expect(await moveTo(roster, 1, 2, 3, false, "2023-02-06")).toBe(true);
    expect(await confirm(roster, 2, 4, true, "2023-02-01")).toBe(true);
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
