import { expect, test } from "vitest";
import { runLoad } from "./run-load.ts";

test("a small night with faults: nothing is lost, nothing counts twice, only poison is with the dead letters", async () => {
  const load = await runLoad({ rosters: 24, workers: 6000, seed: 3 }, () => {});
  expect(load.faults).toEqual([]);
  expect(load).toMatchObject({ lost: 0, doubled: 0, otherDeadLetters: 0, poisonInDeadLetters: load.poison });
  expect(load.counted).toBeGreaterThan(5000);
  expect(load.covered).toBe(load.counted);
  expect(Math.min(load.disturbed, load.handedOutTwice, load.cameAgain, load.inTwoRosters)).toBeGreaterThan(0);
}, 60_000);
