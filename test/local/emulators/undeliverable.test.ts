import { expect, test } from "vitest";
import type { PublishedMessage } from "#local/emulators/published.ts";
import { undeliverable } from "#local/emulators/undeliverable.ts";

const message: PublishedMessage = {
  topicArn: "topic",
  subject: "s",
  texts: { default: "d", sqs: "q" },
  attributes: { regency: { DataType: "String", StringValue: "14.03" } },
};
const raw = {
  arn: "subscription",
  protocol: "sqs",
  endpoint: "gone",
  attributes: { RawMessageDelivery: "true", RedrivePolicy: '{"deadLetterTargetArn":"letters"}' },
};
const isThere = (arn: string) => arn !== "gone";

test("a message for a queue that is gone goes to the subscription's dead letters as the queue would have got it", () => {
  expect(undeliverable(message, [raw], isThere)).toEqual([
    { deadLetterArn: "letters", body: "q", attributes: message.attributes },
  ]);
  const { RawMessageDelivery: _, ...enveloped } = raw.attributes;
  const [letter] = undeliverable(message, [{ ...raw, attributes: enveloped }], isThere);
  expect(JSON.parse(letter?.body ?? "")).toMatchObject({
    Type: "Notification",
    Subject: "s",
    Message: "q",
    MessageAttributes: { regency: { Type: "String", Value: "14.03" } },
  });
});

test.each([
  ["its queue is there", { ...raw, endpoint: "dashboard" }],
  ["it is no queue's", { ...raw, protocol: "email" }],
  ["it has no dead letters: lost, as on AWS", { ...raw, attributes: { RawMessageDelivery: "true" } }],
])("a subscription is left alone when %s", (_, subscription) => {
  expect(undeliverable(message, [subscription], isThere)).toEqual([]);
});
