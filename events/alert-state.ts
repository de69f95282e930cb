// What emit-alerts remembers of a regency between two messages, as the Coverage table keeps it.

import * as z from "zod";
import type { AlertState } from "#shared/domain/alerts/decide-drop.ts";
import type { Reference } from "#shared/domain/alerts/reference.ts";
import { count, day, monthOnWire, roster, segment } from "./fields.ts";

const reference = z.object({
  month: monthOnWire,
  level: count.describe("covered workers, distinct"),
  overlap: count.describe("sum over rosters − level"),
  rosters: z.array(z.object({ roster: roster.nullable(), segment, workers: count })).readonly(),
}) satisfies z.ZodType<Reference>;

export const alertState = z.object({
  ticket: count.describe("of the newest figures seen"),
  asOf: day,
  reference: reference.nullable().describe("what a fall is measured from; null until the first day's close"),
  fallen: z
    .object({
      level: count.describe("covered workers before the first alert of the fall"),
      alertId: z.string().describe("that first alert"),
      low: reference.describe("what was covered when the fall was last told"),
    })
    .nullable()
    .describe("a fall that was told and has not been made good"),
}) satisfies z.ZodType<AlertState>;
