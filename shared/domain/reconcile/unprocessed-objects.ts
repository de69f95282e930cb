// Which uploaded files are not recorded as an upload. Only what lies in the bucket is asked about: a version that was deleted, or has expired after it
// was replaced, is no gap.
import type { UploadedObject } from "../upload.ts";

/** A file as the bucket lists it. */
export interface StoredObject {
  readonly key: string;
  /** null where the bucket keeps no versions. */
  readonly versionId: string | null;
  /** Without quotes. */
  readonly etag: string;
  /** ISO 8601 UTC. */
  readonly lastModified: string;
}

/** Those that were put before an instant and of which no upload is known, in the order given. */
export function unprocessedObjects(
  objects: readonly StoredObject[],
  uploads: readonly { readonly object: UploadedObject }[],
  before: string,
): readonly StoredObject[] {
  const known = knownObjects(uploads.map(({ object }) => object));
  return objects.filter((object) => isBefore(object.lastModified, before) && !known(object));
}

/** Tells whether an object is among those given: by its version, by its ETag where there are none. */
export function knownObjects(
  objects: readonly Pick<StoredObject, "key" | "versionId" | "etag">[],
): (object: Pick<StoredObject, "key" | "versionId" | "etag">) => boolean {
  const names = new Set(objects.map(nameOf));
  return (object) => names.has(nameOf(object));
}

export function isBefore(instant: string, other: string): boolean {
  return Date.parse(instant) < Date.parse(other);
}

/**
 * Stands in for the sequencer of an event that is lost: later files of a key get a larger one, and a file always the same.
 * @param place how many versions of the key are older, of those put in the same second
 */
export function sequencerOf({ lastModified }: StoredObject, place: number): string {
  const seconds = Math.floor(Date.parse(lastModified) / 1000);
  return `${seconds.toString(16).padStart(10, "0")}${place.toString(16).padStart(4, "0")}`.toUpperCase();
}

/** @param newestFirst the versions of all keys, those of one key from the newest to the oldest */
export function placeInSecond(object: StoredObject, newestFirst: readonly StoredObject[]): number {
  const same = newestFirst.filter((other) => other.key === object.key && secondOf(other) === secondOf(object));
  return same.length - 1 - same.indexOf(object);
}

function nameOf({ key, versionId, etag }: Pick<StoredObject, "key" | "versionId" | "etag">): string {
  return JSON.stringify([key, versionId ?? etag, versionId !== null]);
}

function secondOf({ lastModified }: StoredObject): number {
  return Math.floor(Date.parse(lastModified) / 1000);
}
