// The dead letters of a queue: looked at without their bodies, or sent to the queue once more.
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { DEAD_LETTER_REASON } from "./dead-letters.ts";

/** How long a letter that was received is kept from others: far longer than sending some of them takes. */
const HIDDEN_SECONDS = 120;
/** Long enough to ask all servers of the queue. */
const WAIT_SECONDS = 1;
const MOST_A_CALL = 10;

export interface DeadLetter {
  readonly body: string;
  /** By which it is deleted. */
  readonly handle: string;
}

export class DeadLetterQueue {
  readonly #sqs: SQSClient;
  readonly #queue: string;
  readonly #deadLetters: string;

  constructor(sqs: SQSClient, urls: { readonly queue: string; readonly deadLetters: string }) {
    this.#sqs = sqs;
    this.#queue = urls.queue;
    this.#deadLetters = urls.deadLetters;
  }

  /** The first reason among some of them, which stay where they are; null when they were tried until that was given up. */
  async firstReason(): Promise<string | null> {
    const { Messages = [] } = await this.#sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: this.#deadLetters,
        MaxNumberOfMessages: MOST_A_CALL,
        MessageAttributeNames: [DEAD_LETTER_REASON],
        VisibilityTimeout: 0,
        WaitTimeSeconds: WAIT_SECONDS,
      }),
    );
    return Messages.flatMap((message) => message.MessageAttributes?.[DEAD_LETTER_REASON]?.StringValue ?? [])[0] ?? null;
  }

  /** At most so many and at most ten; nobody else gets them for two minutes. */
  async receive(most: number): Promise<readonly DeadLetter[]> {
    const { Messages = [] } = await this.#sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: this.#deadLetters,
        MaxNumberOfMessages: Math.min(most, MOST_A_CALL),
        VisibilityTimeout: HIDDEN_SECONDS,
        WaitTimeSeconds: WAIT_SECONDS,
      }),
    );
    return Messages.map(({ Body: body = "", ReceiptHandle: handle = "" }) => ({ body, handle }));
  }

  async send({ body }: DeadLetter): Promise<void> {
    await this.#sqs.send(new SendMessageCommand({ QueueUrl: this.#queue, MessageBody: body }));
  }

  async delete({ handle }: DeadLetter): Promise<void> {
    await this.#sqs.send(new DeleteMessageCommand({ QueueUrl: this.#deadLetters, ReceiptHandle: handle }));
  }
}
