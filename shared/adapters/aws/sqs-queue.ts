// A queue of JSON messages. Messages are packed into calls as the limits allow: ten entries and 1 MiB a call.
import { SendMessageBatchCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Queue } from "#shared/ports.ts";
import { retryUntilEmpty } from "./retry-until-empty.ts";

const MAX_ENTRIES = 10;
const MAX_CALL_BYTES = 1024 * 1024;

export class SqsQueue<Message> implements Queue<Message> {
  readonly #sqs: SQSClient;
  readonly #url: string;
  readonly #textOf: (message: Message) => string;

  /** @param textOf gives the message as JSON */
  constructor(sqs: SQSClient, url: string, textOf: (message: Message) => string) {
    this.#sqs = sqs;
    this.#url = url;
    this.#textOf = textOf;
  }

  async send(messages: readonly Message[]): Promise<void> {
    for (const bodies of packCalls(messages.map((message) => this.#textOf(message)))) {
      await retryUntilEmpty(bodies, (left) => this.#sendBatch(left));
    }
  }

  async #sendBatch(bodies: readonly string[]): Promise<readonly string[]> {
    const answer = await this.#sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: this.#url,
        Entries: bodies.map((body, index) => ({ Id: String(index), MessageBody: body })),
      }),
    );
    return (answer.Failed ?? []).flatMap((failed) => bodies[Number(failed.Id)] ?? []);
  }
}

/** Groups bodies into calls of at most ten entries and 1 MiB together. */
export function packCalls(bodies: readonly string[]): readonly (readonly string[])[] {
  const calls: string[][] = [];
  let bytes = 0;
  for (const body of bodies) {
    const size = Buffer.byteLength(body);
    const call = calls.at(-1);
    if (call === undefined || call.length === MAX_ENTRIES || bytes + size > MAX_CALL_BYTES) {
      calls.push([body]);
      bytes = size;
    } else {
      call.push(body);
      bytes += size;
    }
  }
  return calls;
}
