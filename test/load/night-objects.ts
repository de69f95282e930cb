// The night's files as a bucket that makes each of them anew whenever it is read, and keeps none.
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { Effect } from "#shared/adapters/memory/effect.ts";
import type { OpenedObject, RosterObjects } from "#shared/ports.ts";
import { type NightFile, textOf } from "./night.ts";

export class NightObjects implements RosterObjects {
  readonly #files: ReadonlyMap<string, NightFile>;
  readonly #effect: Effect;

  constructor(files: ReadonlyMap<string, NightFile>, effect: Effect) {
    this.#files = files;
    this.#effect = effect;
  }

  open(event: ObjectCreatedEvent): Promise<OpenedObject | null> {
    return this.#effect("objects.open", () => {
      const file = this.#files.get(event.detail.object.key);
      return file === undefined ? null : { metadata: {}, body: this.#read(file) };
    });
  }

  async *#read(file: NightFile): AsyncGenerator<Uint8Array> {
    await this.#effect("objects.body", () => null);
    for (const text of textOf(file)) yield Buffer.from(text);
  }
}
