// Runs seeds one after another; of the first that fails the shortest trace is told.
import { runHistory } from "./run-history.ts";
import { shrink } from "./shrink.ts";
import { stepsOf } from "./steps.ts";

export interface SeedsOutcome {
  readonly seeds: number;
  readonly effects: number;
  /** null when no seed failed. */
  readonly failure: string | null;
}

export async function runSeeds(first: number, count: number): Promise<SeedsOutcome> {
  let effects = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const outcome = await runHistory(stepsOf(seed));
    effects += outcome.effects;
    if (outcome.faults.length > 0) return { seeds: seed - first + 1, effects, failure: await tell(seed) };
  }
  return { seeds: count, effects, failure: null };
}

async function tell(seed: number): Promise<string> {
  const { faults, trace } = await runHistory(await shrink(stepsOf(seed)));
  return [`seed ${seed} fails; the shortest history found:`, ...trace, "", ...faults].join("\n");
}
