// Every effect of the canonical history goes wrong once, in every way; whatever went wrong, the same has to be there in the end.
import { isDeepStrictEqual } from "node:util";
import { FAULTS, type Fault } from "../world/lane.ts";
import { World } from "../world/world.ts";
import { runStep, START, STEPS, type Step } from "./canonical-history.ts";
import { type EndState, endState } from "./end-state.ts";

/** A step of the history, where it begins and what it leads to when nothing goes wrong. */
export interface UndisturbedStep {
  readonly step: Step;
  readonly before: World;
  readonly effects: readonly string[];
  readonly after: EndState;
}

/** What goes wrong with the nth effect of a step, counted from 1. */
export type Faults = ReadonlyMap<number, Fault>;

export async function undisturbed(): Promise<readonly UndisturbedStep[]> {
  const history: UndisturbedStep[] = [];
  const world = new World(START);
  for (const step of STEPS) {
    const before = world.fork();
    const effects: string[] = [];
    world.faultOf = (effect) => {
      effects.push(effect);
      return null;
    };
    await runStep(world, step);
    history.push({ step, before, effects, after: endState(world.stores) });
  }
  return history;
}

/** All single points of a step. */
export function singlePoints({ effects }: UndisturbedStep): readonly Faults[] {
  return effects.flatMap((_, index) => FAULTS.map((fault) => new Map([[index + 1, fault]])));
}

/** All pairs of points of a step; the second one is counted in the history that the first has changed, which may be twice as long. */
export function* pairsOfPoints({ effects }: UndisturbedStep): Generator<Faults> {
  for (let first = 1; first <= effects.length; first += 1)
    for (let second = first + 1; second <= 2 * effects.length; second += 1)
      for (const one of FAULTS)
        for (const other of FAULTS)
          yield new Map([
            [first, one],
            [second, other],
          ]);
}

/**
 * Where a step that was disturbed leads elsewhere; null when to the same. What comes after depends on nothing that is not compared, so that a step
 * that ends alike needs no more.
 */
export async function difference({ step, before, after }: UndisturbedStep, faults: Faults): Promise<string | null> {
  const world = before.fork();
  const hit: string[] = [];
  world.faultOf = (effect, number) => {
    const fault = faults.get(number) ?? null;
    if (fault !== null) hit.push(`${effect} (${number}) ${fault}`);
    return fault;
  };
  await runStep(world, step);
  const state = endState(world.stores);
  const different = (Object.keys(after) as (keyof EndState)[]).filter(
    (name) => !isDeepStrictEqual(state[name], after[name]),
  );
  if (different.length === 0 && depth(world) === 0) return null;
  const told = different.map((name) => `${name}: ${differingParts(state[name], after[name])}`);
  return `${step.name}: ${hit.join(", ")}: ${[...told, `${depth(world)} messages left`].join("; ")}`;
}

/** The parts of two values that differ, each as it is and as it should be. */
function differingParts(is: unknown, should: unknown): string {
  const [left, right] = [entriesOf(is), entriesOf(should)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((key) => !isDeepStrictEqual(left.get(key), right.get(key)))
    .map((key) => `${key} is ${JSON.stringify(left.get(key))} instead of ${JSON.stringify(right.get(key))}`)
    .join(", ");
}

function entriesOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : [["it", value]]);
}

function depth({ queues }: World): number {
  return Object.values(queues).reduce((sum, queue) => sum + queue.depth + queue.deadLetters.length, 0);
}
