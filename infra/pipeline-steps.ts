// How large each function is, how its queue feeds it, and what its failure does to a person.
// Memory buys processor: 1,769 MB are one whole core, 3,008 MB the most that a new account may take.
// A message that failed comes back after six times the function's time limit: a limit longer than needed delays the repair.
import type { FunctionName, QueueName } from "#shared/names.ts";

export interface Step {
  readonly memoryMB: number;
  readonly timeoutSeconds: number;
  /** What a failure of this function does to a person; stands in its alarms. */
  readonly errorImpact: string;
}

export const STEPS: Readonly<Record<FunctionName, Step>> = {
  // Holds a roster and its base; ten million rows take about a minute.
  "validate-roster": {
    memoryMB: 3008,
    timeoutSeconds: 300,
    errorImpact: "An uploader gets no receipt, and the workers of the file are not yet counted as protected.",
  },
  // At most five messages of 1 MiB at a time, each a few writes.
  "apply-enrolments": {
    memoryMB: 512,
    timeoutSeconds: 60,
    errorImpact:
      "A roster stays at the version before: workers newly enrolled are not counted, those who left still are.",
  },
  // One message per regency.
  "start-coverage-day": {
    memoryMB: 256,
    timeoutSeconds: 30,
    errorImpact: "Coverage is not evaluated for the new day: a protection that ended at midnight is not told.",
  },
  // Reads and folds a million enrolments in seconds, on one core; keeps their slices while it is warm.
  "update-coverage": {
    memoryMB: 1769,
    timeoutSeconds: 60,
    errorImpact: "A regency's coverage is shown as it was, and a drop in it is not seen.",
  },
  // A few items read, one written, one message.
  "emit-alerts": {
    memoryMB: 256,
    timeoutSeconds: 30,
    errorImpact: "Those who must act are not told that coverage dropped.",
  },
  // A query per regency, one item written, one message a day.
  "send-digest": {
    memoryMB: 256,
    timeoutSeconds: 60,
    errorImpact: "Those who read one mail a day are not told of the day's alerts.",
  },
  // A small file, a few items.
  "store-reference": {
    memoryMB: 512,
    timeoutSeconds: 60,
    errorImpact:
      "An agreement, a workforce figure, a target or claims that were uploaded are not known: rates and alerts go by the older ones.",
  },
  // Counts every regency anew, one after the other, on one core.
  "reconcile-province": {
    memoryMB: 1769,
    timeoutSeconds: 900,
    errorImpact: "What was lost on the way is not found: a file without a receipt, or figures that stay behind.",
  },
};

export interface Feed {
  readonly batchSize: number;
  /** How long to collect a batch; 0 for not at all. */
  readonly windowSeconds: number;
  /** How many of the function at once; at least 2, which is Lambda's own least. */
  readonly maxConcurrency: number;
}

export const FEEDS: Readonly<Record<QueueName, Feed>> = {
  "roster-uploads": { batchSize: 1, windowSeconds: 0, maxConcurrency: 10 },
  // Lambda takes 6 MB a call: five messages of 1 MiB fit.
  "enrolment-events": { batchSize: 5, windowSeconds: 0, maxConcurrency: 10 },
  // A hundred updates of one regency are one fold.
  "coverage-updates": { batchSize: 100, windowSeconds: 2, maxConcurrency: 5 },
  "coverage-changes": { batchSize: 10, windowSeconds: 0, maxConcurrency: 5 },
  "reference-uploads": { batchSize: 5, windowSeconds: 0, maxConcurrency: 2 },
};
