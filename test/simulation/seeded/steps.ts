// One seed is one history: a list of steps, each meaningful wherever it stands, so that a history that fails can be told with fewer of them.
import type { Chance } from "#local/replay/random.ts";
import { chance } from "#local/replay/random.ts";
import type { HoldDecision } from "#shared/domain/receipt.ts";
import { FAULTS, type Fault } from "../world/lane.ts";
import { type RandomFile, randomFile } from "./random-file.ts";

/** Numbers called `pick` choose among what is there when the step is taken. */
export type Step =
  | { readonly do: "put"; readonly file: RandomFile; readonly delayMinutes: number }
  | { readonly do: "put-again"; readonly pick: number; readonly delayMinutes: number }
  | { readonly do: "decide"; readonly pick: number; readonly decision: HoldDecision }
  | { readonly do: "echo"; readonly feed: number; readonly pick: number }
  | {
      readonly do: "start";
      readonly feed: number;
      readonly pick: number;
      readonly messages: number;
      readonly again: boolean;
    }
  | { readonly do: "run"; readonly pick: number; readonly effects: number; readonly fault: Fault | null }
  | { readonly do: "throttle"; readonly effects: string; readonly minutes: number }
  | { readonly do: "wait"; readonly minutes: number }
  | { readonly do: "day" }
  | { readonly do: "jump"; readonly days: number }
  | { readonly do: "poison"; readonly feed: number }
  | { readonly do: "drop"; readonly feed: "coverage-updates" | "coverage-changes"; readonly pick: number }
  | { readonly do: "redrive" }
  | { readonly do: "rest" };

const THROTTLED = [
  "heads",
  "slices",
  "uploads",
  "receipts",
  "coverage",
  "alerts",
  "secret",
  "objects",
  "enrolment-events",
] as const;

type Maker = (random: Chance) => Step;
const MAKERS: readonly (readonly [weight: number, Maker])[] = [
  [
    14,
    (random) => ({ do: "put", file: randomFile(random), delayMinutes: random.below(4) === 0 ? random.below(90) : 0 }),
  ],
  [4, (random) => ({ do: "put-again", pick: random.below(4), delayMinutes: random.below(3) * 20 })],
  [3, (random) => ({ do: "decide", pick: random.below(9), decision: random.below(3) === 0 ? "discard" : "release" })],
  [3, (random) => ({ do: "echo", feed: random.below(4), pick: random.below(100) })],
  [
    24,
    (random) => ({
      do: "start",
      feed: random.below(9),
      pick: random.below(9),
      messages: 1 + random.below(6),
      again: random.below(6) === 0,
    }),
  ],
  [
    50,
    (random) => ({
      do: "run",
      pick: random.below(6),
      effects: 1 + random.below(16),
      fault: random.below(2) === 0 ? (FAULTS[random.below(FAULTS.length)] ?? null) : null,
    }),
  ],
  [
    2,
    (random) => ({
      do: "throttle",
      effects: THROTTLED[random.below(THROTTLED.length)] ?? "",
      minutes: random.below(240),
    }),
  ],
  [4, (random) => ({ do: "wait", minutes: random.below(120) })],
  [5, () => ({ do: "day" })],
  [1, (random) => ({ do: "jump", days: random.below(200) })],
  [1, (random) => ({ do: "poison", feed: random.below(5) })],
  [
    1,
    (random) => ({
      do: "drop",
      feed: random.below(2) === 0 ? "coverage-updates" : "coverage-changes",
      pick: random.below(5),
    }),
  ],
  [1, () => ({ do: "redrive" })],
  [5, () => ({ do: "rest" })],
];
const WEIGHT = MAKERS.reduce((sum, [weight]) => sum + weight, 0);

export function stepsOf(seed: number): readonly Step[] {
  const random = chance(seed);
  return Array.from({ length: 25 + random.below(50) }, () => randomStep(random));
}

function randomStep(random: Chance): Step {
  let at = random.below(WEIGHT);
  for (const [weight, make] of MAKERS) {
    if (at < weight) return make(random);
    at -= weight;
  }
  return { do: "rest" };
}
