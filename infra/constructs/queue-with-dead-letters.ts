// A queue of the pipeline with the queue for what never works, its alarms, and the function that it feeds.
// A message is tried five times, one failing message does not take its batch with it, and none comes back while it may still be worked on.
import { Duration } from "aws-cdk-lib";
import { EventSourceMapping } from "aws-cdk-lib/aws-lambda";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { ENV, type QueueName } from "#shared/names.ts";
import type { Feed } from "../pipeline-steps.ts";
import type { DataKey } from "./data-key.ts";
import { DeadLetters, MAX_MESSAGE_BYTES } from "./dead-letters.ts";
import { FIVE_MINUTES, type Operators } from "./operators.ts";
import type { PipelineFunction } from "./pipeline-function.ts";

const MAX_RECEIVES = 5;

const QUEUE_VARIABLE: Readonly<Record<QueueName, string>> = {
  "roster-uploads": ENV.rosterUploadsQueue,
  "enrolment-events": ENV.enrolmentEventsQueue,
  "coverage-updates": ENV.coverageUpdatesQueue,
  "coverage-changes": ENV.coverageChangesQueue,
  "reference-uploads": ENV.referenceUploadsQueue,
};

interface QueueWithDeadLettersProps extends Feed {
  readonly province: string;
  readonly key: DataKey;
  readonly operators: Operators;
  readonly feeds: PipelineFunction;
}

export class QueueWithDeadLetters extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #variable: string;

  constructor(scope: Construct, name: QueueName, props: QueueWithDeadLettersProps) {
    super(scope, name);
    const { province, key, operators, feeds, batchSize, windowSeconds, maxConcurrency } = props;
    this.#variable = QUEUE_VARIABLE[name];
    this.deadLetters = new DeadLetters(this, name, { province, key, operators, meaning: feeds.errorImpact });
    this.queue = new Queue(this, "Queue", {
      queueName: `cakupan-${province}-${name}`,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      maxMessageSizeBytes: MAX_MESSAGE_BYTES,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: Duration.seconds(6 * feeds.timeoutSeconds + windowSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
    this.#feed(feeds, { batchSize, windowSeconds, maxConcurrency });
    this.#alarm(name, operators, feeds.errorImpact);
  }

  grantSend(to: PipelineFunction): void {
    to.allow(["sqs:SendMessage"], this.queue.queueArn);
    to.allowKeyThrough("sqs");
    to.addEnvironment(this.#variable, this.queue.queueUrl);
  }

  #feed(consumer: PipelineFunction, batch: Feed): void {
    consumer.allow(
      ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"],
      this.queue.queueArn,
    );
    // What can never work is sent there at once, with its reason, instead of being tried five times.
    consumer.allow(["sqs:SendMessage"], this.deadLetters.queueArn);
    consumer.addEnvironment(ENV.deadLettersQueue, this.deadLetters.queueUrl);
    consumer.allowKeyThrough("sqs");
    new EventSourceMapping(this, "Feed", {
      target: consumer,
      eventSourceArn: this.queue.queueArn,
      batchSize: batch.batchSize,
      maxConcurrency: batch.maxConcurrency,
      reportBatchItemFailures: true,
      ...(batch.windowSeconds > 0 ? { maxBatchingWindow: Duration.seconds(batch.windowSeconds) } : {}),
    });
  }

  #alarm(name: QueueName, operators: Operators, errorImpact: string): void {
    operators.alarm({
      name: `${name}-age`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: "Maximum" }),
      threshold: Duration.hours(1).toSeconds(),
      meaning: `A message has waited for an hour. ${errorImpact}`,
    });
  }
}
