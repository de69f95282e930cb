// An alert, as queues and HTTPS endpoints receive it. Mails get `message` as text.

import * as z from "zod";
import { ALERT_KINDS, type Alert, CAUSES } from "#shared/domain/alert.ts";
import { bilingual, count, day, monthOnWire, regency, roster, segment } from "./fields.ts";

export const alert = z.object({
  alertId: z.string().describe("the same for every repetition of this alert"),
  kind: z.enum(ALERT_KINDS),
  severity: z.enum(["info", "warning", "critical"]),
  scope: z.literal("regency"),
  regency,
  name: z.string(),
  segment: z.null().describe("always null: alerts are about a whole regency"),
  asOf: day,
  month: monthOnWire.describe("the month that the figures are of"),
  before: count.describe("covered workers that were remembered"),
  after: count.describe("covered workers now"),
  change: z.int().describe("after − before = the sum of the parts"),
  parts: z
    .array(
      z.object({
        roster: roster.nullable().describe("null: small rosters of a segment together, the overlap, or the rest"),
        segment: segment.nullable().describe("null for `overlap` and `others`"),
        cause: z.enum(CAUSES),
        workers: z.int(),
      }),
    )
    .readonly(),
  message: bilingual,
}) satisfies z.ZodType<Alert>;
