import { expect, test } from "vitest";
import { regencyCode } from "#shared/domain/region.ts";
import { describeContract } from "./each-world.ts";
import { ALERT, ALERT_STATE } from "./samples.ts";

describeContract("AlertStore", (world) => {
  const regency = regencyCode("14.01");
  const nothing = { revision: 0, state: null, outbox: [] };

  test("of a regency never looked at nothing is remembered", async () => {
    expect(await world().alertStore.read(regency)).toEqual(nothing);
  });

  test("what was saved is read, state and outbox; only the next revision may follow", async () => {
    const { alertStore } = world();
    const first = { revision: 1, state: ALERT_STATE, outbox: [ALERT] };
    expect(await alertStore.save(regency, first)).toBe(true);
    expect(await alertStore.read(regency)).toEqual(first);
    expect(await alertStore.save(regency, { ...first, outbox: [] })).toBe(false);
    expect(await alertStore.save(regency, { ...first, revision: 3 })).toBe(false);
    const both = await Promise.all(
      [1, 2].map(() => alertStore.save(regency, { revision: 2, state: ALERT_STATE, outbox: [] })),
    );
    expect(both.toSorted()).toEqual([false, true]);
    expect((await alertStore.read(regency)).outbox).toEqual([]);
  });

  test("the same alert is recorded twice without harm", async () => {
    await world().alertStore.record(ALERT);
    await world().alertStore.record(ALERT);
    expect(await world().reader.alerts(ALERT.regency)).toEqual([ALERT]);
  });
});
