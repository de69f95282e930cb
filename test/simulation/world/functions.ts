// The functions as their handlers wire them, on what is kept in memory: the same use cases behind the same way of reading a queue.
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { coverageChange } from "#events/coverage-change.ts";
import { type CoverageNews, coverageNews } from "#events/coverage-news.ts";
import { coverageUpdate } from "#events/coverage-update.ts";
import { dayStarted } from "#events/day-started.ts";
import { enrolmentBatch, enrolmentBatchText } from "#events/enrolment-batch.ts";
import { rosterUpload } from "#events/roster-upload.ts";
import { textOf } from "#events/text-of.ts";
import { uploadOutcome } from "#events/upload-outcome.ts";
import { applyEnrolments } from "#functions/apply-enrolments/apply-enrolments.ts";
import { emitAlerts } from "#functions/emit-alerts/emit-alerts.ts";
import { startCoverageDay } from "#functions/start-coverage-day/start-coverage-day.ts";
import { updateRegencies } from "#functions/update-coverage/update-coverage.ts";
import { validateRoster } from "#functions/validate-roster/validate-roster.ts";
import { pseudonymsOf } from "#shared/adapters/aws/secret-pseudonyms.ts";
import type { Effect } from "#shared/adapters/memory/effect.ts";
import { MemoryAdmissions } from "#shared/adapters/memory/memory-admissions.ts";
import { MemoryAlertRecords } from "#shared/adapters/memory/memory-alert-records.ts";
import { MemoryAlertStates } from "#shared/adapters/memory/memory-alert-states.ts";
import { MemoryAlertTopic } from "#shared/adapters/memory/memory-alert-topic.ts";
import { MemoryCoverageStore } from "#shared/adapters/memory/memory-coverage-store.ts";
import { MemoryHeads } from "#shared/adapters/memory/memory-heads.ts";
import { MemoryQueue } from "#shared/adapters/memory/memory-queue.ts";
import { MemoryReceipts } from "#shared/adapters/memory/memory-receipts.ts";
import { MemoryReference } from "#shared/adapters/memory/memory-reference.ts";
import { MemorySlices } from "#shared/adapters/memory/memory-slices.ts";
import { MemoryUploads } from "#shared/adapters/memory/memory-uploads.ts";
import type { AlertState } from "#shared/domain/alerts/decide-alerts.ts";
import type { ProvinceState } from "#shared/domain/alerts/decide-province.ts";
import type { ProvinceCode, RegencyCode } from "#shared/domain/region.ts";
import type { Log } from "#shared/lambda/log.ts";
import { oneByOne, queueHandler } from "#shared/lambda/queue-handler.ts";
import type { QueueName } from "#shared/names.ts";
import type { RosterObjects, RosterReader } from "#shared/ports.ts";
import { BUCKET, GUARD, HISTORY_MONTHS, PROVINCE, RULES, SECRET } from "./settings.ts";
import type { SimulatedQueue } from "./simulated-queue.ts";
import type { Stores } from "./stores.ts";

/** What hands messages to functions: the queues of rosters and coverage, and the daily schedule. Reference data are not simulated. */
export type Feed = Exclude<QueueName, "reference-uploads"> | "coverage-days";

export interface Surroundings {
  readonly stores: Stores;
  readonly queues: Readonly<Record<Feed, SimulatedQueue>>;
  readonly log: Log;
  readonly files: RosterFiles;
}

/** Where uploaded rosters lie, and what reads them. */
export interface RosterFiles {
  readonly objects: (effect: Effect) => RosterObjects;
  readonly reader: RosterReader;
}

export type Invoke = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** The function of a feed, every effect of which goes through `effect`. */
export function functionOf(feed: Feed, { stores, queues, log, files }: Surroundings, effect: Effect): Invoke {
  const reject = async (body: string): Promise<void> => effect("dead-letters.send", () => queues[feed].putAside(body));
  const sender = <Message>(to: Feed, text: (message: Message) => string) =>
    new MemoryQueue<Message>({ name: to, textOf: text, deliver: (bodies) => queues[to].sendAll(bodies) }, effect);
  const heads = new MemoryHeads(stores, effect);
  const slices = new MemorySlices(stores.slices, effect);
  const uploads = new MemoryUploads(stores.uploads, effect);
  const receipts = new MemoryReceipts(stores.receipts, stores.announcements, effect);
  const admissions = new MemoryAdmissions(stores.admissions, effect);
  const coverage = new MemoryCoverageStore(stores, effect);
  const uploadOutcomes = sender("coverage-changes", textOf(uploadOutcome));
  const coverageUpdates = sender("coverage-updates", textOf(coverageUpdate));

  switch (feed) {
    case "roster-uploads": {
      const ports = {
        objects: files.objects(effect),
        reader: files.reader,
        pseudonyms: () => effect("secret.read", () => pseudonymsOf(SECRET)),
        uploads,
        heads,
        slices,
        receipts,
        coverageUpdates,
        uploadOutcomes,
        enrolmentEvents: sender("enrolment-events", enrolmentBatchText),
        admissions,
        log,
      };
      const settings = { province: PROVINCE, rostersBucket: BUCKET, guard: GUARD };
      const handle = oneByOne((message: typeof rosterUpload._output) => validateRoster(ports, settings, message), log);
      return queueHandler({ schema: rosterUpload, handle, reject, log });
    }
    case "enrolment-events": {
      const rosterUploads = sender("roster-uploads", textOf(rosterUpload));
      const ports = {
        slices,
        heads,
        uploads,
        receipts,
        admissions,
        coverageUpdates,
        uploadOutcomes,
        rosterUploads,
        log,
      };
      const handle = oneByOne(
        (batch: typeof enrolmentBatch._output) => applyEnrolments(ports, HISTORY_MONTHS, batch),
        log,
      );
      return queueHandler({ schema: enrolmentBatch, handle, reject, log });
    }
    case "coverage-updates": {
      const coverageChanges = sender("coverage-changes", textOf(coverageChange));
      const reference = new MemoryReference(
        { figures: stores.referenceFigures, agreements: stores.agreements },
        effect,
      );
      const ports = { heads, slices, coverage, reference, coverageChanges, log };
      return queueHandler({
        schema: coverageUpdate,
        handle: (messages, done, hasTime) => updateRegencies(ports, messages, done, hasTime),
        reject,
        log,
      });
    }
    case "coverage-changes": {
      const ports = {
        regencies: new MemoryAlertStates<RegencyCode, AlertState>(stores.regencyAlerts, effect),
        provinces: new MemoryAlertStates<ProvinceCode, ProvinceState>(stores.provinceAlerts, effect),
        records: new MemoryAlertRecords(stores.alerts, effect),
        topic: new MemoryAlertTopic(stores.alertTopic, effect),
        uploads,
        heads,
        log,
      };
      const settings = { province: PROVINCE, rules: RULES };
      const handle = oneByOne((message: CoverageNews) => emitAlerts(ports, settings, message), log);
      return queueHandler({ schema: coverageNews, handle, reject, log });
    }
    case "coverage-days":
      return async (event) => {
        const ports = { coverage, coverageUpdates, log };
        for (const { body } of event.Records)
          await startCoverageDay(ports, PROVINCE, dayStarted.parse(JSON.parse(body)).time);
        return { batchItemFailures: [] };
      };
  }
}
