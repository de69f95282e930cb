// What the province on this machine says of itself.
import type { ProvinceClock } from "./clock.ts";
import type { Deliverer } from "./deliver/deliverer.ts";
import type { EmulatedQueue } from "./emulators/queue.ts";
import type { ProvinceTemplate } from "./template/province-template.ts";

interface QueueStatus {
  readonly name: string;
  readonly arn: string;
  readonly messages: number;
}

export interface ProvinceStatus {
  readonly province: string;
  readonly day: string;
  readonly now: string;
  readonly idle: boolean;
  /** The queues that feed a function. */
  readonly queues: readonly QueueStatus[];
  readonly deadLetters: readonly QueueStatus[];
  readonly rules: readonly string[];
  readonly schedules: readonly { readonly name: string; readonly expression: string; readonly timezone: string }[];
}

export interface StatusOptions {
  readonly province: string;
  readonly clock: ProvinceClock;
  readonly template: ProvinceTemplate;
  readonly deliverer: Pick<Deliverer, "queues" | "isIdle">;
  readonly queue: (arn: string) => EmulatedQueue;
}

export function statusOf({ province, clock, template, deliverer, queue }: StatusOptions): ProvinceStatus {
  const deadLetterArns = [
    ...template.queues.map((it) => it.deadLetterArn),
    ...template.functions.map((it) => it.asyncDeadLetterArn),
  ];
  return {
    province,
    day: clock.day(),
    now: clock.now(),
    idle: deliverer.isIdle(),
    queues: deliverer.queues.map(queueStatus),
    deadLetters: [...new Set(deadLetterArns)].filter((arn) => arn !== null).map((arn) => queueStatus(queue(arn))),
    rules: template.rules.map(({ name }) => name),
    schedules: template.schedules.map(({ name, expression, timezone }) => ({ name, expression, timezone })),
  };
}

function queueStatus(queue: EmulatedQueue): QueueStatus {
  return { name: queue.name, arn: queue.arn, messages: queue.depth() };
}
