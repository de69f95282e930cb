import { describe, expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { QUEUES } from "#shared/names.ts";
import { propertiesOf, statementsOf, type Tree, templateOf } from "../synthesised.ts";

const template = templateOf(
  province("14", { alerts: [{ to: { queueArn: "arn:aws:sqs:ap-southeast-3:111122223333:example" } }] }),
);
const queues = propertiesOf(template, "AWS::SQS::Queue");
const functions = propertiesOf(template, "AWS::Lambda::Function");
const mappings = Object.values(propertiesOf(template, "AWS::Lambda::EventSourceMapping"));

function queueNamed(name: string): readonly [string, Tree] {
  const found = Object.entries(queues).find(([, one]) => one.QueueName === `cakupan-14-${name}`);
  if (found === undefined) throw new Error(`no queue ${name}`);
  return found;
}

describe.each(QUEUES)("%s", (name) => {
  const [id, queue] = queueNamed(name);
  const [deadLettersId, deadLetters] = queueNamed(`${name}-dead-letters`);

  test("keeps a message for four days, and what failed five times for fourteen", () => {
    expect(queue).toMatchObject({
      MessageRetentionPeriod: 345_600,
      RedrivePolicy: { deadLetterTargetArn: deadLettersId, maxReceiveCount: 5 },
    });
    expect(deadLetters).toMatchObject({ MessageRetentionPeriod: 1_209_600 });
  });

  test("feeds one function, which names the messages that failed, and hides a message for six times that function's time limit", () => {
    const [mapping, ...others] = mappings.filter((one) => one.EventSourceArn === id);
    expect(others).toEqual([]);
    expect(mapping).toMatchObject({
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ScalingConfig: { MaximumConcurrency: expect.any(Number) },
    });
    const consumer = functions[String(mapping?.FunctionName)];
    const window = Number(mapping?.MaximumBatchingWindowInSeconds ?? 0);
    expect(Number(queue.VisibilityTimeout)).toBeGreaterThanOrEqual(6 * Number(consumer?.Timeout) + window);
  });
});

test("the batches are one upload, five parts, a hundred updates collected for two seconds, ten changes, five files of reference data", () => {
  const batches = mappings.map((one) => [one.BatchSize, one.MaximumBatchingWindowInSeconds]);
  expect(batches).toEqual([
    [1, undefined],
    [5, undefined],
    [100, 2],
    [10, undefined],
    [5, undefined],
  ]);
});

test("every queue, dead letters too, takes 1 MiB, is encrypted with the province's key and refuses what does not come over TLS", () => {
  const policies = Object.values(propertiesOf(template, "AWS::SQS::QueuePolicy"));
  for (const [id, queue] of Object.entries(queues)) {
    expect(queue).toMatchObject({ KmsMasterKeyId: "DataKey", MaximumMessageSize: 1_048_576 });
    const denials = policies
      .filter((policy) => (policy.Queues as string[]).includes(id))
      .flatMap((policy) => statementsOf(policy));
    expect(denials).toContainEqual(
      expect.objectContaining({
        Effect: "Deny",
        Action: "sqs:*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    );
  }
});

test("only this account's EventBridge may send from outside, only to the queues of uploads and their dead letters, and may use the key for it", () => {
  const granted = Object.values(propertiesOf(template, "AWS::SQS::QueuePolicy"))
    .flatMap((policy) => statementsOf(policy).map((one) => ({ ...one, queues: policy.Queues }) as Tree))
    .filter((one) => one.Effect === "Allow" && JSON.stringify(one.Principal).includes("events.amazonaws.com"));
  expect(granted.flatMap((one) => one.queues).sort()).toEqual(
    ["roster-uploads", "roster-uploads-dead-letters", "reference-uploads", "reference-uploads-dead-letters"]
      .map((name) => queueNamed(name)[0])
      .sort(),
  );
  const toDeadLetters = granted.filter(({ queues: of }) => JSON.stringify(of).includes("dead"));
  for (const { Condition } of granted.filter((one) => !toDeadLetters.includes(one)))
    expect(Condition).toMatchObject({ StringEquals: { "aws:SourceAccount": "AWS::AccountId" } });
  for (const { Condition } of toDeadLetters) expect(JSON.stringify(Condition)).toContain("ArnEquals");
  const key = statementsOf(propertiesOf(template, "AWS::KMS::Key").DataKey ?? {}, "KeyPolicy");
  expect(key).toContainEqual(
    expect.objectContaining({
      Principal: { Service: "events.amazonaws.com" },
      Condition: { StringEquals: { "aws:SourceAccount": "AWS::AccountId" } },
    }),
  );
});
