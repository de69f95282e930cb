import { expect, test } from "vitest";
import { day } from "#shared/domain/day.ts";
import { describeContract } from "./each-world.ts";
import { newRoster, RECEIPT, record } from "./samples.ts";

describeContract("Uploads", (world) => {
  test("an upload that was never stored is null", async () => {
    expect(await world().uploads.find(newRoster(), "0".repeat(20))).toBeNull();
  });

  test("the first record stays: a second one gets what is stored", async () => {
    const { uploads } = world();
    const first = record(newRoster());
    expect(await uploads.create(first)).toEqual(first);
    const again = await uploads.create({ ...first, plan: { version: 9, base: 8, baseParts: 7, taken: 4 } });
    expect(again).toEqual(first);
    expect(await uploads.find(first.roster, first.uploadId)).toEqual(first);
  });

  test("a plan is replaced only while it is that of the void version", async () => {
    const { uploads } = world();
    const { roster, uploadId } = await uploads.create(record(newRoster()));
    const plan = { version: 3, base: 2, baseParts: 1, taken: 4 };
    expect((await uploads.planAgain(roster, uploadId, 1, plan)).plan).toEqual(plan);
    const late = await uploads.planAgain(roster, uploadId, 1, { version: 4, base: 2, baseParts: 1, taken: 4 });
    expect(late.plan).toEqual(plan);
  });

  test("an upload that is finished is not planned again", async () => {
    const { uploads } = world();
    const { roster, uploadId } = await uploads.create(record(newRoster()));
    await uploads.finish(roster, { ...RECEIPT, uploadId, roster, status: "applied" });
    const late = await uploads.planAgain(roster, uploadId, 1, { version: 4, base: 2, baseParts: 1, taken: 4 });
    expect(late).toMatchObject({ status: "applied", plan: { version: 1 } });
  });

  test("planning again what is not stored fails", async () => {
    const plan = { version: 1, base: 0, baseParts: 0, taken: 4 };
    await expect(world().uploads.planAgain(newRoster(), "0".repeat(20), 1, plan)).rejects.toThrow("not stored");
  });

  test("only a held upload is released, and once", async () => {
    const { uploads } = world();
    const { roster, uploadId } = await uploads.create(record(newRoster()));
    const plan = { version: 2, base: 1, baseParts: 1, taken: 4 };
    await uploads.release(roster, uploadId, { plan, decidedOn: day("2023-02-03") });
    expect(await uploads.find(roster, uploadId)).toMatchObject({ released: false, plan: { version: 1 } });

    await uploads.finish(roster, { ...RECEIPT, uploadId, roster, status: "held" });
    await uploads.release(roster, uploadId, { plan, decidedOn: day("2023-02-03") });
    await uploads.release(roster, uploadId, { plan: { version: 3, base: 1, baseParts: 1, taken: 4 }, decidedOn: null });
    const { version, rows, changes, decision } = RECEIPT;
    expect(await uploads.find(roster, uploadId)).toMatchObject({
      status: "planned",
      released: true,
      decidedOn: "2023-02-03",
      plan,
      outcome: { version, rows, changes, decision },
    });
  });
});
