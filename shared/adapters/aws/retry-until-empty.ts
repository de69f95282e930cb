// Batch calls of AWS answer success although some of their entries failed. Those are sent again, with growing pauses, until none is left.
import { setTimeout as pause } from "node:timers/promises";

const MAX_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 50;

/**
 * Sends entries until all are taken.
 * @param send sends some entries and returns those that were not taken
 * @throws Error when some are still left after 8 attempts
 */
export async function retryUntilEmpty<T>(
  entries: readonly T[],
  send: (entries: readonly T[]) => Promise<readonly T[]>,
  firstPauseMs = FIRST_PAUSE_MS,
): Promise<void> {
  let left = entries;
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === MAX_ATTEMPTS)
      throw new Error(`${left.length} of ${entries.length} entries not taken after ${attempt} attempts`);
    if (attempt > 0) await pause(firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
    left = await send(left);
  }
}
