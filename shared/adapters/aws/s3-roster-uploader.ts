// Puts a roster file where it belongs; larger ones in parts of 8 MiB.

import type { Readable } from "node:stream";
import type { S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";

const PART_BYTES = 8 * 1024 * 1024;

export class S3RosterUploader {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /**
   * @param metadata what the rows do not say: `program`, `mulai`, `akhir`, `from`, `mode`
   * @returns the object's version; null from a bucket that keeps none
   */
  async put(
    key: string,
    body: Uint8Array | Readable,
    metadata: Readonly<Record<string, string>> = {},
  ): Promise<string | null> {
    const params = { Bucket: this.#bucket, Key: key, Body: body, Metadata: { ...metadata } };
    const upload = new Upload({ client: this.#s3, params, partSize: PART_BYTES, leavePartsOnError: false });
    return (await upload.done()).VersionId ?? null;
  }
}
