import { AwsSolutionsChecks } from "cdk-nag";
import { expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { ProvinceStack } from "#infra/province-stack.ts";
import { PROVINCES } from "#infra/provinces.ts";
import { appForTests } from "./synthesised.ts";

test.each(PROVINCES.map((one) => [one.code, one] as const))(
  "AwsSolutions finds nothing in province %s that is not acknowledged",
  (_, entry) => {
    expect(new AwsSolutionsChecks().validateScope(new ProvinceStack(appForTests(), entry)).violations).toEqual([]);
  },
);

test("AwsSolutions does look: a queue without dead letters is found", async () => {
  const { Queue } = await import("aws-cdk-lib/aws-sqs");
  const stack = new ProvinceStack(appForTests(), province("51"));
  new Queue(stack, "Forgotten");
  const rules = new AwsSolutionsChecks().validateScope(stack).violations.map((one) => one.ruleName);
  expect(rules).toContain("AwsSolutions-SQS3");
});
