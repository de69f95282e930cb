// The record of an upload, as the Coverage table keeps it.

import * as z from "zod";
import { HOLD_DECISIONS, UPLOAD_MODES } from "#shared/domain/receipt.ts";
import type { UploadRecord } from "#shared/domain/upload.ts";
import { changeCounts, count, day, roster, rowCounts, uploadOrder } from "./fields.ts";

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
    .object({ version: count, base: count, baseParts: count, taken: count })
    .describe(
      "the version number that the upload was given; the version that was current when it was planned, and the slices of that; how many uploads the roster had taken",
    ),
  released: z.boolean().describe("whether removals that were held are to be carried out"),
  decidedOn: day.nullable().describe("the day on which that was decided, in Asia/Jakarta; null: not known"),
  requester: z.string().nullable().describe("whose request put the object: an AWS account, or a service of AWS"),
  outcome: z
    .object({
      version: z.int().positive().nullable(),
      rows: rowCounts,
      changes: changeCounts.nullable(),
      decision: z.enum(HOLD_DECISIONS).nullable(),
    })
    .nullable()
    .describe("as its receipt tells it; null while it has not ended"),
}) satisfies z.ZodType<UploadRecord>;
