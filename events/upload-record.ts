// The record of an upload, as the Coverage table keeps it.

import * as z from "zod";
import { UPLOAD_MODES } from "#shared/domain/receipt.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";
import { count, day, roster } from "./fields.ts";

export const uploadRecord = z.object({
  uploadId: z.string(),
  roster,
  order: z.custom<UploadOrder>((value) => typeof value === "string"),
  mode: z.enum(UPLOAD_MODES),
  asOf: day,
  receivedAt: z.iso.datetime(),
  fileName: z.string(),
  objectKey: z.string(),
  receiptKey: z.string(),
  status: z.enum(["planned", "applied", "held", "superseded", "refused"]),
  plan: z.object({ version: count, base: count, baseParts: count }),
}) satisfies z.ZodType<UploadRecord>;
