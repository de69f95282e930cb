// What a regency's coverage is now: figures, never differences, so that a message may come twice or late. Rosters that never reach 100 workers in
// the window stand together by segment.
import * as z from "zod";
import type { CoverageFigures } from "#shared/domain/alerts/coverage-figures.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";
import { agreementFile } from "./agreement-file.ts";
import {
  count,
  day,
  lastMonthOnWire,
  monthOnWire,
  regency,
  roster,
  segment,
  steps,
  target,
  workforce,
} from "./fields.ts";

const agreement = agreementFile.extend({ regency, slug: z.string() });

export const coverageChange = z.object({
  type: z.literal("coverage-change"),
  regency,
  name: z.string(),
  asOf: day,
  ticket: z.int().positive().describe("higher is newer; per regency"),
  closing: z.boolean().describe("whether this is the daily run, which closes the day before"),
  uploadId: z
    .string()
    .optional()
    .describe("the newest upload that it was counted for, to follow it in the logs; absent for the daily run"),
  covered: steps.describe("covered workers, distinct, as steps"),
  overlap: steps.describe("sum over rosters − covered, as steps"),
  segments: z.partialRecord(z.enum(SEGMENT_CODES), steps).describe("covered workers by segment, as steps"),
  rosters: z
    .array(
      z.object({
        roster: roster.nullable().describe("null: the small rosters of a segment together"),
        segment,
        workers: steps.describe("covered workers of this roster alone, as steps"),
        contributionRupiah: steps.describe("rupiah a month, as steps"),
        expected: z
          .array(z.object({ first: monthOnWire, last: lastMonthOnWire.describe("null: without an end") }))
          .readonly()
          .describe("months for which a list is expected, as agreements that want one every month run"),
        doubt: z
          .object({ released: z.boolean(), rejected: count, erased: count.optional() })
          .nullable()
          .describe(
            "of its newest file: whether removals had waited, and rows rejected; and enrolments that were erased since; null: not known",
          ),
      }),
    )
    .readonly(),
  agreements: z
    .array(
      z.object({
        agreement,
        workers: steps.describe("sum over its rosters, as steps"),
        contributionRupiah: steps.describe("rupiah a month of its rosters, from the first month of its periods on"),
        reports: z.array(z.object({ roster, reportedOn: day.nullable() })).readonly(),
      }),
    )
    .readonly(),
  workforces: z.array(workforce).readonly().describe("what rates are held against; none: no rate is shown"),
  targets: z.array(target).readonly(),
}) satisfies z.ZodType<CoverageFigures>;
export type CoverageChange = z.infer<typeof coverageChange>;
