// A queue for what could not be delivered, with the alarm that tells of it.
import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";
import type { DataKey } from "./data-key.ts";
import { FIVE_MINUTES, type Operators } from "./operators.ts";

/** 1 MiB, the most that SQS takes. */
export const MAX_MESSAGE_BYTES = 1_048_576;

interface DeadLettersProps {
  readonly province: string;
  readonly key: DataKey;
  readonly operators: Operators;
  /** What it means for a person that something lies here. */
  readonly meaning: string;
}

export class DeadLetters extends Queue {
  /** @param of what is not delivered: the queue is `cakupan-{province}-{of}-dead-letters` */
  constructor(scope: Construct, of: string, { province, key, operators, meaning }: DeadLettersProps) {
    super(scope, `${of}-dead-letters`, {
      queueName: `cakupan-${province}-${of}-dead-letters`,
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      maxMessageSizeBytes: MAX_MESSAGE_BYTES,
      retentionPeriod: Duration.days(14),
    });
    operators.alarm({
      name: `${of}-dead-letters`,
      metric: this.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: "Maximum" }),
      threshold: 1,
      meaning: `A message could not be handled; it is kept for 14 days from when it was first sent. ${meaning}`,
    });
  }
}
