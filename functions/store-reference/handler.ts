import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { coverageUpdate } from "#events/coverage-update.ts";
import { objectCreatedEvent } from "#events/object-created.ts";
import { textOf } from "#events/text-of.ts";
import { sendToDeadLetters } from "#shared/adapters/aws/dead-letters.ts";
import { DynamoCoverageStore } from "#shared/adapters/aws/dynamo-coverage-store.ts";
import { DynamoReference } from "#shared/adapters/aws/dynamo-reference.ts";
import { S3ReferenceReceipts } from "#shared/adapters/aws/s3-reference-receipts.ts";
import { S3RosterObjects } from "#shared/adapters/aws/s3-roster-objects.ts";
import { SqsQueue } from "#shared/adapters/aws/sqs-queue.ts";
import { referenceFileReader } from "#shared/adapters/reference/read-reference.ts";
import { log } from "#shared/lambda/log.ts";
import { oneByOne, queueHandler } from "#shared/lambda/queue-handler.ts";
import { environment } from "./environment.ts";
import { storeReference } from "./store-reference.ts";

const dynamo = new DynamoDBClient();
const s3 = new S3Client();
const sqs = new SQSClient();

const ports = {
  objects: new S3RosterObjects(s3),
  reader: referenceFileReader,
  reference: new DynamoReference(dynamo, environment.COVERAGE_TABLE),
  receipts: new S3ReferenceReceipts(s3, new SNSClient(), {
    bucket: environment.RECEIPTS_BUCKET,
    topic: environment.RECEIPTS_TOPIC_ARN,
  }),
  coverage: new DynamoCoverageStore(dynamo, environment.COVERAGE_TABLE),
  coverageUpdates: new SqsQueue(sqs, environment.COVERAGE_UPDATES_QUEUE_URL, textOf(coverageUpdate)),
  log,
};

export const handler = queueHandler({
  schema: objectCreatedEvent,
  handle: oneByOne((event) => storeReference(ports, environment.PROVINCE, event), log),
  reject: sendToDeadLetters(sqs, environment.DEAD_LETTERS_QUEUE_URL),
  log,
});
