import { expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { propertiesOf, statementsOf, templateOf } from "../synthesised.ts";

const template = templateOf(province("14"));
const [schedule, ...others] = Object.values(propertiesOf(template, "AWS::Scheduler::Schedule"));

test("ten minutes after every midnight in Jakarta, start-coverage-day is given the schedule's own time", () => {
  expect(others).toEqual([]);
  expect(schedule).toMatchObject({
    ScheduleExpression: "cron(10 0 * * ? *)",
    ScheduleExpressionTimezone: "Asia/Jakarta",
    FlexibleTimeWindow: { Mode: "OFF" },
    State: "ENABLED",
    Target: { Arn: expect.stringMatching(/^startcoverageday/), Input: '{"time":"<aws.scheduler.scheduled-time>"}' },
  });
});

test("a run that could not be started, and one that failed after its retries, are both kept in the same dead-letter queue", () => {
  const [deadLetters] =
    Object.entries(propertiesOf(template, "AWS::SQS::Queue")).find(
      ([, one]) => one.QueueName === "cakupan-14-coverage-day-dead-letters",
    ) ?? [];
  expect(schedule).toMatchObject({ Target: { DeadLetterConfig: { Arn: deadLetters } } });
  const started = Object.values(propertiesOf(template, "AWS::Lambda::Function")).find(
    (one) => one.FunctionName === "cakupan-14-start-coverage-day",
  );
  expect(started).toMatchObject({ DeadLetterConfig: { TargetArn: deadLetters } });
});

test("the schedule's role is for this account's schedules, and calls this one function", () => {
  const [roleId, role] =
    Object.entries(propertiesOf(template, "AWS::IAM::Role")).find(([, one]) =>
      JSON.stringify(one).includes("scheduler.amazonaws.com"),
    ) ?? [];
  expect(statementsOf(role ?? {}, "AssumeRolePolicyDocument")).toMatchObject([
    { Condition: { StringEquals: { "aws:SourceAccount": "AWS::AccountId" } } },
  ]);
  const policy = Object.values(propertiesOf(template, "AWS::IAM::Policy")).find(
    (one) => JSON.stringify(one.Roles) === JSON.stringify([roleId]),
  );
  expect(statementsOf(policy ?? {}).map((one) => [one.Action, one.Resource])).toEqual([
    ["lambda:InvokeFunction", expect.stringMatching(/^startcoverageday[0-9A-F]{8}$/)],
    ["sqs:SendMessage", expect.stringMatching(/^coveragedaydeadletters/)],
    [["kms:Decrypt", "kms:GenerateDataKey"], "DataKey"],
  ]);
});
