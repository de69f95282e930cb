// The stack's outputs: all that the commands need to know of a deployed province.
import { CfnOutput } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { OUTPUTS, QUEUES, type QueueName, queueOutputs } from "#shared/names.ts";
import type { QueueWithDeadLetters } from "./queue-with-dead-letters.ts";

export function writeOutputs(stack: Construct, values: Readonly<Record<keyof typeof OUTPUTS, string>>): void {
  for (const [name, id] of Object.entries(OUTPUTS)) {
    new CfnOutput(stack, id, { value: values[name as keyof typeof OUTPUTS] });
  }
}

export function writeQueueOutputs(stack: Construct, queues: Readonly<Record<QueueName, QueueWithDeadLetters>>): void {
  for (const name of QUEUES) {
    const ids = queueOutputs(name);
    new CfnOutput(stack, ids.queue, { value: queues[name].queue.queueUrl });
    new CfnOutput(stack, ids.deadLetters, { value: queues[name].deadLetters.queueUrl });
  }
}
