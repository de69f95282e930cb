// Fields that several messages share: texts on the wire become the domain's own types here, once.

import * as z from "zod";
import type { Condition, FilterPolicy } from "#shared/domain/alerts/alert-filter.ts";
import { type Day, isDay } from "#shared/domain/day.ts";
import { isMonthText, type Month, month, monthText, OPEN_END } from "#shared/domain/month.ts";
import { HOLD_DECISIONS, UPLOAD_MODES } from "#shared/domain/receipt.ts";
import type { Target } from "#shared/domain/reference/target.ts";
import { isProvinceCode, isRegencyCode, type ProvinceCode, type RegencyCode } from "#shared/domain/region.ts";
import { isRosterId, type RosterId } from "#shared/domain/roster.ts";
import type { VersionSource } from "#shared/domain/roster-version.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";
import type { UploadOrder } from "#shared/domain/upload-order.ts";
import { DENOMINATORS, type Workforce } from "#shared/domain/workforce.ts";

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
export const rowCounts = z
  .object({ read: count, accepted: count, duplicate: count, rejected: count })
  .describe("read = accepted + duplicate + rejected, always");
export const changeCounts = z
  .object({
    enrolled: count,
    changed: count,
    unchanged: count,
    kept: count,
    ended: count,
    withheld: count,
    notFound: count,
  })
  .describe(
    "workers: those accepted = enrolled + changed + unchanged (in an `end` file: ended + notFound); whom a full file names with months that are over counts as ended (withheld) and as changed (unchanged)",
  );
export const versionSource = z
  .object({
    fileName: z.string(),
    receivedAt: z.iso.datetime(),
    mode: z.enum(UPLOAD_MODES),
    rows: rowCounts,
    changes: changeCounts,
    decision: z
      .enum(HOLD_DECISIONS)
      .nullable()
      .describe("`release` when removals had been held and were then carried out"),
    decidedOn: day.nullable().describe("the day of that decision in Asia/Jakarta, where it is known"),
  })
  .describe("the file that made the version: counts, no person") satisfies z.ZodType<VersionSource>;
export const problem = z.object({ code: z.string(), severity: z.enum(["error", "warning"]), message: bilingual });
export const rowProblem = problem.extend({
  row: z.int().positive().describe("as the person's spreadsheet counts: the first line of the file is 1"),
  column: z.string().nullable().describe("the header as the file writes it; null for the row as a whole"),
});

const monthAsText = z.string().refine(isMonthText, "not a month (yyyy-mm)").meta({ format: "yyyy-mm" });

/** `yyyy-mm` on the wire, a number in the domain. */
export const monthOnWire = z.codec(monthAsText, z.custom<Month>(), {
  decode: (text) => month(text),
  encode: (value) => monthText(value),
});

/** As `monthOnWire`; null for a period without an end. */
export const lastMonthOnWire = z.codec(monthAsText.nullable(), z.custom<Month>(), {
  decode: (text) => (text === null ? OPEN_END : month(text)),
  encode: (value) => (value === OPEN_END ? null : monthText(value)),
});

/** `[["2022-11", 24000], …]`: a figure that holds from that month until the next step. */
export const steps = z
  .array(z.tuple([monthOnWire, z.number()]).readonly())
  .readonly()
  .describe("steps: a figure holds from its month until the next step; before the first it is 0");

export const workforce = z.object({
  workers: count,
  denominator: z.enum(DENOMINATORS).describe("who is counted"),
  year: z.int(),
  source: z.string(),
}) satisfies z.ZodType<Workforce>;
export const target = z.object({
  year: z.int(),
  share: z.number().positive().describe("0.55 for 55 %"),
  denominator: z.enum(DENOMINATORS),
  source: z.string(),
}) satisfies z.ZodType<Target>;

const condition = z.union([
  z.string(),
  z.object({ exists: z.boolean() }),
  z.object({ "anything-but": z.array(z.string()).readonly() }),
]) satisfies z.ZodType<Condition>;
/** A filter policy of SNS, as far as subscriptions to alerts use it. */
export const filterPolicy = z.record(z.string(), z.array(condition).readonly()) satisfies z.ZodType<FilterPolicy>;
