import { expect, test } from "vitest";
import { type AlertSubscription, province } from "#infra/province.ts";
import { regenciesOf, regencyCode } from "#shared/domain/region.ts";
import { propertiesOf, templateOf } from "../synthesised.ts";

const QUEUE_ARN = "arn:aws:sqs:ap-southeast-3:111122223333:example";

function subscriptionsOf(...alerts: readonly AlertSubscription[]) {
  return Object.values(propertiesOf(templateOf(province("14", { alerts })), "AWS::SNS::Subscription"));
}

test("given a mail address and no filter, all alerts are mailed", () => {
  const [subscription] = subscriptionsOf({ to: { email: "all@example.org" } });
  expect(subscription).toEqual({
    Protocol: "email",
    Endpoint: "all@example.org",
    TopicArn: expect.stringMatching(/^Topicscoveragealerts/),
  });
});

test("given filters, SNS lets through what carries these attributes", () => {
  const [subscription] = subscriptionsOf({
    to: { email: "some@example.org" },
    regencies: [regencyCode("14.03"), regencyCode("14.08")],
    kinds: ["coverage.dropped"],
    segments: ["rentan"],
    severities: ["critical"],
  });
  expect(subscription).toMatchObject({
    FilterPolicy: {
      regency: ["14.03", "14.08"],
      kind: ["coverage.dropped"],
      // What concerns a whole regency names no segment, and reaches them as well.
      segment: ["rentan", { exists: false }],
      severity: ["critical"],
    },
  });
  expect(subscription).not.toHaveProperty("FilterPolicyScope");
});

test("given a queue, it gets the bare JSON, and what it does not take is kept", () => {
  const [subscription] = subscriptionsOf({ to: { queueArn: QUEUE_ARN } });
  expect(subscription).toMatchObject({
    Protocol: "sqs",
    Endpoint: QUEUE_ARN,
    RawMessageDelivery: true,
    RedrivePolicy: { deadLetterTargetArn: expect.stringMatching(/^AlertSubscriptionsalertdeliverydeadletters/) },
  });
});

test("a filter beyond SNS's 150 combinations is refused before anything is deployed", () => {
  const tooMany: AlertSubscription = {
    to: { email: "all@example.org" },
    regencies: regenciesOf(province("14").code),
    kinds: ["coverage.dropped", "coverage.recovered"],
    segments: ["ppu", "non-asn", "bpu"],
    severities: ["info", "warning", "critical"],
  };
  expect(() => subscriptionsOf(tooMany)).toThrow(/combination/);
});
