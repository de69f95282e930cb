// A bucket that keeps every version of its objects.
import { createHash } from "node:crypto";

export interface StoredObject {
  readonly versionId: string;
  readonly etag: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly contentType: string;
  readonly body: Uint8Array;
}

export interface ObjectDetails {
  readonly metadata?: Readonly<Record<string, string>>;
  readonly contentType?: string;
}

export class MemoryBucket {
  readonly #versions = new Map<string, readonly StoredObject[]>();
  #written = 0;

  put(key: string, body: Uint8Array | string, { metadata = {}, contentType = "" }: ObjectDetails = {}): StoredObject {
    const bytes = typeof body === "string" ? new TextEncoder().encode(body) : Uint8Array.from(body);
    this.#written += 1;
    const stored = {
      versionId: `v${this.#written}`,
      etag: createHash("md5").update(bytes).digest("hex"),
      metadata: Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name.toLowerCase(), value])),
      contentType,
      body: bytes,
    };
    this.#versions.set(key, [...(this.#versions.get(key) ?? []), stored]);
    return stored;
  }

  /** The newest version; null when there is none. */
  newest(key: string): StoredObject | null {
    return copyOf(this.#versions.get(key)?.at(-1));
  }

  version(key: string, versionId: string): StoredObject | null {
    return copyOf(this.#versions.get(key)?.find((stored) => stored.versionId === versionId));
  }

  /** As a rule of the bucket does when a version has lain long enough. */
  removeVersion(key: string, versionId: string): void {
    this.#versions.set(key, this.#versions.get(key)?.filter((stored) => stored.versionId !== versionId) ?? []);
  }

  /** Takes over all objects of another bucket. */
  copyFrom(other: MemoryBucket): void {
    this.#versions.clear();
    for (const [key, versions] of other.#versions) this.#versions.set(key, versions);
    this.#written = other.#written;
  }

  /** Of all versions together. */
  get bytes(): number {
    return [...this.#versions.values()].flat().reduce((sum, { body }) => sum + body.length, 0);
  }

  keys(): readonly string[] {
    return [...this.#versions].flatMap(([key, versions]) => (versions.length > 0 ? [key] : [])).sort();
  }
}

function copyOf(stored: StoredObject | undefined): StoredObject | null {
  return stored === undefined ? null : { ...stored, metadata: { ...stored.metadata }, body: stored.body.slice() };
}
