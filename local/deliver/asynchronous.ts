// A function invoked as Lambda does it for a caller that does not wait: tried again, and then kept with the dead letters.
import { setTimeout as wait } from "node:timers/promises";
import type { FunctionResource } from "../template/compute.ts";
import type { DelivererOptions } from "./deliverer.ts";

/** @throws Error when it still failed after its retries */
export type AsynchronousInvocation = (fn: FunctionResource, input: unknown) => Promise<void>;

export function asynchronousInvocation({
  queue,
  host,
  retryDelayMs,
}: Pick<DelivererOptions, "queue" | "host" | "retryDelayMs">): AsynchronousInvocation {
  return async (fn, input) => {
    const running = host(fn.name);
    for (let attempt = 1; ; attempt++) {
      try {
        await running.invoke(input);
        return;
      } catch (error) {
        if (attempt > fn.asyncRetries) {
          if (fn.asyncDeadLetterArn !== null) queue(fn.asyncDeadLetterArn).send(JSON.stringify(input));
          throw error;
        }
        await wait(retryDelayMs(attempt));
      }
    }
  };
}
