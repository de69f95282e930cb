// The receipt of an upload, as it stands in the Receipts bucket and is told on the topic roster-receipts.

import * as z from "zod";
import { type Receipt, UPLOAD_MODES } from "#shared/domain/receipt.ts";
import { bilingual, count, day, roster } from "./fields.ts";

const problem = z.object({ code: z.string(), severity: z.enum(["error", "warning"]), message: bilingual });
const rowProblem = problem.extend({ row: z.int().positive(), column: z.string().nullable() });

export const receipt = z.object({
  uploadId: z.string(),
  roster: roster.nullable(),
  fileName: z.string(),
  mode: z.enum(UPLOAD_MODES),
  receivedAt: z.iso.datetime(),
  asOf: day,
  version: z.int().positive().nullable(),
  status: z.enum(["planned", "applied", "held", "superseded", "refused"]),
  rows: z.object({ read: count, accepted: count, duplicate: count, rejected: count }),
  changes: z
    .object({ enrolled: count, changed: count, unchanged: count, kept: count, ended: count, withheld: count })
    .nullable(),
  employers: count,
  file: z.array(problem).readonly(),
  problems: z.array(rowProblem).readonly(),
  problemCounts: z.record(z.string(), count),
}) satisfies z.ZodType<Receipt>;
