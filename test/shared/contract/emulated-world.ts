// The adapters of AWS on the emulators of this machine.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { alert } from "#events/alert.ts";
import { coverageUpdate } from "#events/coverage-update.ts";
import { receiptAnnouncement } from "#events/receipt-announcement.ts";
import { textOf } from "#events/text-of.ts";
import { startDynamodb } from "#local/emulators/dynamodb.ts";
import { startMessaging } from "#local/emulators/messaging.ts";
import { LOCAL_CREDENTIALS } from "#local/emulators.ts";
import { DynamoAlertRecords } from "#shared/adapters/aws/dynamo-alert-records.ts";
import { provinceAlerts, regencyAlerts } from "#shared/adapters/aws/dynamo-alert-store.ts";
import { DynamoCoverageReader } from "#shared/adapters/aws/dynamo-coverage-reader.ts";
import { DynamoCoverageStore } from "#shared/adapters/aws/dynamo-coverage-store.ts";
import { DynamoHeads } from "#shared/adapters/aws/dynamo-heads.ts";
import { DynamoReference } from "#shared/adapters/aws/dynamo-reference.ts";
import { DynamoSlices } from "#shared/adapters/aws/dynamo-slices.ts";
import { DynamoUploads } from "#shared/adapters/aws/dynamo-uploads.ts";
import { S3Receipts } from "#shared/adapters/aws/s3-receipts.ts";
import { S3RosterObjects } from "#shared/adapters/aws/s3-roster-objects.ts";
import { SnsAlertTopic } from "#shared/adapters/aws/sns-alert-topic.ts";
import { SqsQueue } from "#shared/adapters/aws/sqs-queue.ts";
import { COVERAGE_KEY, REGISTRY_KEY } from "#shared/names.ts";
import { createdEvent } from "./created-event.ts";
import type { ContractWorld } from "./world.ts";

const REGION = "ap-southeast-3";
const arn = (service: string, name: string): string => `arn:aws:${service}:${REGION}:000000000000:${name}`;
const key = (name: string, type: "HASH" | "RANGE") => ({ AttributeName: name, KeyType: type });
const textAttribute = (name: string) => ({ AttributeName: name, AttributeType: "S" });

export async function openEmulatedWorld(): Promise<ContractWorld> {
  const texts: { readonly topic: string; readonly text: string }[] = [];
  const [dynamodb, messaging] = await Promise.all([
    startDynamodb(0, REGION),
    startMessaging(0, REGION, {
      onObject: () => {},
      onQueue: () => {},
      onPublished: (message) => texts.push({ topic: message.topicArn, text: message.texts.default }),
    }),
  ]);
  await dynamodb.createTable({
    name: "registry",
    keySchema: [key(REGISTRY_KEY.partition, "HASH")],
    attributes: [textAttribute(REGISTRY_KEY.partition)],
    expiresBy: null,
  });
  await dynamodb.createTable({
    name: "coverage",
    keySchema: [key(COVERAGE_KEY.partition, "HASH"), key(COVERAGE_KEY.sort, "RANGE")],
    attributes: [textAttribute(COVERAGE_KEY.partition), textAttribute(COVERAGE_KEY.sort)],
    expiresBy: null,
  });
  const queueUrl = `${messaging.endpoint}/000000000000/coverage-updates`;
  const queueArn = arn("sqs", "coverage-updates");
  messaging.build({
    buckets: ["rosters", "receipts"].map((name) => ({ name, sendsEvents: false, postOrigins: [] })),
    queues: [{ name: "coverage-updates", url: queueUrl, arn: queueArn, deadLetterArn: null, attributes: {} }],
    topics: ["announcements", "alerts"].map((name) => ({ name, arn: arn("sns", name) })),
    subscriptions: [],
  });
  const client = { region: REGION, credentials: LOCAL_CREDENTIALS };
  const dynamo = new DynamoDBClient({ ...client, endpoint: dynamodb.endpoint });
  const s3 = new S3Client({ ...client, endpoint: messaging.endpoint, forcePathStyle: true });
  const sns = new SNSClient({ ...client, endpoint: messaging.endpoint });
  const sqs = new SQSClient({ ...client, endpoint: messaging.endpoint });
  const textsOf = (topic: string): readonly unknown[] =>
    texts.filter((it) => it.topic.endsWith(`:${topic}`)).map(({ text }) => JSON.parse(text));
  return {
    objects: new S3RosterObjects(s3),
    uploads: new DynamoUploads(dynamo, "coverage"),
    heads: new DynamoHeads(dynamo, "coverage"),
    slices: new DynamoSlices(dynamo, "registry"),
    receipts: new S3Receipts(s3, sns, { bucket: "receipts", topic: arn("sns", "announcements") }),
    coverage: new DynamoCoverageStore(dynamo, "coverage"),
    reference: new DynamoReference(dynamo, "coverage"),
    regencyAlerts: regencyAlerts(dynamo, "coverage"),
    provinceAlerts: provinceAlerts(dynamo, "coverage"),
    alertRecords: new DynamoAlertRecords(dynamo, "coverage"),
    alertTopic: new SnsAlertTopic(sns, arn("sns", "alerts")),
    coverageUpdates: new SqsQueue(sqs, queueUrl, textOf(coverageUpdate)),
    putRoster: async (objectKey, body, metadata = {}) => {
      const { ETag = "" } = await s3.send(
        new PutObjectCommand({ Bucket: "rosters", Key: objectKey, Body: body, Metadata: { ...metadata } }),
      );
      return createdEvent({ key: objectKey, etag: ETag.replaceAll('"', "") });
    },
    receiptFile: async (objectKey) => {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: "receipts", Key: objectKey }));
        return (await Body?.transformToString()) ?? "";
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    announced: () => textsOf("announcements").map((value) => receiptAnnouncement.parse(value)),
    published: () => textsOf("alerts").map((value) => alert.parse(value)),
    queued: () => messaging.queue(queueArn).bodies(),
    reader: new DynamoCoverageReader(dynamo, "coverage"),
    stop: async () => {
      for (const it of [dynamo, s3, sns, sqs]) it.destroy();
      await Promise.all([dynamodb.stop(), messaging.stop()]);
    },
  };
}
