// Coverage as the Coverage table keeps it: the months of a regency in one text, the figures of its rosters in others.

import * as z from "zod";
import type { MonthCoverage, OverlapPair, RosterFigures } from "#shared/domain/coverage.ts";
import { OCCUPATIONS } from "#shared/domain/occupation.ts";
import { PROGRAMMES } from "#shared/domain/programme.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";
import { count, monthOnWire, roster, steps } from "./fields.ts";

export const monthCoverage = z.object({
  month: monthOnWire,
  covered: count,
  segments: z.partialRecord(z.enum(SEGMENT_CODES), count),
  programmes: z.partialRecord(z.enum(PROGRAMMES), count),
  employers: count,
  occupations: z.partialRecord(z.enum(OCCUPATIONS), count),
  overlap: count,
  contributionRupiah: count,
}) satisfies z.ZodType<MonthCoverage>;

export const rosterFigures = z.object({
  roster,
  version: z.int().positive(),
  workers: steps,
  contributionRupiah: steps,
}) satisfies z.ZodType<RosterFigures>;

export const overlapPair = z.object({
  rosters: z.tuple([roster, roster]).readonly(),
  workers: steps,
}) satisfies z.ZodType<OverlapPair>;
