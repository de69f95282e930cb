// Versions of the files in a bucket, one by one: listed, read and deleted for good.
import { Readable } from "node:stream";
import { DeleteObjectCommand, GetObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import type { StoredObject } from "#shared/domain/reconcile/unprocessed-objects.ts";
import type { S3RosterListing } from "./s3-roster-listing.ts";

type Named = Pick<StoredObject, "key" | "versionId">;

export class S3StoredFiles {
  readonly #s3: S3Client;
  readonly #bucket: string;
  readonly #listing: S3RosterListing;

  constructor(s3: S3Client, bucket: string, listing: S3RosterListing) {
    this.#s3 = s3;
    this.#bucket = bucket;
    this.#listing = listing;
  }

  list(): Promise<readonly StoredObject[]> {
    return this.#listing.list();
  }

  /** null when it is gone. */
  async open(file: Named): Promise<AsyncIterable<Uint8Array> | null> {
    try {
      const { Body } = await this.#s3.send(new GetObjectCommand(this.#named(file)));
      if (!(Body instanceof Readable)) throw new Error("an object without a body");
      return Body;
    } catch (error) {
      if (error instanceof S3ServiceException && ["NoSuchKey", "NoSuchVersion"].includes(error.name)) return null;
      throw error;
    }
  }

  /** That version, which then cannot come back; where the bucket keeps none, the object. */
  async remove(file: Named): Promise<void> {
    await this.#s3.send(new DeleteObjectCommand(this.#named(file)));
  }

  #named({ key, versionId }: Named) {
    return { Bucket: this.#bucket, Key: key, ...(versionId === null ? {} : { VersionId: versionId }) };
  }
}
