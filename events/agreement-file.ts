// An agreement as a file says it: who pays for whom, and its periods. Which agreement it is stands in the key of the object. A field that is not known is
// an error, for it may be a misspelt one.
import * as z from "zod";
import { PROGRAMMES } from "#shared/domain/programme.ts";
import { BUDGET_SOURCES } from "#shared/domain/reference/agreement.ts";
import type { AgreementContent } from "#shared/domain/reference/agreement-content.ts";
import { lastMonthOnWire, monthOnWire, roster, segment } from "./fields.ts";

const said = z.string().trim().min(1).max(1000);

const legalBasis = z.strictObject({
  regulation: said.describe("as it is called: `Perbup Bengkalis`"),
  number: said,
  year: z.int().min(1945).max(2100),
  doubt: said.nullable().describe("what speaks against it as reported; null where nothing does"),
});

const period = z.strictObject({
  first: monthOnWire,
  last: lastMonthOnWire.describe("the last protected month, included; null: without an end"),
  plannedWorkers: z.int().positive().nullable().describe("null: not stated"),
  budgetRupiah: z.int().positive().nullable().describe("for the whole period; null: not stated"),
  budgetSource: z.enum(BUDGET_SOURCES),
  legalBasis: z.array(legalBasis).readonly(),
  source: said.describe("where this is known from: a document, a press report"),
});

export const agreementFile = z.strictObject({
  sponsor: said,
  segment,
  programmes: z.array(z.enum(PROGRAMMES)).min(1).readonly(),
  rosters: z
    .array(roster)
    .readonly()
    .describe("rosters that it pays for; none: the roster of its segment under its own name"),
  reporting: z
    .literal("monthly")
    .nullable()
    .describe("`monthly`: a list is expected every month; null: when something changes"),
  contact: z.strictObject({ office: said, email: z.email().nullable() }).describe("whom to ask: an office, no person"),
  periods: z
    .array(period)
    .min(1)
    .readonly()
    .describe("a period takes the place of the one with the same first month; the others stay"),
}) satisfies z.ZodType<AgreementContent>;
