import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import middy from "@middy/core";
import { coverageUpdate } from "#events/coverage-update.ts";
import { dayStarted } from "#events/day-started.ts";
import { textOf } from "#events/text-of.ts";
import { DynamoCoverageStore } from "#shared/adapters/aws/dynamo-coverage-store.ts";
import { SqsQueue } from "#shared/adapters/aws/sqs-queue.ts";
import { log } from "#shared/lambda/log.ts";
import { environment } from "./environment.ts";
import { startCoverageDay } from "./start-coverage-day.ts";

const ports = {
  coverage: new DynamoCoverageStore(new DynamoDBClient(), environment.COVERAGE_TABLE),
  coverageUpdates: new SqsQueue(new SQSClient(), environment.COVERAGE_UPDATES_QUEUE_URL, textOf(coverageUpdate)),
  log,
};

export const handler = middy<unknown, void>().handler((event: unknown) =>
  startCoverageDay(ports, environment.PROVINCE, dayStarted.parse(event).time),
);
