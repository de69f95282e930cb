// Who looks after the province's pipeline, and the alarms that reach them. Every alarm is made here, so none is without an action.
import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { DataKey } from "./data-key.ts";
import { EncryptedTopic } from "./encrypted-topic.ts";

/** The finest period at which SQS and Lambda metrics are worth an alarm here. */
export const FIVE_MINUTES = Duration.minutes(5);

interface OperatorsProps {
  readonly province: string;
  readonly key: DataKey;
  readonly emails: readonly string[];
}

interface Alarming {
  /** After `cakupan-{province}-`; also the title of its section in docs/runbook.md. */
  readonly name: string;
  readonly metric: IMetric;
  /** Alarms from this value on, or below it where `below` is set. */
  readonly threshold: number;
  readonly below?: boolean;
  /** How many periods of the metric in a row; 1 by default. */
  readonly periods?: number;
  /** Whether one of the periods is enough: what is found once a day rings until the next day. */
  readonly inAnyOf?: boolean;
  /** What it means for a person. */
  readonly meaning: string;
}

export class Operators extends Construct {
  readonly topic: EncryptedTopic;
  readonly #province: string;

  constructor(scope: Construct, { province, key, emails }: OperatorsProps) {
    super(scope, "Operators");
    this.#province = province;
    this.topic = new EncryptedTopic(this, "operators", { province, key, displayName: `Cakupan ${province} alarms` });
    for (const email of emails) this.topic.addSubscription(new EmailSubscription(email));
    this.#letAlarmsPublish();
  }

  alarm({ name, metric, threshold, below = false, periods = 1, inAnyOf = false, meaning }: Alarming): Alarm {
    const alarm = new Alarm(this, name, {
      alarmName: `cakupan-${this.#province}-${name}`,
      alarmDescription: `${meaning} What to do: docs/runbook.md, section ${name}.`,
      metric,
      threshold,
      evaluationPeriods: periods,
      ...(inAnyOf ? { datapointsToAlarm: 1 } : {}),
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      // Silence is good news about faults, and bad news about what should have happened.
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    return alarm;
  }

  /** A topic with a policy of its own loses the default one, which let the account's alarms publish. */
  #letAlarmsPublish(): void {
    const { account, region, partition } = Stack.of(this);
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: "AlarmsOfThisAccount",
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: {
          StringEquals: { "aws:SourceAccount": account },
          ArnLike: { "aws:SourceArn": `arn:${partition}:cloudwatch:${region}:${account}:alarm:*` },
        },
      }),
    );
  }
}
