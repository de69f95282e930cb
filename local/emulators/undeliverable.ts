// What SNS does with a message for a queue that is gone: a client error is not tried again, the message goes to the subscription's dead-letter queue at
// once. fauxqs drops it.
import * as z from "zod";
import type { PublishedMessage } from "./published.ts";

export interface QueueSubscription {
  readonly arn: string;
  readonly protocol: string;
  /** ARN of the queue. */
  readonly endpoint: string;
  /** As SNS takes them: the redrive policy as JSON. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Undelivered {
  readonly deadLetterArn: string;
  readonly body: string;
  readonly attributes: PublishedMessage["attributes"];
}

const redrivePolicy = z.object({ deadLetterTargetArn: z.string() });

/**
 * @param subscriptions of the message's topic, whose filter lets it through; those of other protocols are left alone
 * @returns one for each subscription whose queue is gone and that has a dead-letter queue; without one the message is lost, as on AWS
 */
export function undeliverable(
  message: PublishedMessage,
  subscriptions: readonly QueueSubscription[],
  isThere: (queueArn: string) => boolean,
): readonly Undelivered[] {
  return subscriptions.flatMap(({ arn, protocol, endpoint, attributes }) => {
    if (protocol !== "sqs" || isThere(endpoint) || attributes.RedrivePolicy === undefined) return [];
    const { deadLetterTargetArn: deadLetterArn } = redrivePolicy.parse(JSON.parse(attributes.RedrivePolicy));
    return attributes.RawMessageDelivery === "true"
      ? [{ deadLetterArn, body: queueText(message), attributes: message.attributes }]
      : [{ deadLetterArn, body: enveloped(message, arn), attributes: {} }];
  });
}

/** What a queue gets of a message, and what its filter looks at. */
export function queueText({ texts }: PublishedMessage): string {
  return texts.sqs ?? texts.default;
}

function enveloped(message: PublishedMessage, subscriptionArn: string): string {
  const { topicArn, subject, attributes } = message;
  return JSON.stringify({
    Type: "Notification",
    MessageId: crypto.randomUUID(),
    TopicArn: topicArn,
    ...(subject === null ? {} : { Subject: subject }),
    Message: queueText(message),
    Timestamp: new Date().toISOString(),
    UnsubscribeURL: `https://sns.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${subscriptionArn}`,
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
        name,
        { Type: DataType, Value: StringValue ?? BinaryValue ?? "" },
      ]),
    ),
  });
}
