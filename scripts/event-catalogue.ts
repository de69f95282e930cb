// Every message, and every record that is kept as JSON: who writes it for whom, in the order of the pipeline. Its sample stands in events/samples/.
import type * as z from "zod";
import { agreementFile } from "#events/agreement-file.ts";
import { alert } from "#events/alert.ts";
import { alertState } from "#events/alert-state.ts";
import { coverageChange } from "#events/coverage-change.ts";
import { coverageUpdate } from "#events/coverage-update.ts";
import { dayStarted } from "#events/day-started.ts";
import { enrolmentBatch } from "#events/enrolment-batch.ts";
import { objectCreatedEvent } from "#events/object-created.ts";
import { receipt } from "#events/receipt.ts";
import { receiptAnnouncement } from "#events/receipt-announcement.ts";
import { referenceAnnouncement, referenceReceipt } from "#events/reference-receipt.ts";
import { decideHeld, planAgain } from "#events/roster-upload.ts";
import { monthCoverage, overlapPair, rosterFigures } from "#events/stored-coverage.ts";
import { claimsFigure, storedAgreement, targetFigure, workforceFigure } from "#events/stored-reference.ts";
import { uploadRecord } from "#events/upload-record.ts";

export interface CatalogueEntry {
  /** `events/{file}.ts` holds the schema. */
  readonly file: string;
  /** `events/samples/{sample}.json`. */
  readonly sample: string;
  readonly schema: z.ZodType;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly about: string;
}

export const MESSAGES: readonly CatalogueEntry[] = [
  {
    file: "object-created",
    sample: "object-created",
    schema: objectCreatedEvent,
    title: "object created",
    from: "S3, by way of EventBridge",
    to: "queue `roster-uploads` → `validate-roster`; queue `reference-uploads` → `store-reference`",
    about:
      "A file was put under `rosters/`, or under `agreements/`, `workforce/`, `targets/` or `claims/`. S3 sends more fields; all that is not listed here is ignored.",
  },
  {
    file: "roster-upload",
    sample: "plan-again",
    schema: planAgain,
    title: "plan again",
    from: "`apply-enrolments`",
    to: "queue `roster-uploads` → `validate-roster`",
    about: "A version is void because its base has moved: the upload has to be planned on what is current now.",
  },
  {
    file: "roster-upload",
    sample: "decide-held",
    schema: decideHeld,
    title: "decide held",
    from: "whoever decides about removals that wait",
    to: "queue `roster-uploads` → `validate-roster`",
    about: "Somebody has looked at an upload whose removals were held.",
  },
  {
    file: "enrolment-batch",
    sample: "enrolment-batch",
    schema: enrolmentBatch,
    title: "enrolment batch",
    from: "`validate-roster`",
    to: "queue `enrolment-events` → `apply-enrolments`",
    about:
      "Slices of a planned version, as many to a message as fit. The same upload on the same base makes the same messages.",
  },
  {
    file: "day-started",
    sample: "day-started",
    schema: dayStarted,
    title: "day started",
    from: "the daily schedule, 00:10 in Jakarta; `cakupan day` on AWS",
    to: "function `start-coverage-day`",
    about: "A new day: every regency that has a roster is looked at.",
  },
  {
    file: "coverage-update",
    sample: "coverage-update",
    schema: coverageUpdate,
    title: "coverage update",
    from: "`apply-enrolments`, `store-reference`, `start-coverage-day`",
    to: "queue `coverage-updates` → `update-coverage`",
    about: "A regency's coverage has to be looked at. All messages of a batch for one regency are one fold.",
  },
  {
    file: "coverage-change",
    sample: "coverage-change",
    schema: coverageChange,
    title: "coverage change",
    from: "`update-coverage`",
    to: "queue `coverage-changes` → `emit-alerts`",
    about: "What a regency's coverage is: figures, never differences, so that a message may come twice or late.",
  },
  {
    file: "alert",
    sample: "alert",
    schema: alert,
    title: "alert",
    from: "`emit-alerts`",
    to: "topic `coverage-alerts` → subscribers",
    about:
      "Queues and HTTPS endpoints get this JSON, mails get `message` as text. Message attributes to filter on: `province`, `regency`, `kind`, `severity`.",
  },
  {
    file: "receipt",
    sample: "receipt",
    schema: receipt,
    title: "receipt",
    from: "`validate-roster`, `apply-enrolments`",
    to: "Receipts bucket, `receipts/{roster}/{upload id}.json`; without a usable roster `receipts/_refused/{upload id}.json`",
    about: "What the uploader gets back. It names no person. Rejected rows stand beside it as `{upload id}.add.csv`.",
  },
  {
    file: "receipt-announcement",
    sample: "receipt-announcement",
    schema: receiptAnnouncement,
    title: "receipt announcement",
    from: "`validate-roster`, `apply-enrolments`",
    to: "topic `roster-receipts` → subscribers",
    about: "How an upload ended and where its receipt stands. Message attributes to filter on: `status`, `regency`.",
  },
  {
    file: "agreement-file",
    sample: "agreement-file",
    schema: agreementFile,
    title: "agreement file",
    from: "whoever pays for a protection, or the office that keeps the agreements",
    to: "Rosters bucket, `agreements/{regency}/{slug}.json` → `store-reference`",
    about:
      "An agreement and its periods. The workbook of `cakupan template --agreement` says the same. A renewal is a file with the new period only.",
  },
  {
    file: "reference-receipt",
    sample: "reference-receipt",
    schema: referenceReceipt,
    title: "reference receipt",
    from: "`store-reference`",
    to: "Receipts bucket, `receipts/_reference/{kind}/{upload id}.json`",
    about:
      "What became of a file of agreements, workforce figures, targets or claims. A file with any error is refused as a whole.",
  },
  {
    file: "reference-receipt",
    sample: "reference-announcement",
    schema: referenceAnnouncement,
    title: "reference announcement",
    from: "`store-reference`",
    to: "topic `roster-receipts` → subscribers",
    about: "The same in short. Message attributes to filter on: `status`, and of agreements `regency`.",
  },
];

