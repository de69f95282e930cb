import { expect, test } from "vitest";
import { runHistory } from "./run-history.ts";
import { stepsOf } from "./steps.ts";

test("one seed is one history, to the last effect", async () => {
  const [once, again] = [await runHistory(stepsOf(11)), await runHistory(stepsOf(11))];
  expect(again).toEqual(once);
  expect(once.trace.length).toBeGreaterThan(10);
});
