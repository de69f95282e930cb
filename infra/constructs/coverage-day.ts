// The daily run: at 00:10 in Jakarta, when a day and with it perhaps a month of protection has just ended. The function is given the schedule's
// own time, so that a late run still evaluates the day that was meant.
import { Duration, Stack, TimeZone } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { Construct } from "constructs";
import type { DataKey } from "./data-key.ts";
import type { DeadLetters } from "./dead-letters.ts";
import type { Operators } from "./operators.ts";
import type { PipelineFunction } from "./pipeline-function.ts";

interface CoverageDayProps {
  readonly province: string;
  readonly key: DataKey;
  readonly operators: Operators;
  readonly starts: PipelineFunction;
  readonly deadLetters: DeadLetters;
}

export class CoverageDay extends Construct {
  constructor(scope: Construct, { province, key, operators, starts, deadLetters }: CoverageDayProps) {
    super(scope, "CoverageDay");
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("scheduler.amazonaws.com", {
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ["lambda:InvokeFunction"], resources: [starts.functionArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ["sqs:SendMessage"], resources: [deadLetters.queueArn] }));
    role.addToPolicy(key.useThrough("sqs"));

    new Schedule(this, "Schedule", {
      scheduleName: `cakupan-${province}-coverage-day`,
      description: "Evaluates the coverage of every regency as of the day that begins",
      schedule: ScheduleExpression.cron({ hour: "0", minute: "10", timeZone: TimeZone.of("Asia/Jakarta") }),
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
      name: "coverage-day-missed",
      metric: starts.metricInvocations({ period: Duration.hours(1), statistic: "Sum" }),
      threshold: 1,
      below: true,
      // A day and two hours: one run may be a little later than the one before. Rings once after the first deployment, until the first midnight.
      periods: 26,
      meaning: `No daily run for 26 hours. ${starts.errorImpact}`,
    });
  }
}
