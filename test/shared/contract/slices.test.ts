import { expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import type { RosterId } from "#shared/domain/roster.ts";
import type { VersionSlices } from "#shared/domain/upload.ts";
import { describeContract } from "./each-world.ts";
import { newRoster, slice } from "./samples.ts";

describeContract("Slices", (world) => {
  const head = (roster: RosterId, current: number, parts: number): VersionSlices => ({ roster, current, parts });

  test("slices come back in the order of the heads and of their parts, however often they were put", async () => {
    const { slices } = world();
    const [one, two] = [newRoster(), newRoster()];
    await slices.put(one, 1, 1, slice(2));
    await slices.put(one, 1, 0, slice(1));
    await slices.put(one, 1, 1, slice(2));
    await slices.put(two, 4, 0, slice(3));
    const read = await slices.read([head(two, 4, 1), head(one, 1, 2)]);
    expect(read?.map((ofHead) => ofHead.map(({ count }) => count))).toEqual([[3], [1, 2]]);
  });

  test("nothing is asked, nothing comes", async () => {
    expect(await world().slices.read([])).toEqual([]);
  });

  test("a version of which a part is not there is null, also beside one that is whole", async () => {
    const { slices } = world();
    const [one, two] = [newRoster(), newRoster()];
    await slices.put(one, 1, 0, slice(1));
    await slices.put(two, 1, 0, slice(1));
    expect(await slices.read([head(one, 1, 1), head(two, 1, 2)])).toBeNull();
  });

  test("what was read is nobody else's: changing it changes nothing that is stored", async () => {
    const { slices } = world();
    const roster = newRoster();
    const bytes = slice(1);
    await slices.put(roster, 1, 0, bytes);
    bytes.fill(0);
    const [first] = (await slices.read([head(roster, 1, 1)])) ?? [];
    first?.[0]?.view.setUint8(0, 255);
    const [again] = (await slices.read([head(roster, 1, 1)])) ?? [];
    expect(again?.[0]?.count).toBe(1);
    expect(again?.[0]?.view.getUint8(0)).toBe(1);
  });

  test("a slice that expires later is still there, and one that is gone does not come back by expiring", async () => {
    const { slices } = world();
    const roster = newRoster();
    await slices.put(roster, 1, 0, slice(2));
    await slices.expire(roster, 1, 1, day("2999-01-01"));
    await slices.put(roster, 1, 0, slice(2));
    expect((await slices.read([head(roster, 1, 1)]))?.[0]?.[0]?.count).toBe(2);
    await slices.expire(roster, 2, 1, day("2999-01-01"));
    expect(await slices.read([head(roster, 2, 1)])).toBeNull();
  });
});
