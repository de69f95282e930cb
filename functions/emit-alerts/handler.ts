import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { coverageNews } from "#events/coverage-news.ts";
import { sendToDeadLetters } from "#shared/adapters/aws/dead-letters.ts";
import { DynamoAlertRecords } from "#shared/adapters/aws/dynamo-alert-records.ts";
import { provinceAlerts, regencyAlerts } from "#shared/adapters/aws/dynamo-alert-store.ts";
import { DynamoHeads } from "#shared/adapters/aws/dynamo-heads.ts";
import { DynamoUploads } from "#shared/adapters/aws/dynamo-uploads.ts";
import { SnsAlertTopic } from "#shared/adapters/aws/sns-alert-topic.ts";
import { log } from "#shared/lambda/log.ts";
import { oneByOne, queueHandler } from "#shared/lambda/queue-handler.ts";
import { emitAlerts } from "./emit-alerts.ts";
import { environment } from "./environment.ts";

const dynamo = new DynamoDBClient();
const table = environment.COVERAGE_TABLE;
const ports = {
  regencies: regencyAlerts(dynamo, table),
  provinces: provinceAlerts(dynamo, table),
  records: new DynamoAlertRecords(dynamo, table),
  topic: new SnsAlertTopic(new SNSClient(), environment.ALERTS_TOPIC_ARN),
  uploads: new DynamoUploads(dynamo, table),
  heads: new DynamoHeads(dynamo, table),
  log,
};
const settings = { province: environment.PROVINCE, rules: environment.ALERT_RULES };

export const handler = queueHandler({
  schema: coverageNews,
  handle: oneByOne((message) => emitAlerts(ports, settings, message), log),
  reject: sendToDeadLetters(new SQSClient(), environment.DEAD_LETTERS_QUEUE_URL),
  log,
});
