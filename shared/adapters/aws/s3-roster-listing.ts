// All uploaded files that lie in the Rosters bucket, with every version of each where the bucket keeps versions.
import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  paginateListObjectsV2,
  type S3Client,
} from "@aws-sdk/client-s3";
import type { StoredObject } from "#shared/domain/reconcile/unprocessed-objects.ts";
import { ROSTERS_PREFIX } from "#shared/names.ts";

interface Listed {
  readonly Key?: string | undefined;
  readonly VersionId?: string | undefined;
  readonly ETag?: string | undefined;
  readonly LastModified?: Date | undefined;
}

export class S3RosterListing {
  readonly #s3: S3Client;
  readonly #bucket: string;
  readonly #keepsVersions: boolean;
  readonly #prefix: string;

  /** @param keepsVersions false on the emulator, which lists objects only */
  constructor(s3: S3Client, bucket: string, keepsVersions: boolean, prefix = ROSTERS_PREFIX) {
    this.#s3 = s3;
    this.#bucket = bucket;
    this.#keepsVersions = keepsVersions;
    this.#prefix = prefix;
  }

  /** By key; the versions of one from the newest to the oldest, as S3 lists them. Deletions are not among them. */
  list(): Promise<readonly StoredObject[]> {
    return this.#keepsVersions ? this.#versions() : this.#objects();
  }

  async #objects(): Promise<readonly StoredObject[]> {
    const objects: StoredObject[] = [];
    const pages = paginateListObjectsV2({ client: this.#s3 }, { Bucket: this.#bucket, Prefix: this.#prefix });
    for await (const page of pages) objects.push(...(page.Contents ?? []).map(stored));
    return objects;
  }

  async #versions(): Promise<readonly StoredObject[]> {
    const objects: StoredObject[] = [];
    let next: { readonly KeyMarker?: string | undefined; readonly VersionIdMarker?: string | undefined } | null = {};
    while (next !== null) {
      const page: ListObjectVersionsCommandOutput = await this.#s3.send(
        new ListObjectVersionsCommand({ Bucket: this.#bucket, Prefix: this.#prefix, ...next }),
      );
      objects.push(...(page.Versions ?? []).map(stored));
      next = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : null;
    }
    return objects;
  }
}

function stored({ Key, VersionId, ETag, LastModified }: Listed): StoredObject {
  if (Key === undefined || ETag === undefined || LastModified === undefined) throw new Error("a listing without names");
  return {
    key: Key,
    versionId: VersionId ?? null,
    etag: ETag.replaceAll('"', ""),
    lastModified: LastModified.toISOString(),
  };
}
