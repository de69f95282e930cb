// A deployed province as people's commands reach it, from the outputs of its stack: on AWS by the usual environment, on one machine by endpoints.

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { type CoverageUpdate, coverageUpdate } from "#events/coverage-update.ts";
import { type EnrolmentBatch, enrolmentBatchText } from "#events/enrolment-batch.ts";
import { type ObjectCreatedEvent, objectCreatedEvent } from "#events/object-created.ts";
import { type DecideHeld, decideHeld } from "#events/roster-upload.ts";
import { textOf } from "#events/text-of.ts";
import type { Day } from "#shared/domain/day.ts";
import { type ProvinceCode, provinceCode } from "#shared/domain/region.ts";
import { OUTPUTS, QUEUES, type QueueName, queueOutputs, RECEIPTS_PREFIX, ROSTERS_PREFIX } from "#shared/names.ts";
import type { Pseudonyms, Queue, RegencyAlerts } from "#shared/ports.ts";
import { startCoverageDay } from "./coverage-day.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";
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
  readonly rosterUploads: Queue<ObjectCreatedEvent>;
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
  deadLetters(queue: QueueName): DeadLetterQueue;
  /** Whether the account has a queue of that name; null: whoever asks may not know. */
  hasQueue(name: string): Promise<boolean | null>;
  startDay(asOf: Day): Promise<void>;
  close(): void;
}

export interface QueueDepths {
  readonly name: QueueName;
  readonly queue: QueueDepth;
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
  const lambda = new LambdaClient();
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
    rosterUploads: new SqsQueue(sqs, output(queueOutputs("roster-uploads").queue), textOf(objectCreatedEvent)),
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
        QUEUES.map(async (name) => {
          const { queue, deadLetters } = queueOutputs(name);
          return {
            name,
            queue: await queueDepth(sqs, output(queue)),
            deadLetters: await queueDepth(sqs, output(deadLetters)),
          };
        }),
      ),
    deadLetters: (name) => {
      const { queue, deadLetters } = queueOutputs(name);
      return new DeadLetterQueue(sqs, { queue: output(queue), deadLetters: output(deadLetters) });
    },
    hasQueue: (name) => queueExists(sqs, name),
    startDay: (asOf) => startCoverageDay(lambda, output(OUTPUTS.startCoverageDay), asOf),
    close: () => {
      for (const client of [s3, dynamo, sqs, sns, secrets, lambda]) client.destroy();
    },
  };
}

/** The emulators take any credentials. */
const ON_ONE_MACHINE = { region: "ap-southeast-3", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
