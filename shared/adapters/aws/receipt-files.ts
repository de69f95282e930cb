// Receipts as people ask for them: by upload, with links that work for an hour.
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { receipt as receiptSchema } from "#events/receipt.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { REFUSED_RECEIPTS_PREFIX } from "#shared/names.ts";
import { receiptPageKeyOf, rejectedRowsKeyOf } from "#shared/upload-id.ts";

const VALID_SECONDS = 3600;

export interface ReceiptLinks {
  readonly receipt: string | null;
  /** The receipt as a page for people. */
  readonly page: string | null;
  /** null when no row was rejected. */
  readonly rejectedRows: string | null;
  /** The same as a workbook; null also when they are too many for one. */
  readonly rejectedRowsXlsx: string | null;
}

export class S3ReceiptFiles {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /** null while there is none. */
  async read(key: string): Promise<Receipt | null> {
    try {
      const { Body } = await this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
      return receiptSchema.parse(JSON.parse((await Body?.transformToString()) ?? ""));
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async links(key: string, { mode }: Pick<Receipt, "mode">): Promise<ReceiptLinks> {
    return {
      receipt: await this.#link(key),
      page: await this.#link(receiptPageKeyOf(key)),
      rejectedRows: await this.#link(rejectedRowsKeyOf(key, mode, "csv")),
      rejectedRowsXlsx: await this.#link(rejectedRowsKeyOf(key, mode, "xlsx")),
    };
  }

  /** Keys of the receipts of files that name no usable roster, the latest last; out of the first 1,000 objects. */
  async refused(): Promise<readonly string[]> {
    const { Contents = [] } = await this.#s3.send(
      new ListObjectsV2Command({ Bucket: this.#bucket, Prefix: REFUSED_RECEIPTS_PREFIX }),
    );
    return Contents.flatMap(({ Key, LastModified }) =>
      Key?.endsWith(".json") ? [{ key: Key, at: LastModified?.getTime() ?? 0 }] : [],
    )
      .sort((a, b) => a.at - b.at)
      .map(({ key }) => key);
  }

  async #link(key: string): Promise<string | null> {
    const object = { Bucket: this.#bucket, Key: key };
    try {
      await this.#s3.send(new HeadObjectCommand(object));
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
      throw error;
    }
    return getSignedUrl(this.#s3, new GetObjectCommand(object), { expiresIn: VALID_SECONDS });
  }
}
