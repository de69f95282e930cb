import { expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { ProvinceStack } from "#infra/province-stack.ts";
import { allProvinces } from "#shared/domain/region.ts";
import { DEAD_LETTERS, deadLettersOutput, FUNCTIONS, OUTPUTS, QUEUES, queueOutputs, stackName } from "#shared/names.ts";
import { appForTests, propertiesOf, templateOf } from "./synthesised.ts";

const template = templateOf(province("14"));

test("each of the 38 provinces becomes a stack from nothing but its code", () => {
  const app = appForTests();
  for (const code of allProvinces()) new ProvinceStack(app, province(code));
  const stacks = app.synth().stacks;
  expect(stacks.map((one) => one.stackName)).toEqual(allProvinces().map(stackName));
  expect(stacks).toHaveLength(38);
  for (const stack of stacks) {
    expect(stack.terminationProtection).toBe(true);
    expect(stack.environment.region).toBe("ap-southeast-3");
  }
}, 60_000);

test("what holds data keeps its logical id: another one would be a new, empty resource", () => {
  expect(Object.keys(propertiesOf(template, "AWS::KMS::Key"))).toEqual(["DataKey"]);
  expect(Object.keys(propertiesOf(template, "AWS::SecretsManager::Secret"))).toEqual(["PseudonymSecret"]);
  expect(Object.keys(propertiesOf(template, "AWS::S3::Bucket")).sort()).toEqual([
    "AccessLogsBucket",
    "ReceiptsBucket",
    "RostersBucket",
  ]);
  expect(Object.keys(propertiesOf(template, "AWS::DynamoDB::Table")).sort()).toEqual([
    "CoverageTable",
    "RegistryTable",
  ]);
});

test("the outputs are those that the commands read, no more and no fewer", () => {
  const expected = [
    ...Object.values(OUTPUTS),
    ...QUEUES.map((name) => queueOutputs(name).queue),
    ...DEAD_LETTERS.map(deadLettersOutput),
  ];
  expect(Object.keys(template.findOutputs("*")).sort()).toEqual(expected.sort());
  expect(template.findOutputs(OUTPUTS.rostersBucket)).toMatchObject({
    [OUTPUTS.rostersBucket]: { Value: { Ref: "RostersBucket" } },
  });
  expect(template.findOutputs(OUTPUTS.province)).toMatchObject({ [OUTPUTS.province]: { Value: "14" } });
});

test.each([
  ["rosters/", ["rosters/"], /^rosteruploadsQueue/],
  ["the folders of reference data", ["agreements/", "workforce/", "targets/", "claims/"], /^referenceuploadsQueue/],
])(
  "an object put under %s of the Rosters bucket becomes a message of its queue, as EventBridge tells it",
  (_, prefixes, queue) => {
    const rules = Object.values(propertiesOf(template, "AWS::Events::Rule"));
    expect(rules).toHaveLength(2);
    expect(rules).toContainEqual(
      expect.objectContaining({
        State: "ENABLED",
        EventPattern: {
          source: ["aws.s3"],
          "detail-type": ["Object Created"],
          detail: { bucket: { name: ["RostersBucket"] }, object: { key: prefixes.map((prefix) => ({ prefix })) } },
        },
        Targets: [expect.objectContaining({ Arn: expect.stringMatching(queue), DeadLetterConfig: expect.anything() })],
      }),
    );
    expect(JSON.stringify(rules)).not.toContain("InputTransformer");
  },
);

test("the Rosters bucket tells EventBridge of its objects, the Receipts bucket does not", () => {
  expect(propertiesOf(template, "AWS::S3::Bucket").RostersBucket).toMatchObject({
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  });
  expect(JSON.stringify(propertiesOf(template, "AWS::S3::Bucket").ReceiptsBucket)).not.toContain("EventBridge");
});

test("the stack has the six functions of the pipeline and none that CDK adds for its own purposes", () => {
  const names = Object.values(propertiesOf(template, "AWS::Lambda::Function")).map((one) => one.FunctionName);
  expect(names.sort()).toEqual(FUNCTIONS.map((name) => `cakupan-14-${name}`).sort());
});

test("every queue of what could not be handled is one that the commands list", () => {
  const names = Object.values(propertiesOf(template, "AWS::SQS::Queue")).map(({ QueueName }) => String(QueueName));
  const dead = names.filter((name) => name.endsWith("-dead-letters"));
  expect(dead.sort()).toEqual(DEAD_LETTERS.map((name) => `cakupan-14-${name}-dead-letters`).sort());
});
