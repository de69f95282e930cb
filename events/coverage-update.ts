// A regency's coverage has to be looked at: a roster has a new version, reference data have changed, or a new day has begun.
import * as z from "zod";
import { day, regency } from "./fields.ts";

export const coverageUpdate = z.object({
  type: z.literal("coverage-update"),
  regency,
  asOf: day,
  cause: z
    .enum(["roster", "reference", "day"])
    .describe(
      "`roster`: a head has moved, or a list came in that changes nothing; `reference`: agreements or figures; `day`: the daily run, which closes the day before",
    ),
  upload: z
    .object({
      uploadId: z.string(),
      receivedAt: z.iso
        .datetime()
        .nullable()
        .describe("when it was put; null where a person has decided since: waiting for that is no lag"),
    })
    .optional()
    .describe(
      "whose version moved the head, to follow it in the logs; absent where none did, and for what is sent again",
    ),
});
export type CoverageUpdate = z.infer<typeof coverageUpdate>;
