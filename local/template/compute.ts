// Functions, event source mappings and schedules of the template.
import * as z from "zod";
import { flag, number } from "./fields.ts";
import type { ResolvedTemplate } from "./scope.ts";

export interface FunctionResource {
  readonly logicalId: string;
  readonly name: string;
  readonly arn: string;
  /** Key under which the bundle would lie in the assets bucket. */
  readonly assetKey: string;
  /** `{file without ending}.{export}`. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** How often an asynchronous invocation (the schedule's) is tried again. */
  readonly asyncRetries: number;
  /** Where an asynchronous invocation goes that failed for good. */
  readonly asyncDeadLetterArn: string | null;
}

export interface EventSourceResource {
  readonly functionName: string;
  readonly queueArn: string;
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly reportsBatchItemFailures: boolean;
}

export interface ScheduleResource {
  readonly name: string;
  readonly arn: string;
  readonly expression: string;
  readonly timezone: string;
  readonly targetArn: string;
  /** The text sent, with the scheduler's `<aws.scheduler.…>` words in it; null: the event of an EventBridge rule. */
  readonly input: string | null;
}

const functionShape = z.looseObject({
  Runtime: z.string(),
  Code: z.looseObject({ S3Key: z.string().optional() }),
  Handler: z.string(),
  Timeout: number.default(3),
  MemorySize: number.default(128),
  Environment: z.looseObject({ Variables: z.record(z.string(), z.string()).default({}) }).optional(),
  DeadLetterConfig: z.looseObject({ TargetArn: z.string().optional() }).optional(),
});
const invokeConfigShape = z.looseObject({
  FunctionName: z.string(),
  MaximumRetryAttempts: number.optional(),
  DestinationConfig: z.looseObject({ OnFailure: z.looseObject({ Destination: z.string() }).optional() }).optional(),
});

/** Functions that run Node from a bundle; CDK's own providers of custom resources in other runtimes have nothing to do here. */
export function readFunctions(template: ResolvedTemplate): readonly FunctionResource[] {
  const invokeConfigs = template
    .resources("AWS::Lambda::EventInvokeConfig")
    .map(({ properties }) => invokeConfigShape.parse(properties));
  return template.resources("AWS::Lambda::Function").flatMap(({ logicalId, identity, properties }) => {
    const it = functionShape.parse(properties);
    if (!it.Runtime.startsWith("nodejs") || it.Code.S3Key === undefined) return [];
    const config = invokeConfigs.find(({ FunctionName }) => FunctionName === identity.name);
    return [
      {
        logicalId,
        name: identity.name,
        arn: identity.arn,
        assetKey: it.Code.S3Key,
        handler: it.Handler,
        environment: it.Environment?.Variables ?? {},
        timeoutSeconds: it.Timeout,
        memoryMb: it.MemorySize,
        asyncRetries: config?.MaximumRetryAttempts ?? 2,
        asyncDeadLetterArn: config?.DestinationConfig?.OnFailure?.Destination ?? it.DeadLetterConfig?.TargetArn ?? null,
      },
    ];
  });
}

const eventSourceShape = z.looseObject({
  FunctionName: z.string(),
  EventSourceArn: z.string().startsWith("arn:aws:sqs:", "only queues feed functions on this machine"),
  BatchSize: number.default(10),
  MaximumBatchingWindowInSeconds: number.default(0),
  FunctionResponseTypes: z.array(z.string()).default([]),
  Enabled: flag.default(true),
  FilterCriteria: z.undefined({ error: "filters of event sources are not built on this machine" }).optional(),
});

export function readEventSources(template: ResolvedTemplate): readonly EventSourceResource[] {
  return template
    .resources("AWS::Lambda::EventSourceMapping")
    .map(({ properties }) => eventSourceShape.parse(properties))
    .filter(({ Enabled }) => Enabled)
    .map((it) => ({
      functionName: it.FunctionName,
      queueArn: it.EventSourceArn,
      batchSize: it.BatchSize,
      windowSeconds: it.MaximumBatchingWindowInSeconds,
      reportsBatchItemFailures: it.FunctionResponseTypes.includes("ReportBatchItemFailures"),
    }));
}

const scheduleShape = z.looseObject({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  State: z.string().default("ENABLED"),
  Target: z.looseObject({ Arn: z.string(), Input: z.string().default("{}") }),
});
const scheduledRuleShape = z.looseObject({
  ScheduleExpression: z.string().optional(),
  State: z.string().default("ENABLED"),
  Targets: z.array(z.looseObject({ Arn: z.string(), Input: z.string().optional() })).default([]),
});

export function readSchedules(template: ResolvedTemplate): readonly ScheduleResource[] {
  const schedules = template.resources("AWS::Scheduler::Schedule").map(({ identity, properties }) => {
    const it = scheduleShape.parse(properties);
    const { name, arn } = identity;
    return {
      name,
      arn,
      state: it.State,
      expression: it.ScheduleExpression,
      timezone: it.ScheduleExpressionTimezone,
      targetArn: it.Target.Arn,
      input: it.Target.Input,
    };
  });
  const rules = template.resources("AWS::Events::Rule").flatMap(({ identity, properties }) => {
    const it = scheduledRuleShape.parse(properties);
    const { name, arn } = identity;
    const expression = it.ScheduleExpression;
    if (expression === undefined) return [];
    return it.Targets.map((target) => ({
      name,
      arn,
      state: it.State,
      expression,
      timezone: "UTC",
      targetArn: target.Arn,
      input: target.Input ?? null,
    }));
  });
  return [...schedules, ...rules]
    .filter(({ state }) => state === "ENABLED")
    .map(({ state: _, ...schedule }) => schedule);
}
