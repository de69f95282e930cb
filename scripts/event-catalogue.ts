// Every message, and every record that is kept as JSON: who writes it for whom, in the order of the pipeline. Its sample stands in events/samples/.
import type * as z from "zod";
import { agreementFile } from "#events/agreement-file.ts";
import * as alerts from "#events/alert.ts";
import { alertRules } from "#events/alert-rules.ts";
import { alertState, provinceState } from "#events/alert-state.ts";
import { coverageChange } from "#events/coverage-change.ts";
import { coverageUpdate } from "#events/coverage-update.ts";
import { dayStarted } from "#events/day-started.ts";
import { digest } from "#events/digest.ts";
import { digestLedger } from "#events/digest-ledger.ts";
import { enrolmentBatch } from "#events/enrolment-batch.ts";
import { objectCreatedEvent } from "#events/object-created.ts";
import { receipt } from "#events/receipt.ts";
import { receiptAnnouncement } from "#events/receipt-announcement.ts";
import { referenceAnnouncement, referenceReceipt } from "#events/reference-receipt.ts";
import { decideHeld, planAgain } from "#events/roster-upload.ts";
import { closedMonth, monthCoverage, overlapPair, rosterFigures } from "#events/stored-coverage.ts";
import { claimsFigure, storedAgreement, targetFigure, workforceFigure } from "#events/stored-reference.ts";
import { uploadHeld, uploadRefused, uploadSettled } from "#events/upload-outcome.ts";
import { uploadRecord } from "#events/upload-record.ts";
import { versionRecord } from "#events/version-record.ts";

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

const UPLOAD_OUTCOMES: readonly CatalogueEntry[] = (
  [
    ["upload-held", uploadHeld, "upload held", "Removals of a file wait for somebody to decide."],
    ["upload-refused", uploadRefused, "upload refused", "A file could not be used; nothing has changed."],
    ["upload-settled", uploadSettled, "upload settled", "A file that waited, or might have, waits no longer."],
  ] as const
).map(([sample, schema, title, about]) => ({
  file: "upload-outcome",
  sample,
  schema,
  title,
  from: "`validate-roster`, `apply-enrolments`",
  to: "queue `coverage-changes` → `emit-alerts`",
  about,
}));

/** Sample and schema of each kind of alert, and when it is sent. */
const ALERTS: readonly CatalogueEntry[] = (
  [
    [
      "coverage-dropped",
      alerts.coverageDropped,
      "Coverage of a regency, a segment or the province has fallen by the threshold.",
    ],
    [
      "coverage-lapsing",
      alerts.coverageLapsing,
      "Coverage is going to fall by the threshold because periods end and nothing follows; 90, 30 and 7 days before, and when a good part was renewed since it was told.",
    ],
    ["coverage-below-target", alerts.coverageBelowTarget, "The rate lies below the target of the year."],
    ["coverage-recovered", alerts.coverageRecovered, "What was told of coverage is no longer so: see `clears`."],
    ["agreement-budget", alerts.agreementBudget, "The budget of an agreement ends before its period does."],
    [
      "agreement-expiring",
      alerts.agreementExpiring,
      "An agreement ends and no renewal is known; 90, 30 and 7 days before.",
    ],
    ["agreement-recovered", alerts.agreementRecovered, "What was told of an agreement is no longer so: see `clears`."],
    ["roster-overdue", alerts.rosterOverdue, "A source that reports every month has not reported for 45 days."],
    ["roster-held", alerts.rosterHeld, "Removals of a file wait for somebody to decide."],
    ["roster-refused", alerts.rosterRefused, "A file could not be used; nothing has changed."],
    ["roster-recovered", alerts.rosterRecovered, "What was told of a roster is no longer so: see `clears`."],
  ] as const
).map(([sample, schema, about]) => ({
  file: "alert",
  sample,
  schema,
  title: `alert ${sample.replace("-", ".")}`,
  from: "`emit-alerts`",
  to: "topic `coverage-alerts` → subscribers",
  about: `${about} Queues and HTTPS endpoints get this JSON, mails get \`message\` as text. Attributes to filter on: \`province\`, \`regency\`, \`segment\`, \`kind\`, \`severity\`.`,
}));

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
    from: "whoever decides about removals that wait; `apply-enrolments` and the reconciliation, once the roster has moved on",
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
    from: "the daily schedules, 00:10 and 07:00 in Jakarta; `cakupan day` on AWS",
    to: "functions `start-coverage-day` (00:10), `send-digest` (07:00)",
    about: "A new day: every regency that has a roster is looked at. A new morning: what was alerted is told in one.",
  },
  {
    file: "coverage-update",
    sample: "coverage-update",
    schema: coverageUpdate,
    title: "coverage update",
    from: "`apply-enrolments`, `validate-roster` (a list that changes nothing), `store-reference`, `start-coverage-day`",
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
  ...UPLOAD_OUTCOMES,
  ...ALERTS,
  {
    file: "digest",
    sample: "digest",
    schema: digest,
    title: "digest",
    from: "`send-digest`",
    to: "topic `coverage-digest` → subscribers",
    about:
      "What was alerted since the morning before, once a day; nothing on a day without alerts. Queues and HTTPS endpoints get this JSON, mails get a text.",
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
    file: "version-record",
    sample: "version-record",
    schema: versionRecord,
    title: "version record",
    from: "`apply-enrolments`",
    to: "Coverage table, item `version#{segment}/{slug}@{number}`",
    about:
      "What a version came from, written with every part of it that is applied, each time the same. From the head back along `base` it tells which versions were current, in which order.",
  },
  {
    file: "stored-coverage",
    sample: "month-coverage",
    schema: monthCoverage,
    title: "month of coverage",
    from: "`update-coverage`",
    to: "Coverage table, item `current` (a list of them)",
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
    file: "alert-state",
    sample: "province-state",
    schema: provinceState,
    title: "alert state of the province",
    from: "`emit-alerts`",
    to: "Coverage table, scope = province, item `reference`",
    about:
      "The same of the province: a day is evaluated when every regency has closed it, or when the next day begins.",
  },
  {
    file: "alert-rules",
    sample: "alert-rules",
    schema: alertRules,
    title: "alert rules",
    from: "`infra/provinces.ts`",
    to: "environment of `emit-alerts`, output `AlertRules` of the stack",
    about: "When something is told, as a province decides it.",
  },
  {
    file: "stored-coverage",
    sample: "closed-month",
    schema: closedMonth,
    title: "closed month",
    from: "`update-coverage`",
    to: "Coverage table, item `month#{yyyy-mm}`",
    about: "A month that has left the window, as it was last known, with what each roster was in it.",
  },
  {
    file: "digest-ledger",
    sample: "digest-ledger",
    schema: digestLedger,
    title: "digest ledger",
    from: "`send-digest`",
    to: "Coverage table, item `digest` of the province",
    about: "Which alerts a digest has told. Digests not yet published stand beside it, as `outbox`.",
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
