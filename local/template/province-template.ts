// The whole of what the local province builds, read from the synthesised template: there is no second description of the system.
import {
  type EventSourceResource,
  type FunctionResource,
  readEventSources,
  readFunctions,
  readSchedules,
  type ScheduleResource,
} from "./compute.ts";
import type { Place } from "./identity.ts";
import {
  type QueueResource,
  type RuleResource,
  readQueues,
  readRules,
  readSubscriptions,
  readTopics,
  type SubscriptionResource,
  type TopicResource,
} from "./messaging.ts";
import { resolveTemplate } from "./scope.ts";
import {
  type BucketResource,
  readBuckets,
  readSecrets,
  readTables,
  type SecretResource,
  type TableResource,
} from "./storage.ts";

export interface ProvinceTemplate {
  readonly buckets: readonly BucketResource[];
  readonly tables: readonly TableResource[];
  readonly secrets: readonly SecretResource[];
  readonly queues: readonly QueueResource[];
  readonly topics: readonly TopicResource[];
  readonly subscriptions: readonly SubscriptionResource[];
  readonly rules: readonly RuleResource[];
  readonly functions: readonly FunctionResource[];
  readonly eventSources: readonly EventSourceResource[];
  readonly schedules: readonly ScheduleResource[];
  readonly outputs: Readonly<Record<string, string>>;
}

/** @throws Error naming what the template has and the local province does not know */
export function readProvinceTemplate(json: unknown, place: Place): ProvinceTemplate {
  const template = resolveTemplate(json, place);
  return {
    buckets: readBuckets(template),
    tables: readTables(template),
    secrets: readSecrets(template),
    queues: readQueues(template),
    topics: readTopics(template),
    subscriptions: readSubscriptions(template),
    rules: readRules(template),
    functions: readFunctions(template),
    eventSources: readEventSources(template),
    schedules: readSchedules(template),
    outputs: template.outputs,
  };
}
