import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SNSClient } from "@aws-sdk/client-sns";
import middy from "@middy/core";
import { dayStarted } from "#events/day-started.ts";
import { DynamoDigestStore } from "#shared/adapters/aws/dynamo-digest-store.ts";
import { SnsDigestTopic } from "#shared/adapters/aws/sns-digest-topic.ts";
import { log } from "#shared/lambda/log.ts";
import { environment } from "./environment.ts";
import { sendDigest } from "./send-digest.ts";

const ports = {
  store: new DynamoDigestStore(new DynamoDBClient(), environment.COVERAGE_TABLE),
  topic: new SnsDigestTopic(new SNSClient(), environment.DIGEST_TOPIC_ARN),
  log,
};

export const handler = middy<unknown, void>().handler((event: unknown) =>
  sendDigest(ports, environment.PROVINCE, dayStarted.parse(event).time),
);
