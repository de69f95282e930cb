import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import middy from "@middy/core";
import { coverageUpdate } from "#events/coverage-update.ts";
import { dayStarted } from "#events/day-started.ts";
import { enrolmentBatchText } from "#events/enrolment-batch.ts";
import { rosterUpload } from "#events/roster-upload.ts";
import { textOf } from "#events/text-of.ts";
import { DynamoCoverageReader } from "#shared/adapters/aws/dynamo-coverage-reader.ts";
import { DynamoCoverageStore } from "#shared/adapters/aws/dynamo-coverage-store.ts";
import { DynamoHeads } from "#shared/adapters/aws/dynamo-heads.ts";
import { DynamoSlices } from "#shared/adapters/aws/dynamo-slices.ts";
import { S3ReceiptFiles } from "#shared/adapters/aws/receipt-files.ts";
import { S3RosterListing } from "#shared/adapters/aws/s3-roster-listing.ts";
import { SqsQueue } from "#shared/adapters/aws/sqs-queue.ts";
import { log } from "#shared/lambda/log.ts";
import { environment } from "./environment.ts";
import { reconcileDaily } from "./reconcile-daily.ts";

const s3 = new S3Client();
const sqs = new SQSClient();
const dynamo = new DynamoDBClient();
const table = environment.COVERAGE_TABLE;

const ports = {
  objects: new S3RosterListing(s3, environment.ROSTERS_BUCKET, true),
  records: new DynamoCoverageReader(dynamo, table),
  receipts: new S3ReceiptFiles(s3, environment.RECEIPTS_BUCKET),
  heads: new DynamoHeads(dynamo, table),
  slices: new DynamoSlices(dynamo, environment.REGISTRY_TABLE),
  coverage: new DynamoCoverageStore(dynamo, table),
  rosterUploads: new SqsQueue(sqs, environment.ROSTER_UPLOADS_QUEUE_URL, textOf(rosterUpload)),
  enrolmentEvents: new SqsQueue(sqs, environment.ENROLMENT_EVENTS_QUEUE_URL, enrolmentBatchText),
  coverageUpdates: new SqsQueue(sqs, environment.COVERAGE_UPDATES_QUEUE_URL, textOf(coverageUpdate)),
  log,
};
const settings = { province: environment.PROVINCE, rostersBucket: environment.ROSTERS_BUCKET };

export const handler = middy<unknown, void>().handler((event: unknown) =>
  reconcileDaily(ports, settings, dayStarted.parse(event).time),
);
