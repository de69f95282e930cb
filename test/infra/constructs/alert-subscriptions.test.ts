import { expect, test } from "vitest";
import { type AlertSubscription, province } from "#infra/province.ts";
import { regenciesOf, regencyCode } from "#shared/domain/region.ts";
import { propertiesOf, statementsOf, templateOf } from "../synthesised.ts";

const QUEUE_ARN = "arn:aws:sqs:ap-southeast-3:111122223333:example";

function subscriptionsOf(...alerts: readonly AlertSubscription[]) {
  return Object.values(propertiesOf(templateOf(province("14", { alerts })), "AWS::SNS::Subscription"));
}

test("given a mail address and no filter, all alerts are mailed", () => {
  const [subscription] = subscriptionsOf({ to: { email: "all@example.org" } });
  expect(subscription).toEqual({
    Protocol: "email",
    Endpoint: "all@example.org",
    TopicArn: expect.stringMatching(/^Topicscoveragealerts/),
  });
});

test("given filters, SNS lets through what carries these attributes", () => {
  const [subscription] = subscriptionsOf({
    to: { email: "some@example.org" },
    regencies: [regencyCode("14.03"), regencyCode("14.08")],
    kinds: ["coverage.dropped"],
    segments: ["rentan"],
    severities: ["critical"],
  });
  expect(subscription).toMatchObject({
    FilterPolicy: {
      regency: ["14.03", "14.08"],
      // Whoever is told of a fall is told that it is over.
      kind: ["coverage.dropped", "coverage.recovered"],
      // What concerns a whole regency names no segment, and reaches them as well.
      segment: ["rentan", { exists: false }],
      severity: ["critical"],
    },
  });
  expect(subscription).not.toHaveProperty("FilterPolicyScope");
});

test("given a queue, it gets the bare JSON, and what it does not take is kept", () => {
  const [subscription] = subscriptionsOf({ to: { queueArn: QUEUE_ARN } });
  expect(subscription).toMatchObject({
    Protocol: "sqs",
    Endpoint: QUEUE_ARN,
    RawMessageDelivery: true,
    RedrivePolicy: { deadLetterTargetArn: expect.stringMatching(/^AlertSubscriptionsalertdeliverydeadletters/) },
  });
});

test("given an https address, it gets SNS's signed message, and what it does not take is kept", () => {
  const [subscription] = subscriptionsOf({ to: { url: "https://dashboard.example.org/alerts" } });
  expect(subscription).toMatchObject({
    Protocol: "https",
    Endpoint: "https://dashboard.example.org/alerts",
    RedrivePolicy: { deadLetterTargetArn: expect.stringMatching(/^AlertSubscriptionsalertdeliverydeadletters/) },
  });
  expect(subscription).not.toHaveProperty("RawMessageDelivery");
});

test("given a digest, the address gets the topic of digests, and may have the alerts besides", () => {
  const to = { email: "both@example.org" };
  const topics = subscriptionsOf({ to }, { to, digest: true }).map((one) => one.TopicArn);
  expect(topics).toEqual([
    expect.stringMatching(/^Topicscoveragealerts/),
    expect.stringMatching(/^Topicscoveragedigest/),
  ]);
});

test("a filter that would be beyond SNS's 150 combinations is written shorter, so that CDK takes it", () => {
  const [subscription] = subscriptionsOf({
    to: { email: "most@example.org" },
    regencies: regenciesOf(province("14").code).slice(1),
    kinds: ["coverage.dropped", "coverage.recovered"],
    segments: ["ppu", "non-asn", "bpu"],
    severities: ["info", "warning", "critical"],
  });
  expect(subscription).toMatchObject({
    FilterPolicy: {
      regency: ["14.02", "14.03", "14.04", "14.05", "14.06", "14.07", "14.08", "14.09", "14.10", "14.71", "14.72"],
      segment: ["bpu", "non-asn", "ppu", { exists: false }],
    },
  });
  expect(subscription?.FilterPolicy).not.toHaveProperty("severity");
});

test.each<[string, readonly AlertSubscription[]]>([
  ["an address twice", [{ to: { email: "a@example.org" } }, { to: { email: "a@example.org" }, severities: ["info"] }]],
  ["plain http", [{ to: { url: "http://dashboard.example.org" } }]],
  ["what is no queue", [{ to: { queueArn: "example-dashboard" } }]],
  ["an empty list", [{ to: { email: "a@example.org" }, regencies: [] }]],
  ["a regency of another province", [{ to: { email: "a@example.org" }, regencies: [regencyCode("21.71")] }]],
])("%s is refused before anything is deployed", (_, alerts) => {
  expect(() => province("14", { alerts })).toThrow(RangeError);
});

test("also in a province that names no queue, what one that subscribes later does not take can be kept", () => {
  const template = templateOf(province("14"));
  const [deadLetters] =
    Object.entries(propertiesOf(template, "AWS::SQS::Queue")).find(
      ([, one]) => one.QueueName === "cakupan-14-alert-delivery-dead-letters",
    ) ?? [];
  const policy = Object.values(propertiesOf(template, "AWS::SQS::QueuePolicy")).find(
    (one) => JSON.stringify(one.Queues) === JSON.stringify([deadLetters]),
  );
  const fromTopics = statementsOf(policy ?? {}).filter((one) => one.Effect === "Allow");
  expect(fromTopics.map((one) => [one.Action, one.Condition])).toEqual([
    ["sqs:SendMessage", { ArnEquals: { "aws:SourceArn": expect.stringMatching(/^Topicscoveragealerts/) } }],
    ["sqs:SendMessage", { ArnEquals: { "aws:SourceArn": expect.stringMatching(/^Topicscoveragedigest/) } }],
  ]);
});
