// What a regency's coverage is now: figures, never differences, so that a message may come twice or late. Rosters that never reach 100 workers in
// the window stand together by segment.
import * as z from "zod";
import type { CoverageFigures } from "#shared/domain/alerts/coverage-figures.ts";
import { DENOMINATORS } from "#shared/domain/workforce.ts";
import { count, day, regency, roster, segment, steps } from "./fields.ts";

export const coverageChange = z.object({
  type: z.literal("coverage-change"),
  regency,
  name: z.string(),
  asOf: day,
  ticket: z.int().positive().describe("higher is newer; per regency"),
  closing: z.boolean().describe("whether this is the daily run, which closes the day before"),
  covered: steps.describe("covered workers, distinct, as steps"),
  overlap: steps.describe("sum over rosters − covered, as steps"),
  rosters: z
    .array(
      z.object({
        roster: roster.nullable().describe("null: the small rosters of a segment together"),
        segment,
        workers: steps.describe("covered workers of this roster alone, as steps"),
      }),
    )
    .readonly(),
  workforce: z
    .object({ workers: count, denominator: z.enum(DENOMINATORS), year: z.int(), source: z.string() })
    .nullable()
    .describe("what a rate is held against; null: none is known, and no rate is shown"),
}) satisfies z.ZodType<CoverageFigures>;
export type CoverageChange = z.infer<typeof coverageChange>;
