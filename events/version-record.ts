// The record of a version, as the Coverage table keeps it beside the parts that were applied of it.
import * as z from "zod";
import { REWRITING_CAUSES, type RosterVersion } from "#shared/domain/roster-version.ts";
import { count, day, roster, uploadOrder, versionSource } from "./fields.ts";

export const versionRecord = z.object({
  roster,
  version: z.int().positive(),
  base: count.describe("the version that it was made out of; 0: none"),
  parts: z.int().positive().describe("how many slices it has"),
  asOf: day,
  uploadId: z.string(),
  order: uploadOrder,
  receiptKey: z.string(),
  keyId: z.string().describe("which pseudonym key its worker ids were made with"),
  source: versionSource,
  rewritten: z
    .enum(REWRITING_CAUSES)
    .optional()
    .describe("why it was written without a file; left out: a file made it"),
  rewriting: z
    .object({ at: z.iso.datetime(), by: z.string(), removed: count.describe("enrolments that are no longer in it") })
    .optional()
    .describe("which order wrote it without a file"),
}) satisfies z.ZodType<RosterVersion>;
