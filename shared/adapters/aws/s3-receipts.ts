// Receipts and rejected rows in the Receipts bucket, and their announcement on the topic roster-receipts.

import { Readable } from "node:stream";
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import { Upload } from "@aws-sdk/lib-storage";
import { receipt as receiptSchema } from "#events/receipt.ts";
import { type ReceiptAnnouncement, receiptAnnouncement } from "#events/receipt-announcement.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { receiptPage } from "#shared/domain/receipt-page/receipt-page.ts";
import { receiptSubject } from "#shared/domain/receipt-subject.ts";
import { receiptSummary } from "#shared/domain/receipt-summary.ts";
import { rejectedRowsNames } from "#shared/domain/rejected-rows-files.ts";
import { rosterParts } from "#shared/domain/roster.ts";
import { REJECTED_ROWS_TAG } from "#shared/names.ts";
import type { Receipts } from "#shared/ports.ts";
import { receiptPageKeyOf } from "#shared/upload-id.ts";

export class S3Receipts implements Receipts {
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

  async write(key: string, receipt: Receipt): Promise<void> {
    // The page first: whoever sees the receipt finds the page as well.
    const page = receiptPage(receipt, { rejectedRows: rejectedRowsNames(receipt.uploadId, receipt) });
    await this.#put(receiptPageKeyOf(key), page, "text/html; charset=utf-8");
    const json = JSON.stringify(receiptSchema.encode(receipt), null, 2);
    await this.#put(key, json, "application/json; charset=utf-8");
  }

  async read(key: string): Promise<Receipt | null> {
    try {
      const { Body } = await this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
      return receiptSchema.parse(JSON.parse((await Body?.transformToString()) ?? ""));
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  }

  async writeRejectedRows(key: string, rows: AsyncIterable<Uint8Array>): Promise<void> {
    await new Upload({
      client: this.#s3,
      params: {
        Bucket: this.#bucket,
        Key: key,
        Body: Readable.from(rows),
        ContentType: typeOfRows(key),
        Tagging: `${REJECTED_ROWS_TAG.key}=${REJECTED_ROWS_TAG.value}`,
      },
    }).done();
  }

  async #put(key: string, body: string, type: string): Promise<void> {
    await this.#s3.send(new PutObjectCommand({ Bucket: this.#bucket, Key: key, Body: body, ContentType: type }));
  }

  async announce(key: string, receipt: Receipt): Promise<void> {
    const { uploadId, roster, status, version, rows, changes } = receipt;
    const announcement: ReceiptAnnouncement = {
      uploadId,
      roster,
      status,
      version,
      rows,
      changes,
      receipt: `s3://${this.#bucket}/${key}`,
      page: `s3://${this.#bucket}/${receiptPageKeyOf(key)}`,
      message: receiptSummary(receipt),
    };
    const json = JSON.stringify(receiptAnnouncement.encode(announcement));
    await this.#sns.send(
      new PublishCommand({
        TopicArn: this.#topic,
        Subject: receiptSubject(receipt.status, roster ?? receipt.fileName),
        MessageStructure: "json",
        Message: JSON.stringify({ default: json, email: mailOf(announcement), sqs: json, https: json, http: json }),
        MessageAttributes: {
          status: { DataType: "String", StringValue: receipt.status },
          ...(roster === null ? {} : { regency: { DataType: "String", StringValue: rosterParts(roster).regency } }),
        },
      }),
    );
  }
}

/** Mails get words: what became of the upload, and where its receipt is. */
function mailOf({ message, page, uploadId }: ReceiptAnnouncement): string {
  const links = `${page}\nnpx cakupan receipt ${uploadId} --link\n`;
  return `${message.id}\n\nTanda terima: ${links}\n---\n\n${message.en}\n\nReceipt: ${links}`;
}

function typeOfRows(key: string): string {
  return key.endsWith(".xlsx")
    ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    : "text/csv; charset=utf-8";
}
