// Sends the dead letters of a queue once more, with a record of it, and counts what is there afterwards.
import { setTimeout as pause } from "node:timers/promises";
import type { DeadLetter } from "#shared/adapters/aws/dead-letter-queue.ts";
import type { ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import type { QueueDepth } from "#shared/adapters/aws/queue-depth.ts";
import type { RedriveAct } from "#shared/domain/audit.ts";
import type { DeadLettersName } from "#shared/names.ts";
import { type FoundProvince, timeIn } from "../province.ts";
import { type Redriven, redriveLetters } from "./redrive-letters.ts";
import { senderOf } from "./send-letter.ts";

export interface Resending {
  /** null: as many as lie there when it begins. */
  readonly max: number | null;
  /** Messages a second. */
  readonly rate: number;
  /** ARN of a subscribed queue; null: not said. */
  readonly to: string | null;
  readonly by: string;
}

export interface Resent extends Redriven {
  readonly queue: DeadLettersName;
  readonly before: number;
  /** `queue` is null where there is none to which they were sent. */
  readonly after: { readonly queue: QueueDepth | null; readonly deadLetters: QueueDepth };
}

/** @throws CannotDo, with the way out, where sending again is not the repair */
export async function sendAgain(
  province: FoundProvince,
  queue: DeadLettersName,
  { max, rate, to, by }: Resending,
): Promise<Resent> {
  const { access, local } = province;
  const deadLetters = await deadLettersOf(access, queue);
  const before = lettersIn(deadLetters);
  if (before === 0 && to === null)
    return { queue, sent: 0, unfit: 0, before, after: { queue: await waitingIn(access, queue), deadLetters } };
  const send = await senderOf(access, { name: queue, to, onThisMachine: local !== null });
  const most = max ?? before;
  const act: RedriveAct = { kind: "redrive", at: await timeIn(province), by, queue, progress: "begun", sent: null };
  const box = access.deadLetters(queue);
  if (most > 0) await access.audit.record(access.code, act);
  const done = await redriveLetters<DeadLetter>(
    {
      receive: (some) => box.receive(some),
      send,
      delete: (letter) => box.delete(letter),
      putBack: (letter) => box.putBack(letter),
    },
    { most, pace: () => pause(1000 / rate) },
  );
  if (most > 0) await access.audit.record(access.code, { ...act, progress: "done", sent: done.sent });
  const after = { queue: await waitingIn(access, queue), deadLetters: await deadLettersOf(access, queue) };
  return { queue, ...done, before, after };
}

export function lettersIn({ waiting, inFlight }: QueueDepth): number {
  return waiting + inFlight;
}

async function deadLettersOf(access: ProvinceAccess, of: DeadLettersName): Promise<QueueDepth> {
  const depth = (await access.deadLetterDepths()).find(({ name }) => name === of);
  if (depth === undefined) throw new Error(`no depth of ${of}`);
  return depth.deadLetters;
}

/** null for what is no queue. */
async function waitingIn(access: ProvinceAccess, of: DeadLettersName): Promise<QueueDepth | null> {
  return (await access.queueDepths()).find(({ name }) => name === of)?.queue ?? null;
}
