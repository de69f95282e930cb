import { expect, test } from "vitest";
import { type Office, province } from "#infra/province.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { propertiesOf, templateOf } from "../synthesised.ts";

const subscriptionsOf = (...offices: readonly Office[]) =>
  Object.values(propertiesOf(templateOf(province("14", { offices })), "AWS::SNS::Subscription"));

test("an office is mailed the receipts of its regencies, from the topic of receipts", () => {
  expect(subscriptionsOf({ email: "siak@example.org", regencies: [regencyCode("14.08")] })).toEqual([
    {
      Protocol: "email",
      Endpoint: "siak@example.org",
      TopicArn: expect.stringMatching(/^Topicsrosterreceipts/),
      FilterPolicy: { regency: ["14.08"] },
    },
  ]);
});

test("an office without regencies is mailed all of them", () => {
  const [subscription] = subscriptionsOf({ email: "province@example.org" });
  expect(subscription).not.toHaveProperty("FilterPolicy");
});

test("an office of another province is refused", () => {
  expect(() => province("21", { offices: [{ email: "a@example.org", regencies: [regencyCode("14.08")] }] })).toThrow(
    RangeError,
  );
});
