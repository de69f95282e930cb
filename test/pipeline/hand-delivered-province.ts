// The real functions (their bundles) on the emulators, with every delivery made by hand: twice, in reverse, late, or not at all.

import { createHash, randomUUID } from "node:crypto";
import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { expect } from "vitest";
import { alert as alertSchema } from "#events/alert.ts";
import { type ObjectCreatedEvent, objectCreatedEvent } from "#events/object-created.ts";
import { receipt as receiptSchema } from "#events/receipt.ts";
import { type ReferenceAnnouncement, referenceAnnouncement } from "#events/reference-receipt.ts";
import type { RosterUpload } from "#events/roster-upload.ts";
import { objectCreated } from "#local/deliver/object-created.ts";
import { sqsEvent } from "#local/deliver/sqs-event.ts";
import type { StoredObject } from "#local/emulators/messaging.ts";
import type { EmulatedQueue } from "#local/emulators/queue.ts";
import { emulatorEnvironment, LOCAL_CREDENTIALS, startEmulators } from "#local/emulators.ts";
import { hostFunctions } from "#local/hosted-functions.ts";
import { synthesise } from "#local/synthesise.ts";
import { readProvinceTemplate } from "#local/template/province-template.ts";
import { DynamoCoverageStore } from "#shared/adapters/aws/dynamo-coverage-store.ts";
import { DynamoHeads } from "#shared/adapters/aws/dynamo-heads.ts";
import { DynamoReference } from "#shared/adapters/aws/dynamo-reference.ts";
import type { Item } from "#shared/adapters/aws/items.ts";
import { accessProvince, type ProvinceAccess } from "#shared/adapters/aws/province-access.ts";
import { ReferenceReceiptFiles } from "#shared/adapters/aws/reference-receipt-files.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { MonthCoverage } from "#shared/domain/coverage.ts";
import { month } from "#shared/domain/month.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import type { Claims } from "#shared/domain/reference/claims.ts";
import { REFERENCE_FOLDERS, REFERENCE_KINDS } from "#shared/domain/reference/reference-key.ts";
import type { ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";
import type { RegencyReference } from "#shared/domain/reference/regency-reference.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { isRosterId, rosterId } from "#shared/domain/roster.ts";
import type { StoredCoverage } from "#shared/domain/stored-coverage.ts";
import {
  type FunctionName,
  OUTPUTS,
  type QueueName,
  queueOutputs,
  REFERENCE_PREFIXES,
  SECRET_KEY_FIELD,
} from "#shared/names.ts";
import { receiptKeyOf, referenceReceiptKeyOf, uploadIdOf } from "#shared/upload-id.ts";

const CONSUMERS: Readonly<Record<QueueName, FunctionName>> = {
  "roster-uploads": "validate-roster",
  "enrolment-events": "apply-enrolments",
  "coverage-updates": "update-coverage",
  "coverage-changes": "emit-alerts",
  "reference-uploads": "store-reference",
};
const QUEUES = Object.keys(CONSUMERS) as QueueName[];

export interface Delivery {
  /** How often each message is delivered; once by default. */
  readonly times?: number;
  readonly reverse?: boolean;
  /** At most so many messages; the rest stay in the queue. */
  readonly only?: number;
  /** Messages that fail go back to the queue instead of failing the test. */
  readonly mayFail?: boolean;
}

export interface HandDeliveredProvince {
  /** Puts an object; its event waits in roster-uploads, or in reference-uploads. */
  put(
    key: string,
    body: string | Uint8Array,
    at: string,
    metadata?: Record<string, string>,
  ): Promise<ObjectCreatedEvent>;
  /** Lets an event arrive (again). */
  send(event: ObjectCreatedEvent): void;
  /** Puts any message on roster-uploads. */
  sendUploadMessage(message: RosterUpload): void;
  /** Delivers what waits in a queue to its function; returns how many messages there were. */
  deliver(queue: QueueName, delivery?: Delivery): Promise<number>;
  /** What waits in a queue is lost. */
  lose(queue: QueueName): void;
  /** Delivers until every queue is empty. */
  drain(delivery?: Delivery): Promise<void>;
  /** The daily run. */
  day(time: string): Promise<void>;
  receipt(event: ObjectCreatedEvent): Promise<Receipt>;
  /** null while there is none. */
  referenceReceipt(event: ObjectCreatedEvent): Promise<ReferenceReceipt | null>;
  reference(regency: string): Promise<RegencyReference>;
  claims(regency: string): Promise<readonly Claims[]>;
  /** What was told on the topic roster-receipts of reference data. */
  referenceAnnouncements(): readonly ReferenceAnnouncement[];
  waiting(queue: QueueName): number;
  deadLetters(queue: QueueName): readonly string[];
  current(regency: string): Promise<StoredCoverage | null>;
  month(regency: string, at: string): Promise<MonthCoverage>;
  version(roster: string): Promise<number>;
  alerts(): readonly Alert[];
  /** Everything in both tables, without what counts attempts. */
  tables(): Promise<readonly string[]>;
  /** As people's commands reach it. */
  readonly access: ProvinceAccess;
  /** For what only time or an accident would do to its tables. */
  readonly dynamo: DynamoDBClient;
  readonly outputs: Readonly<Record<string, string>>;
  /** Events that the functions logged since the last call. */
  logged(): readonly string[];
  /** All lines that they have written, as they are. */
  readonly written: readonly string[];
  /** All that went to topics: subjects, texts and attributes. */
  readonly published: readonly string[];
  /** Any body into a queue. */
  sendBody(queue: QueueName, body: string): void;
  /** Bodies that wait in a queue. */
  bodies(queue: QueueName): readonly string[];
  readonly s3: S3Client;
  /** The lines themselves. */
  loggedLines(): readonly Readonly<Record<string, unknown>>[];
  stop(): Promise<void>;
}

export async function startHandDelivered(province = "14"): Promise<HandDeliveredProvince> {
  const assembly = await synthesise(province);
  const objects: StoredObject[] = [];
  const alerts: Alert[] = [];
  const announcements: ReferenceAnnouncement[] = [];
  const published: string[] = [];
  const written: string[] = [];
  let lines: string[] = [];
  const emulators = await startEmulators(
    assembly.region,
    {},
    {
      onObject: (object) => void objects.push(object),
      onQueue: () => {},
      onInvoke: () => false,
      onPublished: (message) => {
        const { topicArn, texts } = message;
        published.push(JSON.stringify(message));
        const told: unknown = JSON.parse(texts.sqs ?? texts.default);
        if (topicArn.includes("alert")) alerts.push(alertSchema.parse(told));
        const ofReference = referenceAnnouncement.safeParse(told);
        if (ofReference.success) announcements.push(ofReference.data);
      },
    },
  );
  const template = readProvinceTemplate(assembly.template, {
    stackName: assembly.stackName,
    region: assembly.region,
    queueEndpoint: emulators.endpoints.sqs,
  });
  // The same key in every run: two provinces with the same history then hold the same bytes.
  const secrets = template.secrets.map((secret) => ({
    ...secret,
    value: `{"${SECRET_KEY_FIELD}":"${"k".repeat(64)}"}`,
  }));
  await emulators.build({ ...template, secrets });
  const functions = hostFunctions({
    functions: template.functions,
    assembly,
    environment: emulatorEnvironment(emulators.endpoints, assembly.region),
    log: (line) => {
      lines.push(line);
      written.push(line);
    },
  });
  const client = { region: assembly.region, credentials: LOCAL_CREDENTIALS };
  const s3 = new S3Client({ ...client, endpoint: emulators.endpoints.s3 });
  const dynamo = new DynamoDBClient({ ...client, endpoint: emulators.endpoints.dynamodb });
  const output = (id: string): string => template.outputs[id] ?? "";
  const access = accessProvince(template.outputs, emulators.endpoints);
  const coverage = new DynamoCoverageStore(dynamo, output(OUTPUTS.coverageTable));
  const heads = new DynamoHeads(dynamo, output(OUTPUTS.coverageTable));
  const reference = new DynamoReference(dynamo, output(OUTPUTS.coverageTable));
  const receipts = new ReferenceReceiptFiles(s3, output(OUTPUTS.receiptsBucket));
  const host = (name: FunctionName) => functions.host(`cakupan-${province}-${name}`);
  const queueOf = (name: QueueName, deadLetters = false): EmulatedQueue => {
    const url = output(deadLetters ? queueOutputs(name).deadLetters : queueOutputs(name).queue);
    const queue = template.queues.find((it) => url.endsWith(`/${it.name}`));
    if (queue === undefined) throw new Error(`no queue ${name}`);
    return emulators.queue(queue.arn);
  };
  let sequence = 0;

  async function deliver(
    name: QueueName,
    { times = 1, reverse = false, only = 1_000, mayFail = false }: Delivery = {},
  ): Promise<number> {
    const queue = queueOf(name);
    const messages = queue.receive(only, Number.POSITIVE_INFINITY);
    const copies = messages.flatMap((message) =>
      Array.from({ length: times }, () => ({ ...message, messageId: randomUUID() })),
    );
    if (reverse) copies.reverse();
    const failed = new Set<string>();
    for (const copy of copies) {
      const answer = await host(CONSUMERS[name]).invoke(sqsEvent([copy], queue.arn));
      if (mayFail && !isAllDone(answer)) failed.add(copy.receiptHandle);
      else expect(answer, lines.slice(-5).join("\n")).toEqual({ batchItemFailures: [] });
    }
    for (const { receiptHandle } of messages) {
      if (failed.has(receiptHandle)) queue.release(receiptHandle, 0);
      else queue.delete(receiptHandle);
    }
    return messages.length;
  }

  return {
    async put(key, body, at, metadata = {}) {
      await s3.send(
        new PutObjectCommand({ Bucket: output(OUTPUTS.rostersBucket), Key: key, Body: body, Metadata: metadata }),
      );
      const object = objects.pop();
      if (object === undefined) throw new Error("the emulator did not tell of the object");
      sequence += 1;
      const stamp = { time: at, sequencer: sequence.toString(16).padStart(16, "0") };
      const event = objectCreatedEvent.parse(objectCreated(object, stamp, assembly.region));
      queueOf(queueOfKey(key)).send(JSON.stringify(event));
      return event;
    },
    send: (event) => queueOf(queueOfKey(event.detail?.object.key ?? "")).send(JSON.stringify(event)),
    sendUploadMessage: (message) => queueOf("roster-uploads").send(JSON.stringify(message)),
    deliver,
    lose(name) {
      const queue = queueOf(name);
      for (const { receiptHandle } of queue.receive(1_000, Number.POSITIVE_INFINITY)) queue.delete(receiptHandle);
    },
    async drain(delivery) {
      for (let delivered = 1; delivered > 0; ) {
        delivered = 0;
        for (const queue of QUEUES) delivered += await deliver(queue, delivery);
      }
    },
    day: async (time) => void (await host("start-coverage-day").invoke({ time })),
    async receipt(event) {
      const [, regency = "", segment = "", slug = ""] = event.detail.object.key.split("/");
      const id = `${regency}/${segment}/${slug}`;
      const key = receiptKeyOf(
        isRosterId(id) && regency.startsWith(province) ? id : null,
        uploadIdOf(event.detail.object),
      );
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: output(OUTPUTS.receiptsBucket), Key: key }));
      return receiptSchema.parse(JSON.parse((await Body?.transformToString()) ?? ""));
    },
    referenceReceipt: ({ detail: { object } }) => {
      const kind = REFERENCE_KINDS.find((one) => object.key.startsWith(`${REFERENCE_FOLDERS[one]}/`));
      if (kind === undefined) throw new Error(`${object.key} is no reference data`);
      return receipts.read(referenceReceiptKeyOf(kind, uploadIdOf(object)));
    },
    reference: (regency) => reference.ofRegency(regencyCode(regency)),
    claims: (regency) => reference.claims(regencyCode(regency)),
    referenceAnnouncements: () => announcements,
    waiting: (queue) => queueOf(queue).visible(),
    deadLetters: (queue) => queueOf(queue, true).bodies(),
    current: (regency) => coverage.current(regencyCode(regency)),
    async month(regency, at) {
      const found = (await coverage.current(regencyCode(regency)))?.coverage.months.find(
        (it) => it.month === month(at),
      );
      if (found === undefined) throw new Error(`no coverage of ${regency} in ${at}`);
      return found;
    },
    version: async (roster) => (await heads.read(rosterId(roster))).current,
    alerts: () => alerts,
    async tables() {
      const items: string[] = [];
      for (const table of [output(OUTPUTS.registryTable), output(OUTPUTS.coverageTable)]) {
        for await (const page of paginateScan({ client: dynamo }, { TableName: table })) {
          for (const item of page.Items ?? []) items.push(withoutAttempts(item));
        }
      }
      return items.sort();
    },
    access,
    dynamo,
    s3,
    written,
    published,
    sendBody: (queue, body) => queueOf(queue).send(body),
    bodies: (queue) => queueOf(queue).bodies(),
    outputs: template.outputs,
    logged() {
      const events = lines.flatMap((line) => (line.startsWith("{") ? [String(JSON.parse(line).event)] : [line]));
      lines = [];
      return events;
    },
    loggedLines() {
      const written = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
      lines = [];
      return written;
    },
    async stop() {
      access.close();
      await functions.stop();
      await emulators.stop();
    },
  };
}

function queueOfKey(key: string): QueueName {
  return REFERENCE_PREFIXES.some((prefix) => key.startsWith(prefix)) ? "reference-uploads" : "roster-uploads";
}

function isAllDone(answer: unknown): boolean {
  return JSON.stringify(answer) === '{"batchItemFailures":[]}';
}

function digest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** An item as text, without tickets and other counters of attempts, which a repetition may raise. */
function withoutAttempts(item: Item): string {
  const { ticket, revision, figuresTicket, lastVersion, taken, ...rest } = item;
  const attributes = Object.keys(rest)
    .sort()
    .map((name) => `${name}: ${rest[name]?.B ? digest(rest[name].B) : JSON.stringify(rest[name])}`);
  return attributes
    .join(", ")
    .replace(/figures#\d+/, "figures")
    .replaceAll(/("ticket\\?":|-t)\d+/g, "$1");
}
