// What emit-alerts remembers between two messages, as the Coverage table keeps it: of a regency, and of the province.

import * as z from "zod";
import { SEVERITIES } from "#shared/domain/alert.ts";
import type { AlertState } from "#shared/domain/alerts/decide-alerts.ts";
import type { ProvinceState } from "#shared/domain/alerts/decide-province.ts";
import type { NamedLapse } from "#shared/domain/alerts/lapse-eased.ts";
import type { Reference } from "#shared/domain/alerts/reference.ts";
import { RAISED_KINDS, type Standing } from "#shared/domain/alerts/standing.ts";
import type { LowerClose, Watch } from "#shared/domain/alerts/watch-level.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";
import { DENOMINATORS } from "#shared/domain/workforce.ts";
import { count, day, monthOnWire, roster, segment } from "./fields.ts";

const reference = z.object({
  month: monthOnWire,
  asOf: day.nullable().default(null).describe("the day as of which it was known; null: not remembered"),
  level: count.describe("covered workers, distinct"),
  overlap: z.int().describe("sum over rosters − level"),
  rosters: z.array(z.object({ roster: roster.nullable(), segment, workers: count })).readonly(),
}) satisfies z.ZodType<Reference>;

const lowerClose = reference.extend({
  changes: z
    .array(
      z.object({
        roster: roster.nullable().describe("null: the small rosters of a segment together"),
        segment,
        byFiles: z.int().describe("workers that files added to, or took off, the months already counted"),
        byTime: z.int().describe("workers whose protection began or ended"),
      }),
    )
    .readonly()
    .nullable()
    .default(null)
    .describe("what became of the rosters since the reference; null: not remembered"),
}) satisfies z.ZodType<LowerClose>;

const watch = z.object({
  reference: reference.nullable().describe("what a fall is measured from; null until the first day's close"),
  latest: lowerClose
    .nullable()
    .default(null)
    .describe("the last close, where it lies below the reference by too little to be told; null: it does not"),
  fallen: z
    .object({
      level: count.describe("covered workers before the first alert of the fall"),
      alertId: z.string().describe("that first alert"),
      low: reference.describe("what was covered when the fall was last told"),
    })
    .nullable()
    .describe("a fall that was told and has not been made good"),
}) satisfies z.ZodType<Watch>;

const namedLapse = z.object({
  severity: z.enum(SEVERITIES),
  before: count,
  to: reference.describe("what was foreseen"),
}) satisfies z.ZodType<NamedLapse>;

const standing = z
  .array(
    z.object({
      key: z.string().describe("what it is about"),
      kind: z.enum(RAISED_KINDS),
      level: z.int().positive().describe("how urgent it was when it was last told"),
      size: z.number().describe("how much of it was told last"),
      from: z.number().describe("what that was measured from"),
      alertId: z.string(),
      asOf: day,
      named: namedLapse
        .nullable()
        .default(null)
        .describe("what a warning of a lapse named; null: of anything else, or not remembered"),
    }),
  )
  .readonly()
  .describe("what was told and still stands") satisfies z.ZodType<readonly Standing[]>;

export const alertState = z.object({
  ticket: count.describe("of the newest figures seen"),
  asOf: day,
  levels: z.object({
    whole: watch,
    segments: z.partialRecord(z.enum(SEGMENT_CODES), watch),
    told: count.describe("workers of all falls told so far"),
    closedIn: monthOnWire
      .nullable()
      .default(null)
      .describe("the month of the last look; null before the first day's close"),
  }),
  standing,
  seenWorkforces: z.partialRecord(z.enum(DENOMINATORS), count).describe("what rates were last held against"),
}) satisfies z.ZodType<AlertState>;

const byRegency = z.record(z.string(), count);

export const provinceState = z.object({
  asOf: day,
  evaluatedOn: day.nullable().describe("the last day that was evaluated"),
  regencies: z.record(
    z.string(),
    z.object({
      ticket: count,
      closedOn: day.nullable().describe("the last day that the daily run has closed"),
      level: count.describe("covered workers in the month of that day"),
      told: count.describe("workers of all falls that the regency has told"),
    }),
  ),
  reference: byRegency.nullable().describe("what a fall is measured from, by regency"),
  fallen: z.object({ level: count, low: byRegency }).nullable(),
  standing,
}) satisfies z.ZodType<ProvinceState>;
