// The receipt of a file of reference data, as it stands in the Receipts bucket, and what the topic roster-receipts tells of it.
import * as z from "zod";
import { REFERENCE_KINDS } from "#shared/domain/reference/reference-key.ts";
import { REFERENCE_STATUSES, type ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";
import { bilingual, count, day, problem, regency, rowProblem } from "./fields.ts";

export const referenceReceipt = z.object({
  uploadId: z.string().describe("identity of the upload: made from object key and object version"),
  kind: z.enum(REFERENCE_KINDS),
  agreement: z.string().nullable().describe("`14.03/apbd-2022`; null for tables, and where the key names none"),
  fileName: z.string(),
  receivedAt: z.iso.datetime(),
  asOf: day,
  requester: z
    .string()
    .nullable()
    .default(null)
    .describe("whose request put the file: an AWS account, or a service of AWS; null where S3 does not tell"),
  status: z
    .enum(REFERENCE_STATUSES)
    .describe(
      "`unchanged`: says nothing new; `superseded`: newer files have said all of it; `refused`: nothing was taken",
    ),
  counts: z
    .object({ read: count, applied: count, unchanged: count, superseded: count })
    .describe("rows read; figures, or periods of an agreement, by what became of them"),
  regencies: z.array(regency).readonly().describe("those of which something is known now that was not"),
  file: z.array(problem).readonly().describe("what made the file unusable, or is to be known of it as a whole"),
  problems: z.array(rowProblem).readonly().describe("the first 1,000"),
}) satisfies z.ZodType<ReferenceReceipt>;

export const referenceAnnouncement = referenceReceipt
  .pick({ uploadId: true, kind: true, agreement: true, status: true, counts: true, regencies: true })
  .extend({
    receipt: z.string().describe("where the receipt stands, `s3://{bucket}/{key}`"),
    message: bilingual,
  });
export type ReferenceAnnouncement = z.infer<typeof referenceAnnouncement>;
