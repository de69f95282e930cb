// Lets the history happen to a province: every day is run, every file goes up through S3 as anybody's would, and each is through before the next day.
import { addDays, type Day } from "#shared/domain/day.ts";
import { ARRIVALS, FIRST_DAY, LAST_DAY } from "./history.ts";
import type { Arrival } from "./reference-files.ts";

/** What the replay needs of a province. */
export interface ReplayedProvince {
  put(key: string, body: Uint8Array): Promise<unknown>;
  moveDay(to: Day, onDay: (day: Day) => void): Promise<void>;
  /** Waits until nothing is under way. */
  idle(): Promise<void>;
}

export type ReplayProgress =
  | { readonly kind: "day"; readonly day: Day; readonly ran: number; readonly of: number }
  | { readonly kind: "arrival"; readonly arrival: Arrival; readonly bytes: number };

export async function runReplay(
  province: ReplayedProvince,
  onProgress: (progress: ReplayProgress) => void,
): Promise<void> {
  const of = daysFrom(FIRST_DAY, LAST_DAY);
  const moveTo = (to: Day): Promise<void> =>
    province.moveDay(to, (day) => onProgress({ kind: "day", day, ran: daysFrom(FIRST_DAY, day), of }));
  for (const arrival of ARRIVALS) {
    await moveTo(arrival.day);
    const body = await arrival.file();
    onProgress({ kind: "arrival", arrival, bytes: body.length });
    await province.put(arrival.objectKey, body);
    await province.idle();
  }
  await moveTo(LAST_DAY);
}

function daysFrom(first: Day, last: Day): number {
  let count = 0;
  for (let day = first; day < last; day = addDays(day, 1)) count += 1;
  return count;
}
