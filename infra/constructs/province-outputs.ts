// The stack's outputs: all that the commands need to know of a deployed province.
import { CfnOutput } from "aws-cdk-lib";
import type { Construct } from "constructs";
import {
  DEAD_LETTERS,
  type DeadLettersName,
  deadLettersOutput,
  OUTPUTS,
  QUEUES,
  type QueueName,
  queueOutputs,
} from "#shared/names.ts";
import type { QueueWithDeadLetters } from "./queue-with-dead-letters.ts";

export function writeOutputs(stack: Construct, values: Readonly<Record<keyof typeof OUTPUTS, string>>): void {
  for (const [name, id] of Object.entries(OUTPUTS)) {
    new CfnOutput(stack, id, { value: values[name as keyof typeof OUTPUTS] });
  }
}

export function writeQueueOutputs(stack: Construct, queues: Readonly<Record<QueueName, QueueWithDeadLetters>>): void {
  for (const name of QUEUES) new CfnOutput(stack, queueOutputs(name).queue, { value: queues[name].queue.queueUrl });
}

export function writeDeadLettersOutputs(
  stack: Construct,
  deadLetters: Readonly<Record<DeadLettersName, { readonly queueUrl: string }>>,
): void {
  for (const name of DEAD_LETTERS) new CfnOutput(stack, deadLettersOutput(name), { value: deadLetters[name].queueUrl });
}
