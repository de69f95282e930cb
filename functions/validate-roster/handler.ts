import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { coverageUpdate } from "#events/coverage-update.ts";
import { enrolmentBatchText } from "#events/enrolment-batch.ts";
import { rosterUpload } from "#events/roster-upload.ts";
import { textOf } from "#events/text-of.ts";
import { uploadOutcome } from "#events/upload-outcome.ts";
import { sendToDeadLetters } from "#shared/adapters/aws/dead-letters.ts";
import { DynamoAdmissions } from "#shared/adapters/aws/dynamo-admissions.ts";
import { DynamoHeads } from "#shared/adapters/aws/dynamo-heads.ts";
import { DynamoSlices } from "#shared/adapters/aws/dynamo-slices.ts";
import { DynamoUploads } from "#shared/adapters/aws/dynamo-uploads.ts";
import { S3Receipts } from "#shared/adapters/aws/s3-receipts.ts";
import { S3RosterObjects } from "#shared/adapters/aws/s3-roster-objects.ts";
import { warmPseudonyms } from "#shared/adapters/aws/secret-pseudonyms.ts";
import { SqsQueue } from "#shared/adapters/aws/sqs-queue.ts";
import { rosterFileReader } from "#shared/adapters/roster/read-roster.ts";
import { log } from "#shared/lambda/log.ts";
import { oneByOne, queueHandler } from "#shared/lambda/queue-handler.ts";
import { environment } from "./environment.ts";
import { uploadOf, validateRoster } from "./validate-roster.ts";

/** Slices of other rosters that a warm function keeps: some ten million enrolments. */
const KEEP_BYTES = 300 * 1024 * 1024;

const dynamo = new DynamoDBClient();
const s3 = new S3Client();
const sqs = new SQSClient();

const ports = {
  objects: new S3RosterObjects(s3),
  reader: rosterFileReader,
  pseudonyms: warmPseudonyms(new SecretsManagerClient(), environment.PSEUDONYM_SECRET_ARN),
  admissions: new DynamoAdmissions(dynamo, environment.COVERAGE_TABLE),
  uploads: new DynamoUploads(dynamo, environment.COVERAGE_TABLE),
  heads: new DynamoHeads(dynamo, environment.COVERAGE_TABLE),
  slices: new DynamoSlices(dynamo, environment.REGISTRY_TABLE, KEEP_BYTES),
  receipts: new S3Receipts(s3, new SNSClient(), {
    bucket: environment.RECEIPTS_BUCKET,
    topic: environment.RECEIPTS_TOPIC_ARN,
  }),
  enrolmentEvents: new SqsQueue(sqs, environment.ENROLMENT_EVENTS_QUEUE_URL, enrolmentBatchText),
  coverageUpdates: new SqsQueue(sqs, environment.COVERAGE_UPDATES_QUEUE_URL, textOf(coverageUpdate)),
  uploadOutcomes: new SqsQueue(sqs, environment.COVERAGE_CHANGES_QUEUE_URL, textOf(uploadOutcome)),
  log,
};

const settings = {
  province: environment.PROVINCE,
  rostersBucket: environment.ROSTERS_BUCKET,
  guard: { workers: environment.HOLD_WORKERS, share: environment.HOLD_SHARE, most: environment.HOLD_MOST },
};

export const handler = queueHandler({
  schema: rosterUpload,
  handle: oneByOne((message) => validateRoster(ports, settings, message), log, uploadOf),
  reject: sendToDeadLetters(sqs, environment.DEAD_LETTERS_QUEUE_URL),
  log,
});
