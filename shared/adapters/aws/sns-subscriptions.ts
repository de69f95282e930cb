// Who is subscribed to the two topics of alerts, for people's commands. SNS keeps one subscription for an endpoint and a topic; asked for a second with
// another filter it refuses, so that is found out first.
import {
  GetSubscriptionAttributesCommand,
  InvalidParameterException,
  paginateListSubscriptionsByTopic,
  SetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { filterPolicy } from "#events/fields.ts";
import { type FilterPolicy, isSamePolicy } from "#shared/domain/alerts/alert-filter.ts";
import type { Protocol } from "#shared/domain/alerts/subscriber.ts";

export const TOPICS = ["alerts", "digest"] as const;
export type AlertTopicName = (typeof TOPICS)[number];

export interface KnownSubscription {
  /** null until it is confirmed: SNS names it, but lets nobody look into it, change it or end it. */
  readonly arn: string | null;
  readonly topic: AlertTopicName;
  readonly protocol: string;
  readonly endpoint: string;
  /** null lets everything through; also as long as it is not confirmed, when it cannot be known. */
  readonly filter: FilterPolicy | null;
}

export interface WantedSubscription {
  readonly topic: AlertTopicName;
  readonly protocol: Protocol;
  readonly endpoint: string;
  readonly filter: FilterPolicy | null;
}

/**
 * `subscribed`: new, or asked for again before it was confirmed; `unchanged`: was there as it is; `replaced`: has another filter now;
 * `other-filter`: is there with another filter and was left alone; `other-filter-unconfirmed`: the same, and cannot be changed yet.
 */
export type SubscribeOutcome =
  | { readonly kind: "subscribed" | "unchanged" | "replaced"; readonly arn: string | null }
  | { readonly kind: "other-filter"; readonly arn: string; readonly filter: FilterPolicy | null }
  | { readonly kind: "other-filter-unconfirmed" };

export interface SubscriptionTopics {
  readonly alerts: string;
  readonly digest: string;
  /** ARN of the queue for what a queue or an HTTPS endpoint did not take. */
  readonly undelivered: string;
}

export class SnsSubscriptions {
  readonly #sns: SNSClient;
  readonly #topics: SubscriptionTopics;

  constructor(sns: SNSClient, topics: SubscriptionTopics) {
    this.#sns = sns;
    this.#topics = topics;
  }

  topicArn(topic: AlertTopicName): string {
    return this.#topics[topic];
  }

  async list(): Promise<readonly KnownSubscription[]> {
    const found: KnownSubscription[] = [];
    for (const topic of TOPICS) {
      for await (const page of paginateListSubscriptionsByTopic(
        { client: this.#sns },
        { TopicArn: this.#topics[topic] },
      )) {
        for (const { SubscriptionArn = "", Protocol: protocol = "", Endpoint: endpoint = "" } of page.Subscriptions ??
          []) {
          // "PendingConfirmation" stands there until it is confirmed, "Deleted" for a while after its end.
          if (SubscriptionArn === "Deleted") continue;
          const arn = SubscriptionArn.startsWith("arn:") ? SubscriptionArn : null;
          found.push({ arn, topic, protocol, endpoint, filter: arn === null ? null : await this.#filterOf(arn) });
        }
      }
    }
    return found;
  }

  /** @param changing is called, and waited for, before anything is changed */
  async subscribe(
    wanted: WantedSubscription,
    { replace, changing }: { readonly replace: boolean; readonly changing: () => Promise<void> },
  ): Promise<SubscribeOutcome> {
    const known = (await this.list()).find(
      (one) => one.topic === wanted.topic && one.protocol === wanted.protocol && one.endpoint === wanted.endpoint,
    );
    if (known === undefined || known.arn === null) {
      await changing();
      return this.#subscribe(wanted);
    }
    if (isSamePolicy(known.filter, wanted.filter)) return { kind: "unchanged", arn: known.arn };
    if (!replace) return { kind: "other-filter", arn: known.arn, filter: known.filter };
    await changing();
    await this.#sns.send(
      new SetSubscriptionAttributesCommand({
        SubscriptionArn: known.arn,
        AttributeName: "FilterPolicy",
        AttributeValue: JSON.stringify(wanted.filter ?? {}),
      }),
    );
    return { kind: "replaced", arn: known.arn };
  }

  async unsubscribe(arn: string): Promise<void> {
    await this.#sns.send(new UnsubscribeCommand({ SubscriptionArn: arn }));
  }

  /** Asked for again before it was confirmed, SNS sends the request for confirmation again. */
  async #subscribe({ topic, protocol, endpoint, filter }: WantedSubscription): Promise<SubscribeOutcome> {
    try {
      const { SubscriptionArn = "" } = await this.#sns.send(
        new SubscribeCommand({
          TopicArn: this.#topics[topic],
          Protocol: protocol,
          Endpoint: endpoint,
          Attributes: {
            ...(filter === null ? {} : { FilterPolicy: JSON.stringify(filter) }),
            ...(protocol === "sqs" ? { RawMessageDelivery: "true" } : {}),
            ...(protocol === "email"
              ? {}
              : { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: this.#topics.undelivered }) }),
          },
        }),
      );
      return { kind: "subscribed", arn: SubscriptionArn.startsWith("arn:") ? SubscriptionArn : null };
    } catch (error) {
      const refused = error instanceof InvalidParameterException && error.message.includes("different attributes");
      if (refused) return { kind: "other-filter-unconfirmed" };
      throw error;
    }
  }

  async #filterOf(arn: string): Promise<FilterPolicy | null> {
    const { Attributes = {} } = await this.#sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn: arn }));
    const { FilterPolicy: text = "{}" } = Attributes;
    const policy = filterPolicy.parse(JSON.parse(text));
    return Object.keys(policy).length === 0 ? null : policy;
  }
}
