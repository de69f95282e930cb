// What a regency's coverage is now: figures, never differences, so that a message may come twice or late. Rosters that never reach 100 workers in
// the window stand together by segment.
import * as z from "zod";
import type { CoverageFigures } from "#shared/domain/alerts/coverage-figures.ts";
import { count, day, regency, roster, segment, steps } from "./fields.ts";

export const coverageChange = z.object({
  type: z.literal("coverage-change"),
  regency,
  name: z.string(),
  asOf: day,
  /** Higher is newer; per regency. */
  ticket: z.int().positive(),
  /** Whether this is the daily run, which closes the day before. */
  closing: z.boolean(),
  /** Covered workers, distinct, by month. */
  covered: steps,
  /** Sum over rosters − covered, by month. */
  overlap: steps,
  rosters: z.array(z.object({ roster: roster.nullable(), segment, workers: steps })).readonly(),
  workforce: z.object({ workers: count, year: z.int(), source: z.string() }).nullable(),
}) satisfies z.ZodType<CoverageFigures>;
export type CoverageChange = z.infer<typeof coverageChange>;
