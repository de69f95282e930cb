// Every order in which some events can arrive, each of them once or twice.
import type { NewFile, World } from "../world/world.ts";

/** All orders of the numbers below `count`, each once or twice: repetitions stand anywhere. */
export function* ordersWithRepetition(count: number): Generator<readonly number[]> {
  for (let twice = 0; twice < 2 ** count; twice += 1) {
    const numbers = Array.from({ length: count }, (_, number) => number);
    yield* ordersOf([...numbers, ...numbers.filter((number) => (twice >> number) & 1)]);
  }
}

/** All different orders of a list in which numbers may stand twice. */
export function* ordersOf(list: readonly number[]): Generator<readonly number[]> {
  if (list.length === 0) yield [];
  for (const first of new Set(list)) {
    const at = list.indexOf(first);
    for (const rest of ordersOf([...list.slice(0, at), ...list.slice(at + 1)])) yield [first, ...rest];
  }
}

/** Files put a second after each other, whose events arrive in the given order; each is handled to its end before the next when `oneByOne`. */
export async function arrive(
  files: readonly NewFile[],
  order: readonly number[],
  { oneByOne, before }: { readonly oneByOne: boolean; readonly before: World },
): Promise<World> {
  const world = before.fork();
  const events = files.map((file) => {
    world.clock.pass(1000);
    return world.put(file, null).event;
  });
  for (const number of order) {
    world.queues["roster-uploads"].send(events[number] ?? "");
    if (oneByOne) await world.drain();
    else await planAll(world);
  }
  await world.drain();
  return world;
}

/** Plans what has arrived, and leaves the slices lying. */
async function planAll(world: World): Promise<void> {
  for (const message of world.queues["roster-uploads"].visible()) {
    const running = await world.start("roster-uploads", [message]);
    while (running !== null && !(await world.advance(running)));
  }
}
