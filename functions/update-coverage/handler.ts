import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { coverageChange } from "#events/coverage-change.ts";
import { coverageUpdate } from "#events/coverage-update.ts";
import { textOf } from "#events/text-of.ts";
import { sendToDeadLetters } from "#shared/adapters/aws/dead-letters.ts";
import { DynamoCoverageStore } from "#shared/adapters/aws/dynamo-coverage-store.ts";
import { DynamoHeads } from "#shared/adapters/aws/dynamo-heads.ts";
import { DynamoReference } from "#shared/adapters/aws/dynamo-reference.ts";
import { DynamoSlices } from "#shared/adapters/aws/dynamo-slices.ts";
import { SqsQueue } from "#shared/adapters/aws/sqs-queue.ts";
import { log } from "#shared/lambda/log.ts";
import { queueHandler } from "#shared/lambda/queue-handler.ts";
import { environment } from "./environment.ts";
import { updateRegencies } from "./update-coverage.ts";

/** Slices that a warm function keeps: some fifteen million enrolments. */
const KEEP_BYTES = 400 * 1024 * 1024;

const dynamo = new DynamoDBClient();
const sqs = new SQSClient();

const ports = {
  heads: new DynamoHeads(dynamo, environment.COVERAGE_TABLE),
  slices: new DynamoSlices(dynamo, environment.REGISTRY_TABLE, KEEP_BYTES),
  coverage: new DynamoCoverageStore(dynamo, environment.COVERAGE_TABLE),
  reference: new DynamoReference(dynamo, environment.COVERAGE_TABLE),
  coverageChanges: new SqsQueue(sqs, environment.COVERAGE_CHANGES_QUEUE_URL, textOf(coverageChange)),
  log,
};

export const handler = queueHandler({
  schema: coverageUpdate,
  handle: (messages, done, hasTime) => updateRegencies(ports, messages, done, hasTime),
  reject: sendToDeadLetters(sqs, environment.DEAD_LETTERS_QUEUE_URL),
  log,
});
