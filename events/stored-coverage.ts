// Coverage as the Coverage table keeps it: the months of a regency in one text, the figures of its rosters in others.

import * as z from "zod";
import type { ClosedMonth, MonthCoverage, OverlapPair, RosterFigures } from "#shared/domain/coverage.ts";
import { OCCUPATIONS } from "#shared/domain/occupation.ts";
import { PROGRAMMES } from "#shared/domain/programme.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";
import { count, monthOnWire, roster, steps } from "./fields.ts";

export const monthCoverage = z.object({
  month: monthOnWire,
  covered: count.describe("distinct workers with an enrolment of at least JKK + JKM"),
  segments: z
    .partialRecord(z.enum(SEGMENT_CODES), count)
    .describe("the same by segment; a worker in two segments stands in both"),
  programmes: z.partialRecord(z.enum(PROGRAMMES), count).describe("distinct covered workers by programme"),
  employers: count.describe("distinct employers (NPP) with a covered worker"),
  occupations: z
    .partialRecord(z.enum(OCCUPATIONS), count)
    .describe("covered workers by occupation group, where stated"),
  overlap: count.describe("sum over rosters − covered"),
  contributionRupiah: count.describe("of all enrolments, covered or not"),
}) satisfies z.ZodType<MonthCoverage>;

export const closedMonth = monthCoverage.extend({
  rosters: z
    .array(z.object({ roster, workers: count, contributionRupiah: count }))
    .readonly()
    .describe("what each roster was in it"),
}) satisfies z.ZodType<ClosedMonth>;

export const rosterFigures = z.object({
  roster,
  version: z.int().positive(),
  workers: steps.describe("distinct covered workers of this roster alone, as steps"),
  contributionRupiah: steps.describe("rupiah a month, as steps"),
}) satisfies z.ZodType<RosterFigures>;

export const overlapPair = z.object({
  rosters: z.tuple([roster, roster]).readonly(),
  workers: steps,
}) satisfies z.ZodType<OverlapPair>;
