// The offices that are told by mail what became of uploads: counts and where the receipt lies, no person.
import { Subscription, SubscriptionFilter, SubscriptionProtocol } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { Office } from "../province.ts";
import type { EncryptedTopic } from "./encrypted-topic.ts";

export class ReceiptSubscriptions extends Construct {
  constructor(
    scope: Construct,
    { topic, offices }: { readonly topic: EncryptedTopic; readonly offices: readonly Office[] },
  ) {
    super(scope, "ReceiptSubscriptions");
    for (const { email, regencies } of offices) {
      new Subscription(this, email, {
        topic,
        endpoint: email,
        protocol: SubscriptionProtocol.EMAIL,
        ...(regencies === undefined
          ? {}
          : { filterPolicy: { regency: SubscriptionFilter.stringFilter({ allowlist: [...regencies] }) } }),
      });
    }
  }
}
