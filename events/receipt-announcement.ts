// What the topic roster-receipts tells of an upload: how it ended and where its receipt stands. No person is named and no row.
import * as z from "zod";
import { bilingual, roster } from "./fields.ts";
import { receipt } from "./receipt.ts";

export const receiptAnnouncement = receipt
  .pick({ uploadId: true, status: true, version: true, rows: true, changes: true })
  .extend({
    roster: roster.nullable().describe("null when the key named no usable roster"),
    receipt: z.string().describe("where the receipt stands, `s3://{bucket}/{key}`"),
    page: z.string().describe("the same as a page for people"),
    message: bilingual,
  });
export type ReceiptAnnouncement = z.infer<typeof receiptAnnouncement>;
