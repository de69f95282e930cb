import { expect, test } from "vitest";
import { queueStatement, subscriberSteps } from "#cli/report/subscriber-steps.ts";

const topicArn = "arn:aws:sns:ap-southeast-3:111122223333:cakupan-14-coverage-alerts";
const onAws = { topicArn, localMails: null };

test.each([
  ["a mail address has to click", { protocol: "email", endpoint: "bupati@example.org" }, /link in it has been clicked/],
  [
    "an HTTPS address has to open a link",
    { protocol: "https", endpoint: "https://example.org" },
    /open the SubscribeURL/,
  ],
  [
    "a queue has to let the topic in",
    { protocol: "sqs", endpoint: "arn:aws:sqs:ap-southeast-3:111122223333:papan" },
    /statement below(?!.*SubscribeURL)/,
  ],
  [
    "a queue of another account has to confirm as well",
    { protocol: "sqs", endpoint: "arn:aws:sqs:ap-southeast-3:444455556666:papan" },
    /statement below.*SubscribeURL/,
  ],
] as const)("on AWS %s", (_, subscriber, told) => {
  const steps = subscriberSteps({ ...subscriber, ...onAws });
  expect(steps.en).toMatch(told);
  expect(steps.id).not.toBe(steps.en);
});

test("the queue's policy lets in this topic only", () => {
  expect(queueStatement("arn:aws:sqs:ap-southeast-3:111122223333:papan", topicArn)).toMatchObject({
    Principal: { Service: "sns.amazonaws.com" },
    Action: "sqs:SendMessage",
    Condition: { ArnEquals: { "aws:SourceArn": topicArn } },
  });
});
