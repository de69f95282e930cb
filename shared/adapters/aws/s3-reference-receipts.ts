// Receipts of reference data in the Receipts bucket, and their announcement on the topic roster-receipts.

import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import {
  type ReferenceAnnouncement,
  referenceReceipt as receiptSchema,
  referenceAnnouncement,
} from "#events/reference-receipt.ts";
import { receiptSubject } from "#shared/domain/receipt-subject.ts";
import type { ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";
import { referenceSummary } from "#shared/domain/reference/reference-summary.ts";
import type { ReferenceReceipts } from "#shared/ports.ts";

export class S3ReferenceReceipts implements ReferenceReceipts {
  readonly #s3: S3Client;
  readonly #sns: SNSClient;
  readonly #bucket: string;
  readonly #topic: string;

  constructor(s3: S3Client, sns: SNSClient, names: { readonly bucket: string; readonly topic: string }) {
    this.#s3 = s3;
    this.#sns = sns;
    this.#bucket = names.bucket;
    this.#topic = names.topic;
  }

  async write(key: string, receipt: ReferenceReceipt): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: JSON.stringify(receiptSchema.encode(receipt), null, 2),
        ContentType: "application/json; charset=utf-8",
      }),
    );
  }

  read(key: string): Promise<ReferenceReceipt | null> {
    return readReferenceReceipt(this.#s3, this.#bucket, key);
  }

  async announce(key: string, receipt: ReferenceReceipt): Promise<void> {
    const { uploadId, kind, agreement, status, counts, regencies } = receipt;
    const place = `s3://${this.#bucket}/${key}`;
    const message = referenceSummary(receipt);
    const announcement: ReferenceAnnouncement = {
      uploadId,
      kind,
      agreement,
      status,
      counts,
      regencies,
      receipt: place,
      message,
    };
    const json = JSON.stringify(referenceAnnouncement.encode(announcement));
    const links = `${place}\nnpx cakupan receipt ${uploadId}\n`;
    const email = `${message.id}\n\nTanda terima: ${links}\n---\n\n${message.en}\n\nReceipt: ${links}`;
    await this.#sns.send(
      new PublishCommand({
        TopicArn: this.#topic,
        Subject: receiptSubject(status, agreement ?? kind),
        MessageStructure: "json",
        Message: JSON.stringify({ default: json, email, sqs: json, https: json, http: json }),
        MessageAttributes: {
          status: { DataType: "String", StringValue: status },
          ...(agreement === null ? {} : { regency: { DataType: "String", StringValue: agreement.split("/")[0] } }),
        },
      }),
    );
  }
}

/** null while there is none. */
export async function readReferenceReceipt(
  s3: S3Client,
  bucket: string,
  key: string,
): Promise<ReferenceReceipt | null> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return receiptSchema.parse(JSON.parse((await Body?.transformToString()) ?? ""));
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}
