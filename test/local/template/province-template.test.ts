import { describe, expect, it } from "vitest";
import { readProvinceTemplate } from "#local/template/province-template.ts";
import { behaviourTemplate, CHAIN } from "#test/local/fixtures/template.ts";

const place = { stackName: "Cakupan-test", region: "ap-southeast-3", queueEndpoint: "http://127.0.0.1:1" };

describe("the template of a province", () => {
  it("gives a queue its URL, and its redrive policy as SQS takes it", () => {
    const { queues } = readProvinceTemplate(CHAIN, place);
    expect(queues.find(({ name }) => name === "Cakupan-test-Updates")).toEqual({
      name: "Cakupan-test-Updates",
      arn: "arn:aws:sqs:ap-southeast-3:000000000000:Cakupan-test-Updates",
      url: "http://127.0.0.1:1/000000000000/Cakupan-test-Updates",
      attributes: {
        VisibilityTimeout: "60",
        RedrivePolicy:
          '{"deadLetterTargetArn":"arn:aws:sqs:ap-southeast-3:000000000000:Cakupan-test-UpdatesDeadLetters","maxReceiveCount":3}',
      },
      deadLetterArn: "arn:aws:sqs:ap-southeast-3:000000000000:Cakupan-test-UpdatesDeadLetters",
    });
  });

  it("gives a function what its environment names", () => {
    const { functions } = readProvinceTemplate(CHAIN, place);
    expect(functions.find(({ logicalId }) => logicalId === "Start")?.environment).toEqual({
      UPDATES_QUEUE_URL: "http://127.0.0.1:1/000000000000/Cakupan-test-Updates",
    });
  });

  it("reads windows, batch sizes, schedules and filters", () => {
    const { eventSources, schedules, subscriptions } = readProvinceTemplate(CHAIN, place);
    expect(eventSources[0]).toMatchObject({ batchSize: 100, windowSeconds: 5, reportsBatchItemFailures: true });
    expect(schedules[0]).toMatchObject({ expression: "cron(10 0 * * ? *)", timezone: "Asia/Jakarta" });
    expect(subscriptions[0]).toMatchObject({
      protocol: "email",
      attributes: { FilterPolicy: '{"regency":["14.03"]}' },
    });
  });

  it("tells what buckets send events and take posts from pages", () => {
    const { buckets } = readProvinceTemplate(behaviourTemplate(), place);
    expect(buckets).toEqual([
      { name: "cakupan-test-bucket", sendsEvents: true, postOrigins: ["*"] },
      { name: "cakupan-test-quietbucket", sendsEvents: false, postOrigins: [] },
    ]);
  });

  it("names a resource of a type that has no meaning here", () => {
    const template = { Resources: { Machine: { Type: "AWS::StepFunctions::StateMachine", Properties: {} } } };
    expect(() => readProvinceTemplate(template, place)).toThrow("AWS::StepFunctions::StateMachine (Machine)");
  });

  it("names an attribute that is not known of a resource that is built", () => {
    const template = {
      Resources: { Bucket: { Type: "AWS::S3::Bucket" } },
      Outputs: { Site: { Value: { "Fn::GetAtt": ["Bucket", "WebsiteURL"] } } },
    };
    expect(() => readProvinceTemplate(template, place)).toThrow("Bucket.WebsiteURL");
  });

  it("refuses a rule that reshapes its events", () => {
    const rule = {
      EventPattern: { source: ["aws.s3"] },
      Targets: [{ Id: "q", Arn: "arn:aws:sqs:x:1:q", InputPath: "$.detail" }],
    };
    const template = { Resources: { Rule: { Type: "AWS::Events::Rule", Properties: rule } } };
    expect(() => readProvinceTemplate(template, place)).toThrow("untouched");
  });
});
