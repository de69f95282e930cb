// The same failure with fewer steps: larger pieces are left out first, then smaller ones, as long as something still goes wrong.
import { runHistory } from "./run-history.ts";
import type { Step } from "./steps.ts";

const MOST_TRIES = 600;

export async function shrink(steps: readonly Step[]): Promise<readonly Step[]> {
  let left = steps;
  let tries = 0;
  for (let size = Math.ceil(left.length / 2); size >= 1; ) {
    let shorter = false;
    for (let from = 0; from < left.length && tries < MOST_TRIES; ) {
      const without = [...left.slice(0, from), ...left.slice(from + size)];
      tries += 1;
      if ((await runHistory(without)).faults.length > 0) {
        left = without;
        shorter = true;
      } else {
        from += size;
      }
    }
    if (!shorter || size > 1) size = size === 1 ? 0 : Math.ceil(size / 2);
  }
  return left;
}
