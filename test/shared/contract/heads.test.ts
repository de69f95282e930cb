import { expect, test } from "vitest";
import { regencyCode } from "#shared/domain/region.ts";
import { describeContract } from "./each-world.ts";
import { BATCH, newRoster, order } from "./samples.ts";

describeContract("Heads", (world) => {
  const moveTo = (roster: ReturnType<typeof newRoster>, base: number, version: number, at = 1, full = true) =>
    world().heads.move({ roster, base, version, parts: version, order: order(at), full });

  test("a roster that was never planned stands at version 0", async () => {
    const roster = newRoster();
    expect(await world().heads.read(roster)).toEqual({ roster, current: 0, parts: 0, fullOrder: null });
    expect(await moveTo(roster, 0, 1)).toBe(false);
    expect(await world().heads.confirm(roster, 0, order(1))).toBe(false);
  });

  test("numbers are given once, also to many at a time, with the head as it stands", async () => {
    const roster = newRoster();
    const taken = await Promise.all(Array.from({ length: 8 }, () => world().heads.nextVersion(roster)));
    expect(taken.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await moveTo(roster, 0, 3, 5);
    expect(await world().heads.nextVersion(roster)).toEqual({
      version: 9,
      head: { roster, current: 3, parts: 3, fullOrder: order(5) },
    });
  });

  test("a head moves only from the base, and only one of two", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    const moved = await Promise.all([moveTo(roster, 0, 1), moveTo(roster, 0, 2)]);
    expect(moved.toSorted()).toEqual([false, true]);
    expect(await moveTo(roster, 0, 5)).toBe(false);
  });

  test("a newer full file holds back an older one, which neither moves nor confirms", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    expect(await moveTo(roster, 0, 1, 5)).toBe(true);
    expect(await moveTo(roster, 1, 2, 4, false)).toBe(false);
    expect(await world().heads.confirm(roster, 1, order(4))).toBe(false);
    expect(await world().heads.confirm(roster, 7, order(6))).toBe(false);
    expect(await world().heads.confirm(roster, 1, order(6))).toBe(true);
    expect((await world().heads.read(roster)).fullOrder).toBe(order(6));
  });

  test("what is not a full file leaves the newest full one as it is", async () => {
    const roster = newRoster();
    await world().heads.nextVersion(roster);
    await moveTo(roster, 0, 1, 2, false);
    expect(await world().heads.read(roster)).toMatchObject({ current: 1, fullOrder: null });
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
    expect(heads.map(({ roster }) => roster)).toEqual([one, two]);
    expect(await world().heads.ofRegency(regencyCode("14.05"))).toEqual([]);
  });
});
