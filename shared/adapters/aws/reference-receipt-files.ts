// Receipts of reference data as people ask for them.
import { paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import { REFERENCE_KINDS, type ReferenceKind } from "#shared/domain/reference/reference-key.ts";
import type { ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";
import { REFERENCE_RECEIPTS_PREFIX } from "#shared/names.ts";
import { referenceReceiptKeyOf } from "#shared/upload-id.ts";
import { readReferenceReceipt } from "./s3-reference-receipts.ts";

export class ReferenceReceiptFiles {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /** null while there is none. */
  read(key: string): Promise<ReferenceReceipt | null> {
    return readReferenceReceipt(this.#s3, this.#bucket, key);
  }

  /** The receipt of an upload of any kind. */
  async find(uploadId: string): Promise<ReferenceReceipt | null> {
    for (const kind of REFERENCE_KINDS) {
      const receipt = await this.read(referenceReceiptKeyOf(kind, uploadId));
      if (receipt !== null) return receipt;
    }
    return null;
  }

  /** Oldest first. */
  all(): Promise<readonly ReferenceReceipt[]> {
    return this.newest(Number.POSITIVE_INFINITY);
  }

  /** The newest `count`, the newest last. */
  async newest(count: number): Promise<readonly ReferenceReceipt[]> {
    const found: { readonly key: string; readonly at: number }[] = [];
    const where = { Bucket: this.#bucket, Prefix: REFERENCE_RECEIPTS_PREFIX };
    for await (const page of paginateListObjectsV2({ client: this.#s3 }, where))
      found.push(
        ...(page.Contents ?? []).flatMap(({ Key, LastModified }) =>
          Key?.endsWith(".json") ? [{ key: Key, at: LastModified?.getTime() ?? 0 }] : [],
        ),
      );
    const keys = found.sort((a, b) => a.at - b.at).slice(-count);
    const read = await Promise.all(keys.map(({ key }) => this.read(key)));
    return read.flatMap((receipt) => receipt ?? []).sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  }

  async keys(kind: ReferenceKind): Promise<readonly string[]> {
    const keys: string[] = [];
    const where = { Bucket: this.#bucket, Prefix: `${REFERENCE_RECEIPTS_PREFIX}${kind}/` };
    for await (const page of paginateListObjectsV2({ client: this.#s3 }, where))
      keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
    return keys;
  }
}
