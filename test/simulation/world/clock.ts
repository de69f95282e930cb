// Virtual time: it passes only when the world says so.

export class Clock {
  #now: number;

  /** @param start ISO 8601 UTC */
  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  get now(): number {
    return this.#now;
  }

  /** Whole seconds, as events are stamped. */
  get stamp(): string {
    return `${new Date(this.#now).toISOString().slice(0, 19)}Z`;
  }

  pass(ms: number): void {
    this.#now += ms;
  }

  /** To a later instant; an earlier one is past already. */
  reach(instant: number): void {
    this.#now = Math.max(this.#now, instant);
  }
}
