import { expect, test } from "vitest";
import { describeContract } from "./each-world.ts";
import { ALERT } from "./samples.ts";

describeContract("AlertTopic", (world) => {
  test("an alert arrives as it was published", async () => {
    const { alertTopic, published } = world();
    await alertTopic.publish(ALERT);
    expect(published()).toEqual([ALERT]);
  });
});
