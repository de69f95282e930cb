// Fields that several messages share: texts on the wire become the domain's own types here, once.

import * as z from "zod";
import { type Day, isDay } from "#shared/domain/day.ts";
import { isMonthText, type Month, month, monthText } from "#shared/domain/month.ts";
import { isProvinceCode, isRegencyCode, type ProvinceCode, type RegencyCode } from "#shared/domain/region.ts";
import { isRosterId, type RosterId } from "#shared/domain/roster.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";

export const day = z
  .custom<Day>((value) => typeof value === "string" && isDay(value), "not a day (yyyy-mm-dd)")
  .meta({ type: "string", format: "date", description: 'the day in Asia/Jakarta for which "now" is meant' });
export const province = z
  .custom<ProvinceCode>((value) => typeof value === "string" && isProvinceCode(value), "unknown province code")
  .meta({ type: "string", description: "Kemendagri code, e.g. `14`" });
export const regency = z
  .custom<RegencyCode>(
    (value) => typeof value === "string" && isRegencyCode(value),
    "unknown regency code; write it dotted, e.g. 14.03",
  )
  .meta({ type: "string", description: "dotted Kemendagri code, e.g. `14.03`" });
export const roster = z
  .custom<RosterId>(
    (value) => typeof value === "string" && isRosterId(value),
    "not a roster ({regency}/{segment}/{slug})",
  )
  .meta({ type: "string", description: "`{regency}/{segment}/{slug}`" });
export const uploadOrder = z
  .custom<UploadOrder>((value) => typeof value === "string")
  .meta({ type: "string", description: "place in the order of uploads; compares as a text, smaller is older" });
export const segment = z.enum(SEGMENT_CODES).describe("kind of participation");
export const bilingual = z
  .object({ id: z.string(), en: z.string() })
  .describe("the same in Indonesian (`id`) and English (`en`)");
export const count = z.int().nonnegative();
export const problem = z.object({ code: z.string(), severity: z.enum(["error", "warning"]), message: bilingual });
export const rowProblem = problem.extend({
  row: z.int().positive().describe("as the person's spreadsheet counts: the first line of the file is 1"),
  column: z.string().nullable().describe("the header as the file writes it; null for the row as a whole"),
});

/** `yyyy-mm` on the wire, a number in the domain. */
export const monthOnWire = z.codec(
  z.string().refine(isMonthText, "not a month (yyyy-mm)").meta({ format: "yyyy-mm" }),
  z.custom<Month>(),
  {
    decode: (text) => month(text),
    encode: (value) => monthText(value),
  },
);

/** `[["2022-11", 24000], …]`: a figure that holds from that month until the next step. */
export const steps = z
  .array(z.tuple([monthOnWire, z.number()]).readonly())
  .readonly()
  .describe("steps: a figure holds from its month until the next step; before the first it is 0");
