import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { coverageChange } from "#events/coverage-change.ts";
import { sendToDeadLetters } from "#shared/adapters/aws/dead-letters.ts";
import { DynamoAlertStore } from "#shared/adapters/aws/dynamo-alert-store.ts";
import { SnsAlertTopic } from "#shared/adapters/aws/sns-alert-topic.ts";
import { log } from "#shared/lambda/log.ts";
import { oneByOne, queueHandler } from "#shared/lambda/queue-handler.ts";
import { emitAlerts } from "./emit-alerts.ts";
import { environment } from "./environment.ts";

const ports = {
  store: new DynamoAlertStore(new DynamoDBClient(), environment.COVERAGE_TABLE),
  topic: new SnsAlertTopic(new SNSClient(), environment.ALERTS_TOPIC_ARN),
  log,
};
const thresholds = {
  share: environment.DROP_SHARE,
  workers: environment.DROP_WORKERS,
  criticalShare: environment.CRITICAL_SHARE,
};

export const handler = queueHandler({
  schema: coverageChange,
  handle: oneByOne((change) => emitAlerts(ports, thresholds, change), log),
  reject: sendToDeadLetters(new SQSClient(), environment.DEAD_LETTERS_QUEUE_URL),
  log,
});
