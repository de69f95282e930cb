// The alerts of a day in short, as queues and HTTPS endpoints receive them. Mails get them as text.

import * as z from "zod";
import { ALERT_KINDS, SEVERITIES } from "#shared/domain/alert.ts";
import type { Digest } from "#shared/domain/digest/digest.ts";
import { bilingual, count, day, province, regency, segment } from "./fields.ts";

export const digest = z.object({
  digestId: z.string().describe("the same for every repetition of this digest"),
  province,
  name: z.string(),
  asOf: day,
  part: z.int().positive().describe("1, unless a day has more alerts than a mail holds"),
  parts: z.int().positive(),
  total: count.describe("alerts of all parts"),
  critical: count.describe("of these"),
  alerts: z
    .array(
      z.object({
        alertId: z.string(),
        kind: z.enum(ALERT_KINDS),
        severity: z.enum(SEVERITIES),
        scope: z.enum(["regency", "segment", "province"]),
        regency: regency.nullable().describe("null for what concerns the province as a whole"),
        name: z.string(),
        segment: segment.nullable(),
        asOf: day,
        message: bilingual,
      }),
    )
    .readonly()
    .describe("the most severe first; `message` is the first paragraph of the alert's own"),
}) satisfies z.ZodType<Digest>;
