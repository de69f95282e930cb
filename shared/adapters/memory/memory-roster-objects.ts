// Uploaded files, each at exactly the version that the event names; by ETag where the event names none, as of a bucket without versions.
import type { ObjectCreatedEvent } from "#events/object-created.ts";
import type { OpenedObject, RosterObjects } from "#shared/ports.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { MemoryBucket } from "./memory-bucket.ts";

export class MemoryRosterObjects implements RosterObjects {
  readonly #bucket: MemoryBucket;
  readonly #effect: Effect;

  constructor(bucket: MemoryBucket, effect: Effect = atOnce) {
    this.#bucket = bucket;
    this.#effect = effect;
  }

  open(event: ObjectCreatedEvent): Promise<OpenedObject | null> {
    const { key, etag, "version-id": versionId } = event.detail.object;
    return this.#effect("objects.open", () => {
      const stored = versionId === undefined ? this.#bucket.newest(key) : this.#bucket.version(key, versionId);
      if (stored === null || (versionId === undefined && stored.etag !== etag)) return null;
      return { metadata: stored.metadata, body: this.#read(stored.body) };
    });
  }

  async *#read(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    yield await this.#effect("objects.body", () => bytes);
  }
}
