// The record of an upload, as the Coverage table keeps it.

import * as z from "zod";
import { UPLOAD_MODES } from "#shared/domain/receipt.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { count, day, roster, uploadOrder } from "./fields.ts";

export const uploadRecord = z.object({
  uploadId: z.string().describe("identity of the upload: made from object key and object version"),
  roster,
  order: uploadOrder,
  mode: z.enum(UPLOAD_MODES),
  asOf: day,
  receivedAt: z.iso.datetime(),
  fileName: z.string(),
  object: z.object({ key: z.string(), etag: z.string(), sequencer: z.string(), versionId: z.string().nullable() }),
  receiptKey: z.string(),
  status: z.enum(["planned", "applied", "held", "superseded", "refused"]),
  plan: z
    .object({ version: count, base: count, baseParts: count })
    .describe("the version number that the upload was given, the version it was planned on, and the slices of that"),
  released: z.boolean(),
}) satisfies z.ZodType<UploadRecord>;
