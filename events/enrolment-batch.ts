// Slices of one new version of a roster, as many to a message as fit. A retry of the same upload makes the same messages.

import * as z from "zod";
import type { UploadOrder } from "#shared/domain/upload-order.ts";
import { day, roster } from "./fields.ts";
import { objectCreatedEvent } from "./object-created.ts";

export const enrolmentBatch = z.object({
  type: z.literal("enrolment-batch"),
  uploadId: z.string(),
  roster,
  /** The version that these slices belong to, and the one that it was planned on (0: none). */
  version: z.int().positive(),
  base: z.int().nonnegative(),
  baseParts: z.int().nonnegative(),
  asOf: day,
  /** Which pseudonym key the worker ids were made with. */
  keyId: z.string(),
  /** Whether the upload is the whole truth from a month on, and its place in the order of uploads. */
  full: z.boolean(),
  order: z.custom<UploadOrder>((value) => typeof value === "string"),
  /** Key of the receipt in the Receipts bucket. */
  receiptKey: z.string(),
  /** How many slices the version has in all. */
  parts: z.int().positive(),
  slices: z
    .array(z.object({ part: z.int().nonnegative(), bytes: z.base64() }))
    .min(1)
    .readonly(),
  /** The event of the upload, to plan it again should the base have moved. */
  event: objectCreatedEvent,
});
export type EnrolmentBatch = z.infer<typeof enrolmentBatch>;
