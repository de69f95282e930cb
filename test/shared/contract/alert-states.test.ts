import { expect, test } from "vitest";
import { provinceCode, regencyCode } from "#shared/domain/region.ts";
import { describeContract } from "./each-world.ts";
import { ALERT, ALERT_STATE, PROVINCE_STATE } from "./samples.ts";

describeContract("AlertStates", (world) => {
  const regency = regencyCode("14.01");
  const nothing = { revision: 0, state: null, outbox: [] };

  test("of a regency never looked at nothing is remembered", async () => {
    expect(await world().regencyAlerts.read(regency)).toEqual(nothing);
  });

  test("what was saved is read, state and outbox; only the next revision may follow", async () => {
    const alertStore = world().regencyAlerts;
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

  test("the state of the province stands beside those of its regencies", async () => {
    const { provinceAlerts } = world();
    const saved = { revision: 1, state: PROVINCE_STATE, outbox: [] };
    expect(await provinceAlerts.save(provinceCode("14"), saved)).toBe(true);
    expect(await provinceAlerts.read(provinceCode("14"))).toEqual(saved);
  });
});
