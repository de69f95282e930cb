// Days after everything is done, every message comes once more, as after a redrive of what had done its work and then failed: nothing is any different,
// and nobody is told anything new. No queue keeps a message for longer than two weeks.
import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import { findFaults } from "./checker/find-faults.ts";
import { runStep, START, STEPS } from "./crash/canonical-history.ts";
import { type EndState, endState } from "./crash/end-state.ts";
import { evidenceOf } from "./world/evidence-of.ts";
import type { Feed } from "./world/functions.ts";
import { ALL_FEEDS, POISON, World } from "./world/world.ts";

const KEPT_MS = 14 * 86_400_000;

interface Sent {
  readonly feed: Feed;
  readonly body: string;
  readonly at: number;
}

/** A daily run that comes late closes its day with what is known then, which may be another level: it is no repetition. */
function isRepeatable({ feed, body }: Sent): boolean {
  return (
    body !== POISON && feed !== "coverage-days" && !body.includes('"cause":"day"') && !body.includes('"closing":true')
  );
}

async function differenceAfter(world: World, { feed, body }: Sent, before: EndState): Promise<string | null> {
  const fork = world.fork();
  fork.queues[feed].send(body);
  await fork.drain();
  const after = endState(fork.stores);
  const parts = (Object.keys(before) as (keyof EndState)[]).filter(
    (name) => !isDeepStrictEqual(before[name], after[name]),
  );
  const faults = findFaults(evidenceOf(fork));
  return parts.length === 0 && faults.length === 0 ? null : `${feed} ${body.slice(0, 120)}: ${[...parts, ...faults]}`;
}

test("every message of the history comes again, after each of its steps", async () => {
  const world = new World(START);
  const sent: Sent[] = [];
  const different: string[] = [];
  let repeated = 0;
  for (const step of STEPS) {
    await runStep(world, step);
    const at = world.clock.now;
    for (const feed of ALL_FEEDS) {
      const known = new Set(sent.filter((one) => one.feed === feed).map(({ body }) => body));
      for (const body of new Set(world.queues[feed].bodies)) if (!known.has(body)) sent.push({ feed, body, at });
    }
    const before = endState(world.stores);
    for (const one of sent.filter((message) => isRepeatable(message) && at - message.at <= KEPT_MS)) {
      repeated += 1;
      const found = await differenceAfter(world, one, before);
      if (found !== null) different.push(`${step.name}: ${found}`);
    }
  }
  expect(different).toEqual([]);
  expect(repeated).toBeGreaterThan(300);
});
