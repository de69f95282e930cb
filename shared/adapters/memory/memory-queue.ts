// The sending end of a queue: as many messages to a call as SQS takes.
import type { Queue } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";

const MAX_ENTRIES = 10;

export interface MemoryQueueParts<Message> {
  /** Stands in the name of its effect. */
  readonly name: string;
  /** Gives the message as JSON. */
  readonly textOf: (message: Message) => string;
  /** Takes the bodies of one call. */
  readonly deliver: (bodies: readonly string[]) => void;
}

export class MemoryQueue<Message> implements Queue<Message> {
  readonly #parts: MemoryQueueParts<Message>;
  readonly #effect: Effect;

  constructor(parts: MemoryQueueParts<Message>, effect: Effect = atOnce) {
    this.#parts = parts;
    this.#effect = effect;
  }

  async send(messages: readonly Message[]): Promise<void> {
    const { name, textOf, deliver } = this.#parts;
    const bodies = messages.map(textOf);
    for (let from = 0; from < bodies.length; from += MAX_ENTRIES)
      await this.#effect(`${name}.send`, () => deliver(bodies.slice(from, from + MAX_ENTRIES)));
  }
}
