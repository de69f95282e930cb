// What the checker may see of a world.
import type { Evidence } from "../checker/evidence.ts";
import { GUARD, RULES, SECRET } from "./settings.ts";
import { ALL_FEEDS, POISON, type World } from "./world.ts";

export function evidenceOf({ files, stores, queues, logged }: World): Evidence {
  const all = ALL_FEEDS.map((feed) => queues[feed]);
  const arrived = new Set(queues["roster-uploads"].bodies);
  return {
    // Nothing can be known of a file whose event has not come yet.
    files: files.filter(({ event }) => arrived.has(event)),
    stores,
    left: all.flatMap((queue) => [...queue.waiting, ...queue.deadLetters.filter((body) => body !== POISON)]),
    told: [...all.flatMap((queue) => queue.bodies), ...logged],
    secret: SECRET,
    guard: GUARD,
    thresholds: RULES,
  };
}
