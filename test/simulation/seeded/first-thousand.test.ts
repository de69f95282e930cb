import { expect, test } from "vitest";
import { runSeeds } from "./run-seeds.ts";

test("seeds 1 to 1,000: nothing is lost, nothing counts twice, everything comes to rest", async () => {
  expect((await runSeeds(1, 1000)).failure).toBeNull();
}, 600_000);
