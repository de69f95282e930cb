// An alert, as queues and HTTPS endpoints receive it. Mails get `message` as text.

import * as z from "zod";
import { ALERT_KINDS, type Alert, CAUSES } from "#shared/domain/alert.ts";
import { bilingual, count, day, monthOnWire, regency, roster, segment } from "./fields.ts";

export const alert = z.object({
  alertId: z.string(),
  kind: z.enum(ALERT_KINDS),
  severity: z.enum(["info", "warning", "critical"]),
  scope: z.literal("regency"),
  regency,
  name: z.string(),
  segment: z.null(),
  asOf: day,
  month: monthOnWire,
  before: count,
  after: count,
  change: z.int(),
  parts: z
    .array(
      z.object({ roster: roster.nullable(), segment: segment.nullable(), cause: z.enum(CAUSES), workers: z.int() }),
    )
    .readonly(),
  message: bilingual,
}) satisfies z.ZodType<Alert>;
