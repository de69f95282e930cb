// What emit-alerts remembers of a regency between two messages, as the Coverage table keeps it.

import * as z from "zod";
import type { AlertState } from "#shared/domain/alerts/decide-drop.ts";
import type { Reference } from "#shared/domain/alerts/reference.ts";
import { count, day, monthOnWire, roster, segment } from "./fields.ts";

const reference = z.object({
  month: monthOnWire,
  level: count,
  overlap: count,
  rosters: z.array(z.object({ roster: roster.nullable(), segment, workers: count })).readonly(),
}) satisfies z.ZodType<Reference>;

export const alertState = z.object({
  ticket: count,
  asOf: day,
  reference: reference.nullable(),
  fallen: z.object({ level: count, alertId: z.string(), low: reference }).nullable(),
}) satisfies z.ZodType<AlertState>;
