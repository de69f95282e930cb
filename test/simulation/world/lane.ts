// One invocation of a function, stopped before each of its effects: whoever runs the world says when the effect happens, and what goes wrong with it.
import type { Effect } from "#shared/adapters/memory/effect.ts";

export const FAULTS = ["fails", "answer-lost", "repeated", "hangs", "dies"] as const;
/**
 * `fails`: an error, and nothing has happened (a throttled call too); `answer-lost`: it has happened, and looks like an error; `repeated`: it happens
 * twice, as when the SDK tries again after a lost answer; `hangs`: nothing more happens until the function's time is over; `dies`: it has happened,
 * and the function is gone.
 */
export type Fault = (typeof FAULTS)[number];

interface Turn {
  readonly name: string;
  readonly go: (fault: Fault | null) => void;
}

export class Lane<Answer> {
  #turn: Turn | null = null;
  #dead = false;
  #finished = false;
  #answer: Answer | null = null;
  #arrived: () => void = () => {};
  readonly #ready: Promise<void>;

  constructor(work: (effect: Effect) => Promise<Answer>) {
    this.#ready = this.#arrival();
    work(this.#effect).then(
      (answer) => this.#finish(answer),
      () => this.#finish(null),
    );
  }

  /** Until the first effect stands before the door. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** The effect that would be next; null when there is none any more. */
  get next(): string | null {
    return this.#turn?.name ?? null;
  }

  get finished(): boolean {
    return this.#finished;
  }

  /** What the function answered; null when it failed as a whole, died or is not done. */
  get answer(): Answer | null {
    return this.#answer;
  }

  /** Lets the next effect happen and waits until another one stands before the door, or the function is done. */
  async advance(fault: Fault | null): Promise<void> {
    const turn = this.#turn;
    if (turn === null) return;
    this.#turn = null;
    const arrival = this.#arrival();
    turn.go(fault);
    await arrival;
  }

  readonly #effect: Effect = async (name, run) => {
    if (this.#dead) throw new Error("the function is gone");
    const fault = await new Promise<Fault | null>((go) => {
      this.#turn = { name, go };
      this.#arrived();
    });
    if (fault === null) return run();
    if (fault === "hangs" || fault === "dies") this.#dead = true;
    if (fault !== "fails" && fault !== "hangs") run();
    if (fault === "repeated") return run();
    throw new Error(`${name}: ${fault}`);
  };

  #arrival(): Promise<void> {
    return new Promise((resolve) => {
      this.#arrived = resolve;
    });
  }

  #finish(answer: Answer | null): void {
    this.#finished = true;
    this.#answer = this.#dead ? null : answer;
    this.#arrived();
  }
}
