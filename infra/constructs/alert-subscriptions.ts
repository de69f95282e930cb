// Who is told of alerts, one by one or once a day. SNS does the filtering by the attributes of a message; a queue gets the JSON of events/ and
// nothing around it, an HTTPS endpoint the same within the signed message of SNS, and what either did not take is kept.
import { Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Subscription, SubscriptionFilter, SubscriptionProtocol } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { filterPolicyOf } from "#shared/domain/alerts/alert-filter.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import type { AlertSubscription } from "../province.ts";
import type { DataKey } from "./data-key.ts";
import { DeadLetters } from "./dead-letters.ts";
import type { EncryptedTopic } from "./encrypted-topic.ts";
import type { Operators } from "./operators.ts";

interface AlertSubscriptionsProps {
  readonly province: ProvinceCode;
  readonly key: DataKey;
  readonly operators: Operators;
  readonly alerts: EncryptedTopic;
  readonly digest: EncryptedTopic;
  readonly subscriptions: readonly AlertSubscription[];
}

export class AlertSubscriptions extends Construct {
  /** Also for those who subscribe when all is deployed. */
  readonly undelivered: DeadLetters;

  constructor(scope: Construct, props: AlertSubscriptionsProps) {
    super(scope, "AlertSubscriptions");
    const { province, alerts, digest, subscriptions } = props;
    this.undelivered = this.#keepUndelivered(props);
    for (const { to, digest: daily = false, ...filter } of subscriptions) {
      const { endpoint, ...delivery } = this.#deliveryTo(to);
      const filterPolicy = filterPolicyOf(province, filter);
      new Subscription(this, daily ? `digest-${endpoint}` : endpoint, {
        topic: daily ? digest : alerts,
        endpoint,
        ...delivery,
        ...(filterPolicy === null ? {} : { filterPolicy: filtersOf(filterPolicy) }),
      });
    }
  }

  #deliveryTo(to: AlertSubscription["to"]) {
    if ("email" in to) return { endpoint: to.email, protocol: SubscriptionProtocol.EMAIL };
    const deadLetterQueue = this.undelivered;
    if ("url" in to) return { endpoint: to.url, protocol: SubscriptionProtocol.HTTPS, deadLetterQueue };
    return { endpoint: to.queueArn, protocol: SubscriptionProtocol.SQS, rawMessageDelivery: true, deadLetterQueue };
  }

  #keepUndelivered({ province, key, operators, alerts, digest }: AlertSubscriptionsProps): DeadLetters {
    key.letServiceUse("sns.amazonaws.com", { StringEquals: { "aws:SourceAccount": Stack.of(this).account } });
    const meaning =
      "A subscribed queue or HTTPS endpoint did not take an alert: whoever reads there does not know of it.";
    const deadLetters = new DeadLetters(this, "alert-delivery", { province, key, operators, meaning });
    for (const topic of [alerts, digest]) {
      // As CDK writes it for a subscription, so that the policy has it once.
      deadLetters.addToResourcePolicy(
        new PolicyStatement({
          resources: [deadLetters.queueArn],
          actions: ["sqs:SendMessage"],
          principals: [new ServicePrincipal("sns.amazonaws.com")],
          conditions: { ArnEquals: { "aws:SourceArn": topic.topicArn } },
        }),
      );
    }
    return deadLetters;
  }
}

function filtersOf(policy: Readonly<Record<string, readonly unknown[]>>): Record<string, SubscriptionFilter> {
  return Object.fromEntries(Object.entries(policy).map(([key, values]) => [key, new SubscriptionFilter([...values])]));
}
