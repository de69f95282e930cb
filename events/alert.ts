// An alert, as queues and HTTPS endpoints receive it: what every alert says of itself, and what its kind adds. Mails get `message` as text.

import * as z from "zod";
import { ALERT_SCOPES, type Alert, CAUSES, NATURES, SEVERITIES } from "#shared/domain/alert.ts";
import {
  bilingual,
  count,
  day,
  lastMonthOnWire,
  monthOnWire,
  province,
  regency,
  roster,
  segment,
  target,
  workforce,
} from "./fields.ts";

const head = {
  alertId: z.string().describe("the same for every repetition of this alert"),
  severity: z.enum(SEVERITIES),
  scope: z.enum(ALERT_SCOPES).describe("whose figures: a whole regency, one of its segments, or the province"),
  province,
  regency: regency.nullable().describe("null for an alert of the province"),
  name: z.string().describe("of the regency or the province"),
  segment: segment.nullable().describe("null where it is about more than one"),
  asOf: day,
  message: bilingual,
};

const part = z.object({
  roster: roster.nullable().describe("null: small rosters of a segment together, the overlap, a regency, or the rest"),
  segment: segment.nullable().describe("null for `overlap`, `regency` and `others`"),
  regency: regency.optional().describe("only in alerts of the province"),
  cause: z.enum(CAUSES),
  workers: z.int(),
  renewalRupiah: count.optional().describe("contributions a month of those who end; only in `coverage.lapsing`"),
});

const step = {
  month: monthOnWire.describe("the month that `after` is of"),
  before: count.describe("covered workers that were remembered, or foreseen"),
  after: count.describe("covered workers now, or as is foreseen"),
  change: z.int().describe("after − before = the sum of the parts"),
  parts: z.array(part).readonly(),
};
const nature = z
  .enum(NATURES)
  .describe(
    "`real`: protection ended or workers left; `data`: perhaps only a short file, rejected rows or a revised figure",
  );

const stillEnding = count
  .default(0)
  .describe("so many fewer than in the month before all the same; 0 unless it clears `coverage.lapsing`");
const toCome = count.default(0).describe("of `after`: counted on because their monthly list is expected to come again");

export const coverageDropped = z.object({
  ...head,
  kind: z.literal("coverage.dropped"),
  ...step,
  before: count.describe("covered workers at the last day's close: what warnings of the fall named"),
  nature,
  earlier: z
    .object({
      month: monthOnWire,
      asOf: day.nullable().default(null).describe("the day on which the level was counted; null: not known"),
      level: count.describe("the highest level that is not told yet"),
      parts: z.array(part).readonly().describe("they add up to before − level"),
    })
    .nullable()
    .default(null)
    .describe("what was lost before, too little then to be told, and not in `change`; null: nothing"),
});
export const coverageLapsing = z.object({
  ...head,
  kind: z.literal("coverage.lapsing"),
  ...step,
  firstDay: day.describe("the first unprotected day"),
  leadDays: count.describe("which reminder this is: so many days before at most"),
  renewalRupiah: count.describe(
    "contributions a month of those who end, in their last protected month, less those of who begins in the same segment",
  ),
  toCome,
  lastTold: z
    .object({
      alertId: z.string(),
      asOf: day,
      before: count,
      after: count,
      parts: z
        .array(part)
        .readonly()
        .describe("they add up to `after` now − this `after`: who is protected then since"),
    })
    .nullable()
    .default(null)
    .describe("what the last word on it named; null: there was none, or it named the same"),
});
export const coverageRecovered = z.object({
  ...head,
  kind: z.literal("coverage.recovered"),
  ...step,
  clears: z.enum(["coverage.dropped", "coverage.lapsing", "coverage.below-target"]).describe("what is no longer so"),
  toCome,
  stillEnding,
});
export const coverageBelowTarget = z.object({
  ...head,
  kind: z.literal("coverage.below-target"),
  month: monthOnWire,
  covered: count,
  workforce,
  target,
  nature,
});

const aboutAgreement = {
  agreement: z.string().describe("`{regency}/{slug}`"),
  sponsor: z.string(),
  first: monthOnWire.describe("of its period"),
  last: lastMonthOnWire.describe("null: without an end"),
};
export const agreementBudget = z.object({
  ...head,
  kind: z.literal("agreement.budget"),
  ...aboutAgreement,
  budgetRupiah: count,
  dueRupiah: count.describe("contributions of the whole period, as far as is known now"),
  plannedWorkers: count
    .nullable()
    .default(null)
    .describe("the head count that dueRupiah follows, no roster being known; null: it follows the rosters"),
  paidUntil: monthOnWire.nullable().describe("the last month that is paid whole; null: not even the first"),
  doubt: z
    .enum(["monthly-sum", "yearly-sum"])
    .nullable()
    .describe("why the budget may have been reported for another time than the period"),
});
export const agreementExpiring = z.object({
  ...head,
  kind: z.literal("agreement.expiring"),
  ...aboutAgreement,
  lastDay: day.describe("the last protected day"),
  leadDays: count.describe("which reminder this is: so many days before at most"),
  workers: count.describe("covered through it in the last month"),
  monthlyRupiah: count.describe("contributions of the last month"),
  resumes: monthOnWire
    .nullable()
    .default(null)
    .describe("first month of a next period that leaves a gap; null: no next period is known"),
});
export const agreementRecovered = z.object({
  ...head,
  kind: z.literal("agreement.recovered"),
  ...aboutAgreement,
  clears: z.enum(["agreement.budget", "agreement.expiring"]),
  gap: z
    .object({ first: monthOnWire, last: monthOnWire })
    .nullable()
    .default(null)
    .describe("months between the period that ended and this one, which no period protects; null: none"),
});

const aboutUpload = { uploadId: z.string(), fileName: z.string() };
export const rosterOverdue = z.object({
  ...head,
  kind: z.literal("roster.overdue"),
  roster,
  reportedOn: day.nullable().describe("when the last list came in; null: never"),
  countedFrom: day
    .nullable()
    .default(null)
    .describe("when the agreement began (again), where the days are counted from it; null: from the last list"),
  days: count.describe("since then, or since the agreement began (again), whichever is later"),
});
export const rosterHeld = z.object({
  ...head,
  kind: z.literal("roster.held"),
  ...aboutUpload,
  roster,
  withheld: count.describe("workers whose removal waits"),
});
export const rosterRefused = z.object({
  ...head,
  kind: z.literal("roster.refused"),
  ...aboutUpload,
  roster: roster.nullable().describe("null: the key of the file names none"),
  code: z.string().describe("what is wrong, first of all"),
  reason: bilingual,
});
export const rosterRecovered = z.object({
  ...head,
  kind: z.literal("roster.recovered"),
  roster,
  uploadId: z.string().nullable().describe("null where it was overdue"),
  clears: z.enum(["roster.overdue", "roster.held"]),
});

export const alert = z.discriminatedUnion("kind", [
  coverageDropped,
  coverageLapsing,
  coverageBelowTarget,
  coverageRecovered,
  agreementBudget,
  agreementExpiring,
  agreementRecovered,
  rosterOverdue,
  rosterHeld,
  rosterRefused,
  rosterRecovered,
]) satisfies z.ZodType<Alert>;
