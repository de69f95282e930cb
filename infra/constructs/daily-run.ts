// A function that a schedule calls once a day. It is given the schedule's own time, so that a late run still does what that day was meant to have;
// what could not be called, or failed for good, is kept, and a day without a run rings.
import { Duration, Stack, TimeZone } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import type { DataKey } from "./data-key.ts";
import type { DeadLetters } from "./dead-letters.ts";
import type { Operators } from "./operators.ts";
import type { PipelineFunction } from "./pipeline-function.ts";

interface DailyRunProps {
  readonly province: string;
  readonly key: DataKey;
  readonly operators: Operators;
  /** The schedule is `cakupan-{province}-{name}`, its alarm `{name}-missed`. */
  readonly name: string;
  readonly description: string;
  /** In Asia/Jakarta. */
  readonly at: { readonly hour: string; readonly minute: string };
  readonly starts: PipelineFunction;
  readonly deadLetters: DeadLetters;
}

export class DailyRun extends Construct {
  constructor(scope: Construct, id: string, props: DailyRunProps) {
    super(scope, id);
    const { province, key, operators, name, description, at, starts, deadLetters } = props;
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [starts.functionArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [deadLetters.queueArn] }));
    role.addToPolicy(key.useThrough("sqs"));

    new Schedule(this, "Schedule", {
      scheduleName: `cakupan-${province}-${name}`,
      description,
      schedule: ScheduleExpression.cron({ ...at, timeZone: TimeZone.of("Asia/Jakarta") }),
      // Not CDK's own Lambda target: that one may call every version of the function as well.
      target: {
        bind: () => ({
          arn: starts.functionArn,
          role,
          input: ScheduleTargetInput.fromObject({ time: ContextAttribute.scheduledTime }),
          deadLetterConfig: { arn: deadLetters.queueArn },
          retryPolicy: { maximumEventAgeInSeconds: Duration.hours(12).toSeconds(), maximumRetryAttempts: 20 },
        }),
      },
    });
    operators.alarm({
      name: `${name}-missed`,
      metric: starts.metricInvocations({ period: Duration.hours(1), statistic: "Sum" }),
      threshold: 1,
      below: true,
      // A day and two hours: one run may be a little later than the one before. Rings once after the first deployment, until the first run.
      periods: 26,
      meaning: `No daily run for 26 hours. ${starts.errorImpact}`,
    });
  }
}
