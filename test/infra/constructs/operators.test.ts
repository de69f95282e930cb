import { expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { FUNCTIONS, QUEUES } from "#shared/names.ts";
import { list, propertiesOf, statementsOf, templateOf } from "../synthesised.ts";

const template = templateOf(
  province("14", {
    operators: ["operators@example.org"],
    alerts: [{ to: { queueArn: "arn:aws:sqs:ap-southeast-3:111122223333:example" } }],
  }),
);
const alarms = Object.values(propertiesOf(template, "AWS::CloudWatch::Alarm"));
const topics = propertiesOf(template, "AWS::SNS::Topic");

test("there is an alarm for every dead-letter queue, every queue's age, every function's errors and throttles, missed daily runs, and what the logs tell", () => {
  const expected = [
    ...QUEUES.flatMap((name) => [`${name}-dead-letters`, `${name}-age`]),
    ...FUNCTIONS.flatMap((name) => [`${name}-errors`, `${name}-throttles`]),
    "coverage-day-dead-letters",
    "coverage-day-missed",
    "coverage-digest-dead-letters",
    "coverage-digest-missed",
    "alert-delivery-dead-letters",
    "reconciliation-dead-letters",
    "reconciliation-missed",
    "reconciliation-gap",
    "reconciliation-mended",
    "uploads-held-long",
    "rows-unbalanced",
  ];
  expect(alarms.map((one) => one.AlarmName).sort()).toEqual(expected.map((name) => `cakupan-14-${name}`).sort());
});

test("every alarm reaches a person: its action is a topic with subscribers, whose policy and whose key let CloudWatch in", () => {
  for (const alarm of alarms) {
    const actions = list(alarm.AlarmActions).map(String);
    expect(actions).toHaveLength(1);
    for (const topicId of actions) {
      const subscribers = Object.values(propertiesOf(template, "AWS::SNS::Subscription")).filter(
        (one) => one.TopicArn === topicId,
      );
      expect(subscribers).toMatchObject([{ Protocol: "email", Endpoint: "operators@example.org" }]);
      const topicPolicies = Object.values(propertiesOf(template, "AWS::SNS::TopicPolicy")).filter((one) =>
        list(one.Topics).includes(topicId),
      );
      expect(topicPolicies.flatMap((one) => statementsOf(one))).toContainEqual(
        expect.objectContaining({
          Effect: "Allow",
          Action: "sns:Publish",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Resource: topicId,
        }),
      );
      const key = propertiesOf(template, "AWS::KMS::Key")[String(topics[topicId]?.KmsMasterKeyId)];
      expect(statementsOf(key ?? {}, "KeyPolicy")).toContainEqual(
        expect.objectContaining({
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        }),
      );
    }
  }
});

test("an alarm says what it means for a person and where to read what to do", () => {
  for (const alarm of alarms) {
    const section = String(alarm.AlarmName).replace("cakupan-14-", "");
    expect(alarm.AlarmDescription).toMatch(new RegExp(`^[A-Z].{40,}docs/runbook\\.md, section ${section}\\.$`));
  }
});

test("one dead letter is an alarm; no day's run for 26 hours is one, also when nothing is measured at all", () => {
  const byName = new Map(alarms.map((one) => [one.AlarmName, one]));
  expect(byName.get("cakupan-14-roster-uploads-dead-letters")).toMatchObject({
    MetricName: "ApproximateNumberOfMessagesVisible",
    Threshold: 1,
    ComparisonOperator: "GreaterThanOrEqualToThreshold",
    TreatMissingData: "notBreaching",
    Dimensions: [{ Name: "QueueName", Value: expect.stringMatching(/deadletters/) }],
  });
  expect(byName.get("cakupan-14-coverage-day-missed")).toMatchObject({
    MetricName: "Invocations",
    Threshold: 1,
    ComparisonOperator: "LessThanThreshold",
    TreatMissingData: "breaching",
    Period: 3600,
    EvaluationPeriods: 26,
    Dimensions: [{ Name: "FunctionName", Value: expect.stringMatching(/^startcoverageday/) }],
  });
});

test("every topic is encrypted with the province's key and takes messages over TLS only", () => {
  const policies = Object.values(propertiesOf(template, "AWS::SNS::TopicPolicy"));
  expect(Object.keys(topics)).toHaveLength(4);
  for (const [id, topic] of Object.entries(topics)) {
    expect(topic.KmsMasterKeyId).toBe("DataKey");
    const statements = policies
      .filter((policy) => list(policy.Topics).includes(id))
      .flatMap((policy) => statementsOf(policy));
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: "Deny",
        Action: "sns:Publish",
        Principal: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    );
  }
});
