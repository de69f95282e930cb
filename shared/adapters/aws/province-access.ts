// A deployed province as people's commands reach it, from the outputs of its stack: on AWS by the usual environment, on one machine by endpoints.

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { type CoverageUpdate, coverageUpdate } from "#events/coverage-update.ts";
import { type EnrolmentBatch, enrolmentBatchText } from "#events/enrolment-batch.ts";
import { type DecideHeld, decideHeld, rosterUpload } from "#events/roster-upload.ts";
import { textOf } from "#events/text-of.ts";
import type { Day } from "#shared/domain/day.ts";
import { type ProvinceCode, provinceCode } from "#shared/domain/region.ts";
import {
  type DailyRunName,
  DEAD_LETTERS,
  type DeadLettersName,
  deadLettersOutput,
  OUTPUTS,
  QUEUES,
  type QueueName,
  queueOutputs,
  RECEIPTS_PREFIX,
  ROSTERS_PREFIX,
  RUN_OUTPUTS,
} from "#shared/names.ts";
import type { Pseudonyms, Queue, RegencyAlerts, RosterUploads } from "#shared/ports.ts";
import { startCoverageDay } from "./coverage-day.ts";
import { ALL_SERVERS_SECONDS, DeadLetterQueue } from "./dead-letter-queue.ts";
import { DynamoAdmissions } from "./dynamo-admissions.ts";
import { regencyAlerts } from "./dynamo-alert-store.ts";
import { DynamoAudit } from "./dynamo-audit.ts";
import { DynamoCoverageReader } from "./dynamo-coverage-reader.ts";
import { DynamoCoverageStore } from "./dynamo-coverage-store.ts";
import { DynamoHeads } from "./dynamo-heads.ts";
import { DynamoReference } from "./dynamo-reference.ts";
import { DynamoRegistry } from "./dynamo-registry.ts";
import { DynamoSlices } from "./dynamo-slices.ts";
import { type ProvinceSettings, provinceSettings } from "./province-settings.ts";
import { type QueueDepth, queueDepth } from "./queue-depth.ts";
import { queueExists } from "./queue-exists.ts";
import { sendBody, sendBodyTo, startFunction } from "./raw-messages.ts";
import { S3ReceiptFiles } from "./receipt-files.ts";
import { ReferenceReceiptFiles } from "./reference-receipt-files.ts";
import { S3RosterListing } from "./s3-roster-listing.ts";
import { S3RosterUploader } from "./s3-roster-uploader.ts";
import { S3StoredFiles } from "./s3-stored-files.ts";
import { S3UploadForms } from "./s3-upload-forms.ts";
import { SecretKeys, warmPseudonyms } from "./secret-pseudonyms.ts";
import { SnsSubscriptions } from "./sns-subscriptions.ts";
import { SqsQueue } from "./sqs-queue.ts";

export type StackOutputs = Readonly<Record<string, string>>;

/** Where the services listen when it is not AWS. */
export interface Endpoints {
  readonly s3: string;
  readonly sqs: string;
  readonly sns: string;
  readonly dynamodb: string;
  readonly secretsmanager: string;
  readonly lambda: string;
}

export interface ProvinceAccess {
  readonly code: ProvinceCode;
  readonly rostersBucket: string;
  readonly uploader: S3RosterUploader;
  readonly rosterListing: S3RosterListing;
  readonly uploadForms: S3UploadForms;
  readonly receipts: S3ReceiptFiles;
  readonly coverage: DynamoCoverageStore;
  readonly heads: DynamoHeads;
  readonly reader: DynamoCoverageReader;
  readonly slices: DynamoSlices;
  readonly alertStates: RegencyAlerts;
  readonly subscriptions: SnsSubscriptions;
  readonly reference: DynamoReference;
  readonly referenceReceipts: ReferenceReceiptFiles;
  /** Decisions on removals that wait. */
  readonly decisions: Queue<DecideHeld>;
  /** The queues of the pipeline, for what has to be sent again. */
  readonly rosterUploads: RosterUploads;
  readonly enrolmentEvents: Queue<EnrolmentBatch>;
  readonly coverageUpdates: Queue<CoverageUpdate>;
  readonly admissions: DynamoAdmissions;
  readonly audit: DynamoAudit;
  readonly registry: DynamoRegistry;
  /** On AWS only for those who may read and write the key. */
  readonly keys: SecretKeys;
  /** Every version of every uploaded file, and of all that lies with the receipts. */
  readonly rosterFiles: S3StoredFiles;
  readonly receiptFiles: S3StoredFiles;
  /** On AWS only for those who may read the key. */
  pseudonyms(): Promise<Pseudonyms>;
  /** What the province has decided for itself. */
  settings(): ProvinceSettings;
  queueDepths(): Promise<readonly QueueDepths[]>;
  /** Whether the account has a queue of that name; null: whoever asks may not know. */
  hasQueue(name: string): Promise<boolean | null>;
  deadLetterDepths(): Promise<readonly DeadLetterDepth[]>;
  deadLetters(of: DeadLettersName): DeadLetterQueue;
  /** Sends a message to its queue once more, as it is. */
  sendAgain(queue: QueueName, body: string): Promise<void>;
  /** Sends a message to a queue that is none of the pipeline's. */
  sendTo(queueArn: string, body: string): Promise<void>;
  /** Starts a daily run as its schedule would. */
  startRun(run: DailyRunName, payload: string): Promise<void>;
  startDay(asOf: Day): Promise<void>;
  close(): void;
}

