// A dead-letter queue: its letters received, each with why it failed, and then put back or deleted. Where they are sent once more is not its matter.
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { DEAD_LETTER_REASON } from "./dead-letters.ts";

/** How long a letter that was received is kept from others: far longer than sending some of them takes. */
const HIDDEN_SECONDS = 120;
/** Long enough for AWS to ask all servers of the queue. */
export const ALL_SERVERS_SECONDS = 1;
const MOST_A_CALL = 10;
/** Attributes that say why: a function's own, those of EventBridge and its scheduler, and those of Lambda. */
const REASONS = [DEAD_LETTER_REASON, "ERROR_MESSAGE", "ErrorMessage", "ERROR_CODE", "ErrorCode"];

export interface DeadLetter {
  readonly id: string;
  readonly body: string;
  /** Why it failed; null when it was tried until that was given up. */
  readonly reason: string | null;
  /** Instant at which it was first sent, ISO 8601, UTC. */
  readonly sentAt: string;
  /** By which it is put back or deleted. */
  readonly handle: string;
}

export class DeadLetterQueue {
  readonly #sqs: SQSClient;
  readonly #url: string;
  readonly #waitSeconds: number;

  /** @param waitSeconds after which a queue that gave nothing is taken to be empty */
  constructor(sqs: SQSClient, url: string, waitSeconds: number) {
    this.#sqs = sqs;
    this.#url = url;
    this.#waitSeconds = waitSeconds;
  }

  /** The first reason among some of them, which stay where they are; null when they were tried until that was given up. */
  async firstReason(): Promise<string | null> {
    return (await this.#receive(MOST_A_CALL, 0)).flatMap(({ reason }) => reason ?? [])[0] ?? null;
  }

  /** At most so many and at most ten; nobody else gets them for two minutes. */
  receive(most: number): Promise<readonly DeadLetter[]> {
    return this.#receive(Math.min(most, MOST_A_CALL), HIDDEN_SECONDS);
  }

  /** Lets others have it again at once. */
  async putBack({ handle }: Pick<DeadLetter, "handle">): Promise<void> {
    await this.#sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: this.#url, ReceiptHandle: handle, VisibilityTimeout: 0 }),
    );
  }

  async delete({ handle }: Pick<DeadLetter, "handle">): Promise<void> {
    await this.#sqs.send(new DeleteMessageCommand({ QueueUrl: this.#url, ReceiptHandle: handle }));
  }

  async #receive(most: number, hiddenSeconds: number): Promise<readonly DeadLetter[]> {
    const { Messages = [] } = await this.#sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: this.#url,
        MaxNumberOfMessages: most,
        MessageAttributeNames: REASONS,
        MessageSystemAttributeNames: ["SentTimestamp"],
        VisibilityTimeout: hiddenSeconds,
        WaitTimeSeconds: this.#waitSeconds,
      }),
    );
    return Messages.map(letterOf);
  }
}

function letterOf({ MessageId, Body, ReceiptHandle, MessageAttributes = {}, Attributes = {} }: Message): DeadLetter {
  const reasons = REASONS.flatMap((name) => MessageAttributes[name]?.StringValue ?? []);
  return {
    id: MessageId ?? "",
    body: Body ?? "",
    reason: reasons[0] ?? null,
    sentAt: new Date(Number(Attributes.SentTimestamp ?? 0)).toISOString(),
    handle: ReceiptHandle ?? "",
  };
}
