import { describe, expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { propertiesOf, statementsOf, templateOf } from "../synthesised.ts";

const template = templateOf(province("14"));
const schedules = Object.values(propertiesOf(template, "AWS::Scheduler::Schedule"));

const RUNS = [
  {
    name: "coverage-day",
    expression: "cron(10 0 * * ? *)",
    starts: "start-coverage-day",
    id: /^startcoverageday[0-9A-F]{8}$/,
  },
  { name: "coverage-digest", expression: "cron(0 7 * * ? *)", starts: "send-digest", id: /^senddigest[0-9A-F]{8}$/ },
  {
    name: "reconciliation",
    expression: "cron(10 2 * * ? *)",
    starts: "reconcile-province",
    id: /^reconcileprovince[0-9A-F]{8}$/,
  },
] as const;

test("a province has three schedules: the day begins, what was lost is looked for, and the morning's digest", () => {
  expect(schedules.map((one) => one.Name).sort()).toEqual([
    "cakupan-14-coverage-day",
    "cakupan-14-coverage-digest",
    "cakupan-14-reconciliation",
  ]);
});

describe.each(RUNS)("$name", ({ name, expression, starts, id }) => {
  const schedule = schedules.find((one) => one.Name === `cakupan-14-${name}`);

  test("comes every day at its hour in Jakarta, and the function is given the schedule's own time", () => {
    expect(schedule).toMatchObject({
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: "Asia/Jakarta",
      FlexibleTimeWindow: { Mode: "OFF" },
      State: "ENABLED",
      Target: { Arn: expect.stringMatching(id), Input: '{"time":"<aws.scheduler.scheduled-time>"}' },
    });
  });

  test("keeps a run that could not be started and one that failed after its retries in the same dead-letter queue", () => {
    const [deadLetters] =
      Object.entries(propertiesOf(template, "AWS::SQS::Queue")).find(
        ([, one]) => one.QueueName === `cakupan-14-${name}-dead-letters`,
      ) ?? [];
    expect(schedule).toMatchObject({ Target: { DeadLetterConfig: { Arn: deadLetters } } });
    const started = Object.values(propertiesOf(template, "AWS::Lambda::Function")).find(
      (one) => one.FunctionName === `cakupan-14-${starts}`,
    );
    expect(started).toMatchObject({ DeadLetterConfig: { TargetArn: deadLetters } });
  });

  test("has a role for this account's schedules that calls this one function", () => {
    const policy = Object.values(propertiesOf(template, "AWS::IAM::Policy")).find((one) => {
      const first = statementsOf(one)[0];
      return first?.Action === "lambda:InvokeFunction" && id.test(String(first.Resource));
    });
    expect(statementsOf(policy ?? {}).map((one) => [one.Action, one.Resource])).toEqual([
      ["lambda:InvokeFunction", expect.stringMatching(id)],
      ["sqs:SendMessage", expect.stringMatching(new RegExp(`^${name.replace("-", "")}deadletters`))],
      [["kms:Decrypt", "kms:GenerateDataKey"], "DataKey"],
    ]);
    const [roleId] = Array.isArray(policy?.Roles) ? policy.Roles.map(String) : [];
    const role = propertiesOf(template, "AWS::IAM::Role")[roleId ?? ""];
    expect(statementsOf(role ?? {}, "AssumeRolePolicyDocument")).toMatchObject([
      {
        Principal: { Service: "scheduler.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": "AWS::AccountId" } },
      },
    ]);
  });
});
