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
      "`roster`: a head has moved; `reference`: agreements or figures; `day`: the daily run, which closes the day before",
    ),
});
export type CoverageUpdate = z.infer<typeof coverageUpdate>;
