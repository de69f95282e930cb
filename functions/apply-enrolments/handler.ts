import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { coverageUpdate } from "#events/coverage-update.ts";
import { enrolmentBatch } from "#events/enrolment-batch.ts";
import { rosterUpload } from "#events/roster-upload.ts";
import { textOf } from "#events/text-of.ts";
import { uploadOutcome } from "#events/upload-outcome.ts";
import { sendToDeadLetters } from "#shared/adapters/aws/dead-letters.ts";
import { DynamoAdmissions } from "#shared/adapters/aws/dynamo-admissions.ts";
import { DynamoHeads } from "#shared/adapters/aws/dynamo-heads.ts";
import { DynamoSlices } from "#shared/adapters/aws/dynamo-slices.ts";
import { DynamoUploads } from "#shared/adapters/aws/dynamo-uploads.ts";
import { S3Receipts } from "#shared/adapters/aws/s3-receipts.ts";
import { SqsQueue } from "#shared/adapters/aws/sqs-queue.ts";
import { log } from "#shared/lambda/log.ts";
import { oneByOne, queueHandler } from "#shared/lambda/queue-handler.ts";
import { applyEnrolments } from "./apply-enrolments.ts";
import { environment } from "./environment.ts";

const dynamo = new DynamoDBClient();
const sqs = new SQSClient();

const ports = {
  admissions: new DynamoAdmissions(dynamo, environment.COVERAGE_TABLE),
  slices: new DynamoSlices(dynamo, environment.REGISTRY_TABLE),
  heads: new DynamoHeads(dynamo, environment.COVERAGE_TABLE),
  uploads: new DynamoUploads(dynamo, environment.COVERAGE_TABLE),
  receipts: new S3Receipts(new S3Client(), new SNSClient(), {
    bucket: environment.RECEIPTS_BUCKET,
    topic: environment.RECEIPTS_TOPIC_ARN,
  }),
  coverageUpdates: new SqsQueue(sqs, environment.COVERAGE_UPDATES_QUEUE_URL, textOf(coverageUpdate)),
  uploadOutcomes: new SqsQueue(sqs, environment.COVERAGE_CHANGES_QUEUE_URL, textOf(uploadOutcome)),
  rosterUploads: new SqsQueue(sqs, environment.ROSTER_UPLOADS_QUEUE_URL, textOf(rosterUpload)),
  log,
};

export const handler = queueHandler({
  schema: enrolmentBatch,
  handle: oneByOne(
    (batch) => applyEnrolments(ports, environment.HISTORY_MONTHS, batch),
    log,
    ({ uploadId, roster, version }) => ({ uploadId, roster, version }),
  ),
  reject: sendToDeadLetters(sqs, environment.DEAD_LETTERS_QUEUE_URL),
  log,
});
