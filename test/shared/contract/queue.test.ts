import { expect, test } from "vitest";
import { coverageUpdate } from "#events/coverage-update.ts";
import { day } from "#shared/domain/day.ts";
import { provinceCode, regenciesOf } from "#shared/domain/region.ts";
import { describeContract } from "./each-world.ts";

describeContract("Queue", (world) => {
  test("all messages arrive, also more than one call takes", async () => {
    const messages = [1, 2, 3].flatMap((n) =>
      regenciesOf(provinceCode("14")).map((regency) => ({
        type: "coverage-update" as const,
        regency,
        asOf: day(`2023-02-0${n}`),
        cause: "day" as const,
      })),
    );
    await world().coverageUpdates.send(messages);
    const arrived = world()
      .queued()
      .map((body) => coverageUpdate.parse(JSON.parse(body)));
    expect(arrived).toHaveLength(messages.length);
    expect(new Set(arrived.map((it) => `${it.regency} ${it.asOf}`)).size).toBe(messages.length);
  });

  test("nothing to send is nothing sent", async () => {
    const before = world().queued().length;
    await world().coverageUpdates.send([]);
    expect(world().queued()).toHaveLength(before);
  });
});
