// Arrival plays no part: in whichever order the events of some uploads come, once or twice, each handled to its end or all planned on the same base,
// the roster says the same, and nothing is lost on the way.
import { expect, test } from "vitest";
import { chance } from "#local/replay/random.ts";
import { rosterCsv, workers } from "#test/pipeline/rosters.ts";
import { findFaults } from "../checker/find-faults.ts";
import { evidenceOf } from "../world/evidence-of.ts";
import { type NewFile, World } from "../world/world.ts";
import { arrive, ordersOf, ordersWithRepetition } from "./orders.ts";

const KEY = "rosters/14.03/rentan/apbd";
const START = "2023-02-01T02:00:00Z";
/** From February on, so that all of what a list says counts. */
const TERMS = { mulai: "2023-02", akhir: "2023-12" };
const file = (name: string, from: number, to: number, terms = TERMS): NewFile => ({
  key: `${KEY}/${name}`,
  body: rosterCsv(workers(from, to, terms)),
});

async function roster(files: readonly NewFile[]): Promise<World> {
  const world = new World(START);
  for (const one of files) {
    world.put(one);
    await world.drain();
    world.clock.pass(1000);
  }
  return world;
}

/** Figures of the regency, without the numbers of versions. */
function figures(world: World): string {
  const { ticket = 0, months = [] } = world.stores.current.get("14.03") ?? {};
  const rosters = world.stores.figures.get(`14.03#${ticket}`)?.rosters ?? [];
  return JSON.stringify([months, rosters.map(({ version: _, ...rest }) => rest)]);
}

/** Orders in which each of some numbers stands twice. */
function byLot(count: number, seed: number): readonly (readonly number[])[] {
  const random = chance(seed);
  const numbers = Array.from({ length: count }, (_, number) => number);
  return Array.from({ length: 75 }, () =>
    [...numbers, ...numbers]
      .map((number) => ({ number, at: random.below(1_000_000) }))
      .sort((a, b) => a.at - b.at)
      .map(({ number }) => number),
  );
}

async function outcomes(files: readonly NewFile[], orders: Iterable<readonly number[]>, before: World) {
  const found = new Set<string>();
  const faults = new Set<string>();
  let count = 0;
  for (const order of orders) {
    for (const oneByOne of [true, false]) {
      const world = await arrive(files, order, { oneByOne, before });
      found.add(figures(world));
      for (const fault of findFaults(evidenceOf(world))) faults.add(`${order}: ${fault}`);
      count += 1;
    }
  }
  return { found: found.size, faults: [...faults], count };
}

test("the orders are complete: three events, each once or twice", () => {
  expect([...ordersOf([0, 1, 2])]).toHaveLength(6);
  expect([...ordersOf([0, 0, 1])]).toEqual([
    [0, 0, 1],
    [0, 1, 0],
    [1, 0, 0],
  ]);
  // 6 + 3 · 12 + 3 · 30 + 90
  expect([...ordersWithRepetition(3)]).toHaveLength(222);
});

test("three whole lists, one of them the same as another: 222 orders", async () => {
  const files = [file("1.csv", 0, 5), file("2.csv", 0, 6), file("3.csv", 0, 5)];
  expect(await outcomes(files, ordersWithRepetition(3), await roster([]))).toEqual({
    found: 1,
    faults: [],
    count: 444,
  });
});

test("three that add different workers to a list: 222 orders", async () => {
  const before = await roster([file("0.csv", 0, 4)]);
  const files = [file("1.add.csv", 4, 5), file("2.add.csv", 5, 7), file("3.add.csv", 7, 8)];
  expect(await outcomes(files, ordersWithRepetition(3), before)).toEqual({ found: 1, faults: [], count: 444 });
});

test("a list, then one who leaves another list's workers alone, then a newer list: 222 orders", async () => {
  const before = await roster([file("0.csv", 0, 4)]);
  const files = [file("1.csv", 0, 5), file("2.end.csv", 3, 4, { mulai: "", akhir: "" }), file("3.csv", 0, 6)];
  expect(await outcomes(files, ordersWithRepetition(3), before)).toEqual({ found: 1, faults: [], count: 444 });
});

const LEAVING = { mulai: "", akhir: "" };
const MORE = { ...TERMS, upah: "2000000" };

test("a list, then one who joins, then one who leaves: 222 orders", async () => {
  const before = await roster([file("0.csv", 0, 4)]);
  const files = [file("1.csv", 1, 5), file("2.add.csv", 0, 6, MORE), file("3.end.csv", 3, 5, LEAVING)];
  expect(await outcomes(files, ordersWithRepetition(3), before)).toEqual({ found: 1, faults: [], count: 444 });
});

test("three that change the same workers: 222 orders", async () => {
  const before = await roster([file("0.csv", 0, 4)]);
  const files = [file("1.end.csv", 2, 4, LEAVING), file("2.add.csv", 3, 5, MORE), file("3.add.csv", 3, 4)];
  expect(await outcomes(files, ordersWithRepetition(3), before)).toEqual({ found: 1, faults: [], count: 444 });
});

test("a short list that is held, then who joins and who leaves: 222 orders", async () => {
  const before = await roster([file("0.csv", 0, 6)]);
  const files = [file("1.csv", 5, 7), file("2.add.csv", 7, 8), file("3.end.csv", 1, 2, LEAVING)];
  expect(await outcomes(files, ordersWithRepetition(3), before)).toEqual({ found: 1, faults: [], count: 444 });
});

test("lists, and who joins and leaves between them: 150 orders by lot", async () => {
  const files = [
    file("1.add.csv", 0, 3, MORE),
    file("2.csv", 1, 5),
    file("3.end.csv", 2, 3, LEAVING),
    file("4.add.csv", 2, 6, MORE),
    file("5.end.csv", 5, 6, LEAVING),
    file("6.add.csv", 4, 6),
  ];
  const before = await roster([file("0.csv", 0, 4)]);
  expect(await outcomes(files, byLot(files.length, 6), before)).toEqual({ found: 1, faults: [], count: 150 });
});

test("five lists: 150 orders by lot", async () => {
  const files = [0, 1, 2, 3, 4].map((n) => file(`${n}.csv`, 0, 4 + (n % 3)));
  expect(await outcomes(files, byLot(files.length, 5), await roster([]))).toEqual({ found: 1, faults: [], count: 150 });
});
