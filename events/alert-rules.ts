// When something is told, as a province decides it: JSON in the environment of emit-alerts and among the stack's outputs.

import * as z from "zod";
import type { AlertRules } from "#shared/domain/alerts/alert-rules.ts";

const share = z.number().positive().max(1);
const days = z.int().positive();

export const alertRules = z.object({
  share: share.describe("a fall is told from this share of the reference's level on …"),
  workers: z.int().positive().describe("… and from this number of workers on"),
  criticalShare: share,
  leadDays: z.array(days).readonly().describe("reminders so many days before the first unprotected day, most first"),
  overdueDays: days.describe("a monthly source is overdue when it has not reported for so many days"),
}) satisfies z.ZodType<AlertRules>;
