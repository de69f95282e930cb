// Who is told of alerts. SNS does the filtering by the attributes of a message (CDK refuses a filter beyond SNS's 150 combinations); a queue gets
// the JSON of events/alert.ts and nothing around it, and what a queue did not take is kept.
import { Stack } from "aws-cdk-lib";
import { Subscription, SubscriptionFilter, SubscriptionProtocol } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { AlertSubscription } from "../province.ts";
import type { DataKey } from "./data-key.ts";
import { DeadLetters } from "./dead-letters.ts";
import type { EncryptedTopic } from "./encrypted-topic.ts";
import type { Operators } from "./operators.ts";

interface AlertSubscriptionsProps {
  readonly province: string;
  readonly key: DataKey;
  readonly operators: Operators;
  readonly topic: EncryptedTopic;
  readonly subscriptions: readonly AlertSubscription[];
}

export class AlertSubscriptions extends Construct {
  constructor(scope: Construct, props: AlertSubscriptionsProps) {
    super(scope, "AlertSubscriptions");
    const { topic, subscriptions } = props;
    const undelivered = subscriptions.some(({ to }) => "queueArn" in to) ? this.#keepUndelivered(props) : undefined;
    for (const subscription of subscriptions) {
      const { to } = subscription;
      const shared = { topic, ...filterOf(subscription) };
      if ("email" in to) {
        new Subscription(this, to.email, { ...shared, endpoint: to.email, protocol: SubscriptionProtocol.EMAIL });
      } else {
        new Subscription(this, to.queueArn, {
          ...shared,
          endpoint: to.queueArn,
          protocol: SubscriptionProtocol.SQS,
          rawMessageDelivery: true,
          ...(undelivered === undefined ? {} : { deadLetterQueue: undelivered }),
        });
      }
    }
  }

  #keepUndelivered({ province, key, operators }: AlertSubscriptionsProps): DeadLetters {
    key.letServiceUse("sns.amazonaws.com", { StringEquals: { "aws:SourceAccount": Stack.of(this).account } });
    const meaning = "A subscribed queue did not take an alert: whoever reads that queue does not know of it.";
    return new DeadLetters(this, "alert-delivery", { province, key, operators, meaning });
  }
}

function filterOf({ regencies, kinds, segments, severities }: AlertSubscription): {
  filterPolicy?: Record<string, SubscriptionFilter>;
} {
  const allowed = { regency: regencies, kind: kinds, severity: severities };
  const filterPolicy: Record<string, SubscriptionFilter> = {};
  for (const [attribute, values] of Object.entries(allowed)) {
    if (values !== undefined) filterPolicy[attribute] = SubscriptionFilter.stringFilter({ allowlist: [...values] });
  }
  // An alert of a whole regency names no segment: it reaches those who asked for one segment as well.
  if (segments !== undefined) {
    filterPolicy.segment = new SubscriptionFilter([...segments, { exists: false }]);
  }
  return Object.keys(filterPolicy).length === 0 ? {} : { filterPolicy };
}
