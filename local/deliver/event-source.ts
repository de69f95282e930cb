// An event source mapping: hands the messages of one queue to one function in batches, deletes what succeeded, and lets the queue's redrive policy
// have what failed too often. It sleeps until something is queued, becomes visible again, or comes to rest.
import type { EmulatedQueue, ReceivedMessage } from "../emulators/queue.ts";
import type { EventSourceResource } from "../template/compute.ts";
import type { Activity } from "./activity.ts";
import { failedMessages, sqsEvent } from "./sqs-event.ts";

/** A function is invoked with at most 6 MB; the rest of a record and the escaping of JSON need room. */
const MAX_BATCH_BYTES = 4_500_000;

export interface EventSource {
  readonly queue: EmulatedQueue;
  /** Whether messages lie ready that wait for nothing but their turn. */
  isReady(): boolean;
  stop(): void;
}

export interface EventSourceOptions {
  readonly mapping: EventSourceResource;
  readonly queue: EmulatedQueue;
  readonly invoke: (event: unknown) => Promise<unknown>;
  readonly activity: Activity;
  /** Whether more messages may still come while this source waits. */
  readonly othersMove: () => boolean;
  readonly retryDelayMs: (receiveCount: number) => number;
}

export function startEventSource(options: EventSourceOptions): EventSource {
  const { mapping, queue, invoke, activity, othersMove, retryDelayMs } = options;
  let delivering = false;
  let stopped = false;
  let dueTimer: NodeJS.Timeout | undefined;
  let windowOpenedAt: number | null = null;

  /**
   * On AWS a window lasts its full time. Here it lasts while something else may still add to the batch: a day of this
   * province takes milliseconds, and has no seconds to wait.
   */
  function waitsForMore(visible: number): boolean {
    if (mapping.windowSeconds === 0 || visible >= mapping.batchSize || !othersMove()) return false;
    windowOpenedAt ??= Date.now();
    const left = windowOpenedAt + mapping.windowSeconds * 1000 - Date.now();
    if (left > 0) wakeIn(left);
    return left > 0;
  }

  function wakeIn(ms: number): void {
    clearTimeout(dueTimer);
    dueTimer = setTimeout(pump, ms);
  }

  function pump(): void {
    if (delivering || stopped) return;
    const visible = queue.visible();
    if (visible === 0) {
      const due = queue.nextDue();
      if (due !== null) wakeIn(Math.max(1, due - Date.now()));
      return;
    }
    if (waitsForMore(visible)) return;
    windowOpenedAt = null;
    const messages = queue.receive(mapping.batchSize, MAX_BATCH_BYTES);
    if (messages.length === 0) {
      activity.changed();
      return;
    }
    delivering = true;
    void activity.during(() => deliver(messages).finally(() => (delivering = false)));
  }

  async function deliver(messages: readonly ReceivedMessage[]): Promise<void> {
    const failed = await outcome(messages);
    for (const message of messages) {
      if (!failed.has(message.messageId)) queue.delete(message.receiptHandle);
      else queue.release(message.receiptHandle, retryDelay(message));
    }
  }

  async function outcome(messages: readonly ReceivedMessage[]): Promise<ReadonlySet<string>> {
    try {
      const answer = await invoke(sqsEvent(messages, queue.arn));
      return failedMessages(mapping.reportsBatchItemFailures ? answer : undefined, messages);
    } catch {
      // The function's host has logged why.
      return new Set(messages.map(({ messageId }) => messageId));
    }
  }

  /**
   * On AWS a failed message is seen again when its visibility timeout ends, minutes later. Nobody at this machine wants to wait
   * for that, and the order of things is the same after a shorter time; one that has had its last try goes to the dead letters at once.
   */
  function retryDelay({ receiveCount }: ReceivedMessage): number {
    return receiveCount >= queue.maxReceiveCount ? 0 : retryDelayMs(receiveCount);
  }

  activity.onChange(pump);
  return {
    queue,
    isReady: () => !delivering && mapping.windowSeconds === 0 && queue.visible() > 0,
    stop: () => {
      stopped = true;
      clearTimeout(dueTimer);
    },
  };
}
