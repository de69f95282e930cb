// Slices of one new version of a roster, as many to a message as fit. A retry of the same upload makes the same messages.

import * as z from "zod";
import { day, roster, uploadOrder, versionSource } from "./fields.ts";
import { objectCreatedEvent } from "./object-created.ts";

export const enrolmentBatch = z.object({
  type: z.literal("enrolment-batch"),
  uploadId: z.string().describe("identity of the upload: made from object key and object version"),
  roster,
  version: z.int().positive().describe("the version that these slices belong to"),
  base: z.int().nonnegative().describe("the version that was current when it was planned; 0: none"),
  baseParts: z.int().nonnegative().describe("how many slices the base has"),
  taken: z.int().nonnegative().describe("how many uploads the roster had taken when it was planned"),
  asOf: day,
  keyId: z.string().describe("which pseudonym key the worker ids were made with"),
  full: z.boolean().describe("whether the upload is the whole truth from a month on"),
  withholds: z.boolean().describe("whether removals are left out until somebody decides"),
  order: uploadOrder,
  receiptKey: z.string().describe("key of the receipt in the Receipts bucket"),
  source: versionSource,
  parts: z.int().positive().describe("how many slices the version has in all"),
  slices: z
    .array(
      z.object({
        part: z.int().nonnegative().describe("number of the slice in its version, from 0"),
        bytes: z.base64().describe("packed enrolments, see shared/domain/slice.ts"),
      }),
    )
    .min(1)
    .readonly(),
  event: objectCreatedEvent.describe("the event of the upload, to plan it again should the base have moved"),
});
export type EnrolmentBatch = z.infer<typeof enrolmentBatch>;

const aboutBatch = enrolmentBatch.omit({ slices: true });

/** The message as JSON. Slices are set in as they are: base64 has nothing that JSON would have to escape, and they are nearly all of it. */
export function enrolmentBatchText({ slices, ...about }: EnrolmentBatch): string {
  const parts = slices.map(({ part, bytes }) => `{"part":${part},"bytes":"${bytes}"}`);
  return `${JSON.stringify(aboutBatch.encode(about)).slice(0, -1)},"slices":[${parts.join(",")}]}`;
}
