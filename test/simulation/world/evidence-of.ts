// What the checker may see of a world.
import type { Evidence } from "../checker/evidence.ts";
import { GUARD, RULES, SECRET } from "./settings.ts";
import { ALL_FEEDS, POISON, type World } from "./world.ts";

export function evidenceOf({ files, stores, queues, logged }: World): Evidence {
  const all = ALL_FEEDS.map((feed) => queues[feed]);
  return {
    files,
    stores,
    left: all.flatMap((queue) => [...queue.waiting, ...queue.deadLetters.filter((body) => body !== POISON)]),
    told: [...all.flatMap((queue) => queue.bodies), ...logged],
    secret: SECRET,
    guard: GUARD,
    thresholds: RULES,
  };
}
