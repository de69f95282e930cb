// Receipts with their pages and rejected rows in a bucket, and their announcements on a topic.
import { receipt as receiptSchema } from "#events/receipt.ts";
import { receiptAnnouncement } from "#events/receipt-announcement.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import { receiptPage } from "#shared/domain/receipt-page/receipt-page.ts";
import { receiptSummary } from "#shared/domain/receipt-summary.ts";
import { rejectedRowsNames } from "#shared/domain/rejected-rows-files.ts";
import type { Receipts } from "#shared/ports.ts";
import { receiptPageKeyOf } from "#shared/upload-id.ts";
import { atOnce, type Effect } from "./effect.ts";
import type { MemoryBucket } from "./memory-bucket.ts";

export class MemoryReceipts implements Receipts {
  readonly #bucket: MemoryBucket;
  readonly #topic: string[];
  readonly #effect: Effect;

  /** @param topic takes the announcements as JSON */
  constructor(bucket: MemoryBucket, topic: string[], effect: Effect = atOnce) {
    this.#bucket = bucket;
    this.#topic = topic;
    this.#effect = effect;
  }

  async write(key: string, receipt: Receipt): Promise<void> {
    const page = receiptPage(receipt, { rejectedRows: rejectedRowsNames(receipt.uploadId, receipt) });
    await this.#effect("receipts.write-page", () => this.#bucket.put(receiptPageKeyOf(key), page));
    const json = JSON.stringify(receiptSchema.encode(receipt));
    await this.#effect("receipts.write", () => this.#bucket.put(key, json));
  }

  async read(key: string): Promise<Receipt | null> {
    const stored = await this.#effect("receipts.read", () => this.#bucket.newest(key));
    return stored === null ? null : receiptSchema.parse(JSON.parse(new TextDecoder().decode(stored.body)));
  }

  async writeRejectedRows(key: string, rows: AsyncIterable<Uint8Array>): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of rows) chunks.push(chunk);
    await this.#effect("receipts.write-rejected-rows", () => this.#bucket.put(key, Buffer.concat(chunks)));
  }

  async announce(key: string, receipt: Receipt): Promise<void> {
    const { uploadId, roster, status, version, rows, changes } = receipt;
    const at = { receipt: `s3://receipts/${key}`, page: `s3://receipts/${receiptPageKeyOf(key)}` };
    const about = { uploadId, roster, status, version, rows, changes, ...at, message: receiptSummary(receipt) };
    await this.#effect("receipts.announce", () => this.#topic.push(JSON.stringify(receiptAnnouncement.encode(about))));
  }
}
