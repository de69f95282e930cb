import { expect, test } from "vitest";
import { describeContract } from "./each-world.ts";
import { ALERT } from "./samples.ts";

describeContract("AlertRecords", (world) => {
  test("an alert that is recorded twice is one", async () => {
    const { regency } = ALERT;
    if (regency === null) throw new Error("the sample is of a regency");
    await world().alertRecords.record(ALERT);
    await world().alertRecords.record(ALERT);
    expect(await world().reader.alerts(regency)).toEqual([ALERT]);
  });

  test("an alert of the province is kept apart from those of its regencies", async () => {
    const ofProvince = { ...ALERT, alertId: "14-of-the-province", regency: null };
    await world().alertRecords.record(ofProvince);
    expect(await world().reader.alerts(ALERT.province)).toEqual([ofProvince]);
  });
});
