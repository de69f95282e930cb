import { expect, test } from "vitest";
import { isEmailAddress, isHttpsUrl, isQueueArn } from "#shared/domain/alerts/subscriber.ts";

test.each([
  ["bupati@bengkaliskab.go.id", true],
  ["bupati+siaga@bengkaliskab.go.id", true],
  ["bupati@bengkalis", false],
  ["bupati bengkalis@example.org", false],
  ["a@example.org,b@example.org", false],
  ["@example.org", false],
])("%s is an e-mail address: %s", (text, is) => {
  expect(isEmailAddress(text)).toBe(is);
});

test.each([
  ["arn:aws:sqs:ap-southeast-3:111122223333:example-dashboard", true],
  ["arn:aws:sqs:ap-southeast-3:111122223333:example.fifo", false],
  ["arn:aws-cn:sqs:cn-north-1:111122223333:example", true],
  ["queue arn:aws:sqs:ap-southeast-3:111122223333:example", false],
  ["arn:aws:sns:ap-southeast-3:111122223333:example", false],
  ["https://sqs.ap-southeast-3.amazonaws.com/111122223333/example", false],
])("%s is the ARN of a queue: %s", (text, is) => {
  expect(isQueueArn(text)).toBe(is);
});

test.each([
  ["https://dashboard.example.org/alerts?from=cakupan", true],
  ["http://dashboard.example.org", false],
  ["https://", false],
  ["dashboard.example.org", false],
])("%s can be posted to: %s", (text, is) => {
  expect(isHttpsUrl(text)).toBe(is);
});
