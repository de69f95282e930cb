// Fields that several messages share: texts on the wire become the domain's own types here, once.

import * as z from "zod";
import { type Day, isDay } from "#shared/domain/day.ts";
import { isMonthText, type Month, month, monthText } from "#shared/domain/month.ts";
import { isProvinceCode, isRegencyCode, type ProvinceCode, type RegencyCode } from "#shared/domain/region.ts";
import { isRosterId, type RosterId } from "#shared/domain/roster.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";

export const day = z.custom<Day>((value) => typeof value === "string" && isDay(value), "not a day (yyyy-mm-dd)");
export const province = z.custom<ProvinceCode>(
  (value) => typeof value === "string" && isProvinceCode(value),
  "unknown province code",
);
export const regency = z.custom<RegencyCode>(
  (value) => typeof value === "string" && isRegencyCode(value),
  "unknown regency code; write it dotted, e.g. 14.03",
);
export const roster = z.custom<RosterId>(
  (value) => typeof value === "string" && isRosterId(value),
  "not a roster ({regency}/{segment}/{slug})",
);
export const segment = z.enum(SEGMENT_CODES);
export const bilingual = z.object({ id: z.string(), en: z.string() });
export const count = z.int().nonnegative();

/** `yyyy-mm` on the wire, a number in the domain. */
export const monthOnWire = z.codec(z.string().refine(isMonthText, "not a month (yyyy-mm)"), z.custom<Month>(), {
  decode: (text) => month(text),
  encode: (value) => monthText(value),
});

/** `[["2022-11", 24000], …]`: a figure that holds from that month until the next step. */
export const steps = z.array(z.tuple([monthOnWire, z.number()]).readonly()).readonly();
