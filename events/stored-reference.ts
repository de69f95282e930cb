// Reference data as the Coverage table keeps them.
import * as z from "zod";
import { PROGRAMMES } from "#shared/domain/programme.ts";
import type { AgreementHistory } from "#shared/domain/reference/agreement-history.ts";
import type { Claims } from "#shared/domain/reference/claims.ts";
import type { Target } from "#shared/domain/reference/target.ts";
import { DENOMINATORS, type Workforce } from "#shared/domain/workforce.ts";
import { agreementFile } from "./agreement-file.ts";
import { count, monthOnWire, segment, uploadOrder } from "./fields.ts";

export const storedAgreement = z.object({
  files: z
    .array(z.object({ order: uploadOrder, uploadId: z.string(), content: agreementFile }))
    .readonly()
    .describe("every file that was sent, ascending by order; the agreement is what they say one after the other"),
}) satisfies z.ZodType<{ readonly files: AgreementHistory }>;

export const workforceFigure = z.object({
  workers: z.int().positive(),
  denominator: z.enum(DENOMINATORS).describe("who is counted"),
  year: z.int(),
  source: z.string(),
}) satisfies z.ZodType<Workforce>;

export const targetFigure = z.object({
  year: z.int().describe("to be reached by its end"),
  share: z.number().positive().max(1).describe("0.55 for 55 %"),
  denominator: z.enum(DENOMINATORS).describe("held only against a rate of the same"),
  source: z.string(),
}) satisfies z.ZodType<Target>;

export const claimsFigure = z.object({
  month: monthOnWire.describe("the month of payment; the last of a year that is told in one figure"),
  months: z.int().positive().describe("1, or 12 for a year"),
  programme: z.enum(PROGRAMMES).nullable().describe("null: all together"),
  segment: segment.nullable().describe("null: all together"),
  cases: count,
  rupiah: count.nullable().describe("null: not stated"),
  source: z.string(),
}) satisfies z.ZodType<Claims>;