/** Of a queue that feeds a function. */
export interface QueueDepths {
  readonly name: QueueName;
  readonly queue: QueueDepth;
}

export interface DeadLetterDepth {
  readonly name: DeadLettersName;
  readonly deadLetters: QueueDepth;
}

export function accessProvince(outputs: StackOutputs, endpoints: Endpoints | null = null): ProvinceAccess {
  const output = (name: string): string => {
    const value = outputs[name];
    if (value === undefined) throw new Error(`the stack has no output ${name}`);
    return value;
  };
  const at = (endpoint: string | undefined) => (endpoint === undefined ? {} : { ...ON_ONE_MACHINE, endpoint });
  const s3 = new S3Client({ ...at(endpoints?.s3), forcePathStyle: endpoints !== null });
  const dynamo = new DynamoDBClient(at(endpoints?.dynamodb));
  const sqs = new SQSClient(at(endpoints?.sqs));
  const sns = new SNSClient(at(endpoints?.sns));
  const secrets = new SecretsManagerClient(at(endpoints?.secretsmanager));
  const lambda = new LambdaClient(at(endpoints?.lambda));
  const table = output(OUTPUTS.coverageTable);
  const code = provinceCode(output(OUTPUTS.province));
  const admissions = new DynamoAdmissions(dynamo, table);
  const pseudonyms = warmPseudonyms(secrets, output(OUTPUTS.pseudonymSecret));
  const storedFiles = (bucket: string, prefix: string): S3StoredFiles =>
    new S3StoredFiles(s3, bucket, new S3RosterListing(s3, bucket, endpoints === null, prefix));
  return {
    code,
    rostersBucket: output(OUTPUTS.rostersBucket),
    uploader: new S3RosterUploader(s3, output(OUTPUTS.rostersBucket)),
    rosterListing: new S3RosterListing(s3, output(OUTPUTS.rostersBucket), endpoints === null),
    uploadForms: new S3UploadForms(s3, output(OUTPUTS.rostersBucket)),
    receipts: new S3ReceiptFiles(s3, output(OUTPUTS.receiptsBucket)),
    coverage: new DynamoCoverageStore(dynamo, table),
    heads: new DynamoHeads(dynamo, table),
    reader: new DynamoCoverageReader(dynamo, table),
    slices: new DynamoSlices(dynamo, output(OUTPUTS.registryTable)),
    alertStates: regencyAlerts(dynamo, table),
    subscriptions: new SnsSubscriptions(sns, {
      alerts: output(OUTPUTS.alertsTopic),
      digest: output(OUTPUTS.digestTopic),
      undelivered: output(OUTPUTS.alertDeliveryDeadLetters),
    }),
    reference: new DynamoReference(dynamo, table),
    referenceReceipts: new ReferenceReceiptFiles(s3, output(OUTPUTS.receiptsBucket)),
    decisions: new SqsQueue(sqs, output(queueOutputs("roster-uploads").queue), textOf(decideHeld)),
    rosterUploads: new SqsQueue(sqs, output(queueOutputs("roster-uploads").queue), textOf(rosterUpload)),
    enrolmentEvents: new SqsQueue(sqs, output(queueOutputs("enrolment-events").queue), enrolmentBatchText),
    coverageUpdates: new SqsQueue(sqs, output(queueOutputs("coverage-updates").queue), textOf(coverageUpdate)),
    admissions,
    audit: new DynamoAudit(dynamo, table),
    registry: new DynamoRegistry(dynamo, output(OUTPUTS.registryTable)),
    keys: new SecretKeys(secrets, output(OUTPUTS.pseudonymSecret)),
    rosterFiles: storedFiles(output(OUTPUTS.rostersBucket), ROSTERS_PREFIX),
    receiptFiles: storedFiles(output(OUTPUTS.receiptsBucket), RECEIPTS_PREFIX),
    pseudonyms: async () => pseudonyms((await admissions.read(code)).keyId),
    settings: () => provinceSettings(output(OUTPUTS.removalGuard), output(OUTPUTS.alertRules)),
    queueDepths: () =>
      Promise.all(
        QUEUES.map(async (name) => ({ name, queue: await queueDepth(sqs, output(queueOutputs(name).queue)) })),
      ),
    hasQueue: (name) => queueExists(sqs, name),
    deadLetterDepths: () =>
      Promise.all(
        DEAD_LETTERS.map(async (name) => ({
          name,
          deadLetters: await queueDepth(sqs, output(deadLettersOutput(name))),
        })),
      ),
    deadLetters: (name) =>
      new DeadLetterQueue(sqs, output(deadLettersOutput(name)), endpoints === null ? ALL_SERVERS_SECONDS : 0),
    sendAgain: (queue, body) => sendBody(sqs, output(queueOutputs(queue).queue), body),
    sendTo: (queueArn, body) => sendBodyTo(sqs, queueArn, body),
    startRun: (run, payload) => startFunction(lambda, output(RUN_OUTPUTS[run]), payload),
    startDay: (asOf) => startCoverageDay(lambda, output(OUTPUTS.startCoverageDay), asOf),
    close: () => {
      for (const client of [s3, dynamo, sqs, sns, secrets, lambda]) client.destroy();
    },
  };
}

/** The emulators take any credentials. */
const ON_ONE_MACHINE = { region: "ap-southeast-3", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
