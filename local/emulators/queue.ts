// A queue of the emulator, read in process: as ReceiveMessage, DeleteMessage and ChangeMessageVisibility do it, without their HTTP.
import type { MessageAttributeValue } from "fauxqs";
import type { NewMessage, SqsQueue, SqsStore } from "./fauxqs-internals.ts";

export interface ReceivedMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly md5OfBody: string;
  readonly messageAttributes: Readonly<Record<string, MessageAttributeValue>>;
  readonly sentTimestamp: number;
  readonly firstReceivedTimestamp: number;
  readonly receiveCount: number;
}

export interface EmulatedQueue {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  /** After how many receives a message goes to the dead letters; Infinity without a redrive policy. */
  readonly maxReceiveCount: number;
  /** Messages that can be received now. */
  visible(): number;
  /** Messages of any state: visible, in flight, delayed. */
  depth(): number;
  /** At most `count` messages of together at most `bytes`, at least one if any is visible. Those received too often go to the dead letters instead. */
  receive(count: number, bytes: number): readonly ReceivedMessage[];
  delete(receiptHandle: string): void;
  /** Makes a message in flight visible again after the time. */
  release(receiptHandle: string, afterMs: number): void;
  /** When the next message in flight or delayed becomes visible: ms since 1970; null when there is none. */
  nextDue(): number | null;
  send(body: string): void;
  /** Bodies of all messages, without receiving them. */
  bodies(): readonly string[];
}

export function openQueue(queue: SqsQueue, store: SqsStore, newMessage: NewMessage): EmulatedQueue {
  const redrive: { maxReceiveCount?: number } = JSON.parse(queue.attributes.RedrivePolicy ?? "{}");
  const deadLetters = (arn: string): SqsQueue | undefined => store.getQueueByArn(arn);
  return {
    name: queue.name,
    arn: queue.arn,
    url: queue.url,
    maxReceiveCount: redrive.maxReceiveCount ?? Number.POSITIVE_INFINITY,
    visible: () => {
      queue.processTimers();
      return queue.messages.length;
    },
    depth: () => queue.messages.length + queue.inflightMessages.size + queue.delayedMessages.length,
    receive: (count, bytes) => {
      const received: ReceivedMessage[] = [];
      let size = 0;
      queue.processTimers();
      while (received.length < count) {
        const next = queue.messages[0];
        if (next === undefined) break;
        size += Buffer.byteLength(next.body);
        if (received.length > 0 && size > bytes) break;
        received.push(
          ...queue.dequeue(1, undefined, deadLetters).map(({ ReceiptHandle }) => inFlight(queue, ReceiptHandle)),
        );
      }
      return received;
    },
    delete: (receiptHandle) => void queue.deleteMessage(receiptHandle),
    release: (receiptHandle, afterMs) => queue.changeVisibility(receiptHandle, afterMs / 1000),
    nextDue: () => {
      const due = [
        ...[...queue.inflightMessages.values()].map((it) => it.visibilityDeadline),
        ...queue.delayedMessages.map((it) => it.delayUntil ?? 0),
      ];
      return due.length === 0 ? null : Math.min(...due);
    },
    send: (body) => queue.enqueue(newMessage(body)),
    bodies: () => {
      const { ready, inflight, delayed } = queue.inspectMessages();
      return [...ready, ...inflight.map(({ message }) => message), ...delayed].map(({ body }) => body);
    },
  };
}

function inFlight(queue: SqsQueue, receiptHandle: string): ReceivedMessage {
  const entry = queue.inflightMessages.get(receiptHandle);
  if (entry === undefined) throw new Error(`${queue.name}: a received message is not in flight`);
  const { message } = entry;
  return {
    messageId: message.messageId,
    receiptHandle,
    body: message.body,
    md5OfBody: message.md5OfBody,
    messageAttributes: message.messageAttributes,
    sentTimestamp: message.sentTimestamp,
    firstReceivedTimestamp: message.approximateFirstReceiveTimestamp ?? message.sentTimestamp,
    receiveCount: message.approximateReceiveCount,
  };
}
