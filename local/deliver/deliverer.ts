// Does in this process what EventBridge, Lambda's event source mappings and the schedules do on AWS, as the template says.
import type { Day } from "#shared/domain/day.ts";
import type { ProvinceClock } from "../clock.ts";
import type { StoredObject } from "../emulators/messaging.ts";
import type { EmulatedQueue } from "../emulators/queue.ts";
import type { FunctionHost } from "../function-host.ts";
import type { ProvinceTemplate } from "../template/province-template.ts";
import { createActivity } from "./activity.ts";
import { asynchronousInvocation } from "./asynchronous.ts";
import { runsHere, startSchedules } from "./daily-schedules.ts";
import { type EventSource, startEventSource } from "./event-source.ts";
import { objectCreated } from "./object-created.ts";
import { compilePattern } from "./pattern.ts";

export interface Deliverer {
  /** To be called for each object put into any bucket. */
  deliverObject(object: StoredObject): void;
  /** To be called when a message came into a queue or left one. */
  queueChanged(): void;
  /** Runs the schedules of the day, in their order, each when the pipeline is at rest after the one before: hours lie between them. @throws Error when a function still failed after its retries */
  runDay(day: Day): Promise<void>;
  /** Starts a function for a caller that does not wait; false when there is none of that name that runs on this machine. */
  invokeLater(functionName: string, input: unknown): boolean;
  /** Resolves when no message of the pipeline waits or is in flight and no function runs; dead letters do not count. */
  idle(): Promise<void>;
  isIdle(): boolean;
  /** The queues that feed a function. */
  readonly queues: readonly EmulatedQueue[];
  stop(): void;
}

export interface DelivererOptions {
  readonly template: Pick<ProvinceTemplate, "buckets" | "rules" | "eventSources" | "schedules" | "functions">;
  readonly region: string;
  readonly clock: ProvinceClock;
  readonly queue: (arn: string) => EmulatedQueue;
  readonly host: (functionName: string) => FunctionHost;
  readonly retryDelayMs: (receiveCount: number) => number;
}

export function startDeliverer(options: DelivererOptions): Deliverer {
  const { template, region, clock, queue, host, retryDelayMs } = options;
  const sources: EventSource[] = [];
  const activity = createActivity(() => sources.some((source) => source.queue.depth() > 0));
  const othersMove = (): boolean => activity.running() > 0 || sources.some((source) => source.isReady());
  for (const mapping of template.eventSources) {
    const { invoke } = host(mapping.functionName);
    sources.push(
      startEventSource({ mapping, queue: queue(mapping.queueArn), invoke, activity, othersMove, retryDelayMs }),
    );
  }

  const rules = template.rules.map((rule) => ({
    matches: compilePattern(rule.pattern),
    queues: rule.queueArns.map(queue),
  }));
  const buckets = new Set(template.buckets.filter(({ sendsEvents }) => sendsEvents).map(({ name }) => name));
  const invoke = asynchronousInvocation({ queue, host, retryDelayMs });
  const schedulesOf = startSchedules({ template, region, clock, queue, invoke });
  const onAwsOnly = new Set(template.schedules.filter((one) => !runsHere(one)).map(({ targetArn }) => targetArn));

  return {
    deliverObject: (object) => {
      if (!buckets.has(object.bucket)) return;
      const event = objectCreated(object, clock.stamp(), region);
      const body = JSON.stringify(event);
      for (const rule of rules) if (rule.matches(event)) for (const target of rule.queues) target.send(body);
    },
    // The emulator tells of a message just before it moves.
    queueChanged: () => queueMicrotask(activity.changed),
    runDay: async (day) => {
      for (const run of schedulesOf(day)) {
        await activity.idle();
        await activity.during(run);
      }
    },
    invokeLater: (functionName, input) => {
      const fn = template.functions.find(({ name, arn }) => name === functionName || arn === functionName);
      if (fn === undefined || onAwsOnly.has(fn.arn)) return false;
      // What still fails is kept with the dead letters; the function's host has logged why.
      void activity.during(() => invoke(fn, input).catch(() => undefined));
      return true;
    },
    idle: activity.idle,
    isIdle: activity.isIdle,
    queues: sources.map((source) => source.queue),
    stop: () => {
      for (const source of sources) source.stop();
    },
  };
}