export const STORED: readonly CatalogueEntry[] = [
  {
    file: "upload-record",
    sample: "upload-record",
    schema: uploadRecord,
    title: "upload record",
    from: "`validate-roster`, `apply-enrolments`",
    to: "Coverage table, item `upload#{upload id}`",
    about:
      "What is remembered of an upload, so that the same event always makes the same plan. Status and plan are attributes of their own.",
  },
  {
    file: "stored-coverage",
    sample: "month-coverage",
    schema: monthCoverage,
    title: "month of coverage",
    from: "`update-coverage`",
    to: "Coverage table, item `current` (a list of them) and `month#{yyyy-mm}` (one that has left the window)",
    about: "A regency in one month. Groups without a worker are left out.",
  },
  {
    file: "stored-coverage",
    sample: "roster-figures",
    schema: rosterFigures,
    title: "figures of a roster",
    from: "`update-coverage`",
    to: "Coverage table, items `figures#{ticket}#{number}`, `rosters`",
    about: "One roster over the months of the window.",
  },
  {
    file: "stored-coverage",
    sample: "overlap-pair",
    schema: overlapPair,
    title: "overlap of two rosters",
    from: "`update-coverage`",
    to: "Coverage table, items `figures#{ticket}#{number}`, `overlaps`",
    about: "Workers whom two rosters protect in the same months; the 100 largest pairs.",
  },
  {
    file: "alert-state",
    sample: "alert-state",
    schema: alertState,
    title: "alert state",
    from: "`emit-alerts`",
    to: "Coverage table, item `reference`",
    about:
      "What emit-alerts remembers of a regency between two messages. Alerts not yet published stand beside it, as `outbox`.",
  },
  {
    file: "stored-reference",
    sample: "stored-agreement",
    schema: storedAgreement,
    title: "stored agreement",
    from: "`store-reference`",
    to: "Coverage table, item `agreement#{slug}`, `files`",
    about: "All files of an agreement, so that every order of arrival gives the same agreement.",
  },
  {
    file: "stored-reference",
    sample: "workforce-figure",
    schema: workforceFigure,
    title: "workforce figure",
    from: "`store-reference`",
    to: "Coverage table, item `workforce#{denominator}#{year}`",
    about:
      "How many people work in a regency. The order of its upload stands beside it, as `uploadOrder`; the newest wins.",
  },
  {
    file: "stored-reference",
    sample: "target-figure",
    schema: targetFigure,
    title: "target",
    from: "`store-reference`",
    to: "Coverage table, item `target#{denominator}#{year}`",
    about: "What share of its workers a regency is to protect by the end of a year.",
  },
  {
    file: "stored-reference",
    sample: "claims-figure",
    schema: claimsFigure,
    title: "claims",
    from: "`store-reference`",
    to: "Coverage table, item `claims#{last month}#{months}#{programme}#{segment}`",
    about: "Claims paid, as a figure; no person is in it.",
  },
];
