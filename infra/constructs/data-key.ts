// The one customer key that encrypts whatever a province stores or queues. Functions may use it only through the service that they call
// (`kms:ViaService`), so that permission on a queue never opens the secret. The services that deliver on their own are named in its policy.
import { RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import type { Construct } from "constructs";
import { pinLogicalId } from "./pin-logical-id.ts";

const KEY_ACTIONS = {
  s3: ["kms:Decrypt", "kms:GenerateDataKey"],
  sqs: ["kms:Decrypt", "kms:GenerateDataKey"],
  sns: ["kms:Decrypt", "kms:GenerateDataKey"],
  secretsmanager: ["kms:Decrypt"],
  // Without CreateGrant: only who creates a table needs it.
  dynamodb: [
    "kms:Decrypt",
    "kms:DescribeKey",
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
  ],
} as const;

/** A service through which a function or an uploader may use the key. */
export type KeyedService = keyof typeof KEY_ACTIONS;

export class DataKey extends Key {
  constructor(scope: Construct, province: string) {
    super(scope, "DataKey", {
      alias: `cakupan-${province}`,
      description: `Encrypts the data of Cakupan in province ${province}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    pinLogicalId(this, "DataKey");
    // Without this an alarm to an encrypted topic is silently dead (aws-cdk#11121). CloudWatch sends no source account with the call to KMS;
    // whose alarms may publish is decided by the topic's policy.
    this.letServiceUse("cloudwatch.amazonaws.com", {});
    const { account, region, partition } = Stack.of(scope);
    this.letServiceUse(`logs.${region}.amazonaws.com`, {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:${partition}:logs:${region}:${account}:log-group:*` },
    });
  }

  /** Lets a service that delivers into our queues and topics encrypt what it delivers. */
  letServiceUse(service: string, conditions: Record<string, unknown>): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: `For${service.split(".")[0]?.replace(/^./, (letter) => letter.toUpperCase())}`,
        principals: [new ServicePrincipal(service)],
        actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
        resources: ["*"],
        conditions,
      }),
    );
  }

  /** What a role needs to use the key through a service, and through nothing else. */
  useThrough(service: KeyedService): PolicyStatement {
    return new PolicyStatement({
      actions: [...KEY_ACTIONS[service]],
      resources: [this.keyArn],
      conditions: { StringEquals: { "kms:ViaService": `${service}.${Stack.of(this).region}.amazonaws.com` } },
    });
  }
}
