// The receipt of an upload, as it stands in the Receipts bucket.

import * as z from "zod";
import { HOLD_DECISIONS, type Receipt, UPLOAD_MODES } from "#shared/domain/receipt.ts";
import { changeCounts, count, day, problem, roster, rowCounts, rowProblem } from "./fields.ts";

export const receipt = z.object({
  uploadId: z.string(),
  roster: roster.nullable().describe("null when the key named no usable roster"),
  fileName: z.string(),
  mode: z.enum(UPLOAD_MODES),
  receivedAt: z.iso.datetime(),
  asOf: day,
  version: z
    .int()
    .positive()
    .nullable()
    .describe("the version that the roster has after this upload; null: not touched"),
  status: z
    .enum(["planned", "applied", "held", "superseded", "refused"])
    .describe("`held`: applied, but removals wait; `superseded`: a newer full file was there first"),
  decision: z
    .enum(HOLD_DECISIONS)
    .nullable()
    .describe("what was decided of removals that were held; null while nothing was, or nothing had to be"),
  rows: rowCounts,
  changes: changeCounts
    .nullable()
    .describe(
      "workers: those accepted = enrolled + changed + unchanged (in an `end` file: ended + notFound); whom a full file names with months that are over counts as ended (withheld) and as changed (unchanged); null when the roster was not looked at",
    ),
  employers: count.describe("distinct employers (NPP) in accepted rows"),
  file: z.array(problem).readonly().describe("what made the file unusable, or is to be known of it as a whole"),
  problems: z.array(rowProblem).readonly().describe("the first 1,000"),
  problemCounts: z.record(z.string(), count).describe("all of them, by code"),
}) satisfies z.ZodType<Receipt>;
