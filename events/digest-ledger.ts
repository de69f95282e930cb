// What send-digest remembers of a province between two mornings, as the Coverage table keeps it.

import * as z from "zod";
import type { DigestLedger } from "#shared/domain/digest/take-digest.ts";
import { day } from "./fields.ts";

export const digestLedger = z.object({
  since: day,
  upTo: day,
  told: z
    .array(z.object({ alertId: z.string(), asOf: day }))
    .readonly()
    .describe("ids of the alerts that a digest has told, as far back as one may be recorded late"),
}) satisfies z.ZodType<DigestLedger>;
