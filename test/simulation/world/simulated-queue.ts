// A standard queue of SQS in virtual time: at least once, in any order, hidden while somebody works on a message, and after so many receives with the
// dead letters.
import type { Clock } from "./clock.ts";

export interface Message {
  /** A new one after a redrive. */
  readonly id: string;
  readonly body: string;
  readonly receives: number;
  readonly visibleAt: number;
}

export interface QueueSettings {
  readonly name: string;
  readonly visibilityMs: number;
  readonly maxReceives: number;
  /** Whether all that ever lay here can be looked at. */
  readonly keepsHistory: boolean;
}

export class SimulatedQueue {
  readonly name: string;
  readonly #settings: QueueSettings;
  readonly #clock: Clock;
  /** Everything that ever lay here, and since when. */
  readonly history: { readonly body: string; readonly at: number }[] = [];
  #messages: readonly Message[] = [];
  #deadLetters: readonly Message[] = [];
  #sent = 0;

  constructor(settings: QueueSettings, clock: Clock) {
    this.name = settings.name;
    this.#settings = settings;
    this.#clock = clock;
  }

  /** Takes over all of a queue at rest: what was ever sent, and how many. */
  copyFrom(other: SimulatedQueue): void {
    this.history.push(...other.history);
    this.#messages = other.#messages;
    this.#deadLetters = other.#deadLetters;
    this.#sent = other.#sent;
  }

  get depth(): number {
    return this.#messages.length;
  }

  get bodies(): readonly string[] {
    return this.history.map(({ body }) => body);
  }

  get waiting(): readonly string[] {
    return this.#messages.map(({ body }) => body);
  }

  get deadLetters(): readonly string[] {
    return this.#deadLetters.map(({ body }) => body);
  }

  visible(): readonly Message[] {
    return this.#messages.filter(({ visibleAt }) => visibleAt <= this.#clock.now);
  }

  /** When the next message becomes visible; null when none is to come. */
  nextDue(): number | null {
    const due = this.#messages.map(({ visibleAt }) => visibleAt).filter((at) => at > this.#clock.now);
    return due.length === 0 ? null : Math.min(...due);
  }

  send(body: string, delayMs = 0): void {
    this.#remember(body);
    this.#messages = [...this.#messages, this.#message(body, this.#clock.now + delayMs)];
  }

  sendAll(bodies: readonly string[]): void {
    for (const body of bodies) this.send(body);
  }

  /** Straight to the dead letters, as a function does with what can never work. */
  putAside(body: string): void {
    this.#remember(body);
    this.#deadLetters = [...this.#deadLetters, this.#message(body, 0)];
  }

  /**
   * Takes messages to work on; those that were received too often go to the dead letters instead.
   * @param again they stay visible as well: the same message is handed out twice
   */
  receive(messages: readonly Message[], again = false): readonly Message[] {
    const worn = messages.filter(({ receives }) => receives >= this.#settings.maxReceives);
    const taken = messages.filter((message) => !worn.includes(message));
    this.#messages = this.#messages.flatMap((message) => {
      if (worn.includes(message)) return [];
      if (!taken.includes(message)) return [message];
      const visibleAt = again ? message.visibleAt : this.#clock.now + this.#settings.visibilityMs;
      return [{ ...message, receives: message.receives + 1, visibleAt }];
    });
    this.#deadLetters = [...this.#deadLetters, ...worn];
    return taken;
  }

  delete(id: string): void {
    this.#messages = this.#messages.filter((message) => message.id !== id);
  }

  /** Dead letters come back as new messages, those that `wanted` says; the others are thrown away. */
  redrive(wanted: (body: string) => boolean = () => true): number {
    const again = this.#deadLetters.filter(({ body }) => wanted(body));
    this.#deadLetters = [];
    this.#messages = [...this.#messages, ...again.map(({ body }) => this.#message(body, this.#clock.now))];
    return again.length;
  }

  #remember(body: string): void {
    if (this.#settings.keepsHistory) this.history.push({ body, at: this.#clock.now });
  }

  #message(body: string, visibleAt: number): Message {
    this.#sent += 1;
    return { id: `${this.name}-${this.#sent}`, body, receives: 0, visibleAt };
  }
}
