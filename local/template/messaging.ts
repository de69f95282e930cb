// Queues, topics, subscriptions and event rules of the template.
import * as z from "zod";
import { flag, number } from "./fields.ts";
import type { ResolvedTemplate } from "./scope.ts";

export interface QueueResource {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  /** As SQS takes them: texts, the redrive policy as JSON. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly deadLetterArn: string | null;
}

export interface TopicResource {
  readonly name: string;
  readonly arn: string;
}

export interface SubscriptionResource {
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  /** As SNS takes them: filter and redrive policy as JSON. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface RuleResource {
  readonly name: string;
  readonly arn: string;
  readonly pattern: unknown;
  readonly queueArns: readonly string[];
}

const QUEUE_ATTRIBUTES = ["VisibilityTimeout", "MessageRetentionPeriod", "DelaySeconds", "MaximumMessageSize"] as const;
const queueShape = z.looseObject({
  VisibilityTimeout: number.optional(),
  MessageRetentionPeriod: number.optional(),
  DelaySeconds: number.optional(),
  MaximumMessageSize: number.optional(),
  ReceiveMessageWaitTimeSeconds: number.optional(),
  RedrivePolicy: z.looseObject({ deadLetterTargetArn: z.string(), maxReceiveCount: number }).optional(),
  FifoQueue: flag.optional(),
});

export function readQueues(template: ResolvedTemplate): readonly QueueResource[] {
  return template.resources("AWS::SQS::Queue").map(({ logicalId, identity, properties }) => {
    const queue = queueShape.parse(properties);
    if (queue.FifoQueue === true) throw new Error(`${logicalId}: FIFO queues are not built on this machine`);
    const attributes: Record<string, string> = {};
    for (const name of [...QUEUE_ATTRIBUTES, "ReceiveMessageWaitTimeSeconds"] as const) {
      const value = queue[name];
      if (value !== undefined) attributes[name] = String(value);
    }
    if (queue.RedrivePolicy !== undefined) attributes.RedrivePolicy = JSON.stringify(queue.RedrivePolicy);
    const { name, arn, ref: url } = identity;
    return { name, arn, url, attributes, deadLetterArn: queue.RedrivePolicy?.deadLetterTargetArn ?? null };
  });
}

const inlineSubscriptions = z.looseObject({
  Subscription: z.undefined({ error: "write subscriptions as resources of their own" }).optional(),
});

export function readTopics(template: ResolvedTemplate): readonly TopicResource[] {
  return template.resources("AWS::SNS::Topic").map(({ identity, properties }) => {
    inlineSubscriptions.parse(properties);
    return { name: identity.name, arn: identity.arn };
  });
}

const subscriptionShape = z.looseObject({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  FilterPolicy: z.unknown().optional(),
  FilterPolicyScope: z.string().optional(),
  RawMessageDelivery: flag.optional(),
  RedrivePolicy: z.looseObject({ deadLetterTargetArn: z.string() }).optional(),
});

export function readSubscriptions(template: ResolvedTemplate): readonly SubscriptionResource[] {
  return template.resources("AWS::SNS::Subscription").map(({ properties }) => {
    const it = subscriptionShape.parse(properties);
    const attributes: Record<string, string> = {};
    if (it.FilterPolicy !== undefined) attributes.FilterPolicy = JSON.stringify(it.FilterPolicy);
    if (it.FilterPolicyScope !== undefined) attributes.FilterPolicyScope = it.FilterPolicyScope;
    if (it.RawMessageDelivery !== undefined) attributes.RawMessageDelivery = String(it.RawMessageDelivery);
    if (it.RedrivePolicy !== undefined) attributes.RedrivePolicy = JSON.stringify(it.RedrivePolicy);
    return { topicArn: it.TopicArn, protocol: it.Protocol, endpoint: it.Endpoint, attributes };
  });
}

// A target that reshapes the event would have to be imitated; none does, and one that did must say so here first.
const untouched = z.undefined({ error: "the local province hands events on untouched" }).optional();
const ruleShape = z.looseObject({
  EventPattern: z.unknown().optional(),
  State: z.string().default("ENABLED"),
  Targets: z
    .array(z.looseObject({ Arn: z.string(), Input: untouched, InputPath: untouched, InputTransformer: untouched }))
    .default([]),
});

/** Rules with a pattern; those with a schedule are read by {@link readSchedules}. */
export function readRules(template: ResolvedTemplate): readonly RuleResource[] {
  return template.resources("AWS::Events::Rule").flatMap(({ logicalId, identity, properties }) => {
    const pattern = z.looseObject({ EventPattern: z.unknown().optional() }).parse(properties).EventPattern;
    if (pattern === undefined) return [];
    const rule = ruleShape.parse(properties);
    if (rule.State !== "ENABLED") return [];
    const other = rule.Targets.find(({ Arn }) => !Arn.startsWith("arn:aws:sqs:"));
    if (other !== undefined)
      throw new Error(`${logicalId}: only queues are targets of rules on this machine, not ${other.Arn}`);
    return [{ name: identity.name, arn: identity.arn, pattern, queueArns: rule.Targets.map(({ Arn }) => Arn) }];
  });
}
