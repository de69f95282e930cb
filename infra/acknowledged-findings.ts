// Every finding of cdk-nag's AwsSolutions and of cfn-lint that is accepted, with its reason and where; any other of cdk-nag stops the synthesis.
import { type Stack, Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import {
  RECEIPTS_PREFIX,
  REFERENCE_PREFIXES,
  REFERENCE_RECEIPTS_PREFIX,
  REFUSED_RECEIPTS_PREFIX,
  ROSTERS_PREFIX,
} from "#shared/names.ts";
import { prefixesOf } from "./constructs/uploaders.ts";
import type { Uploader } from "./province.ts";

interface Finding {
  /** Construct path below the stack; not every province has every construct. */
  readonly at: string;
  readonly id: string;
  readonly reason: string;
}

const FINDINGS: readonly Finding[] = [
  {
    at: "PseudonymSecret",
    id: "AwsSolutions-SMG4",
    reason:
      "Rotated behind the pipeline's back, the secret would give every worker a second id. Changing it means writing every current version anew.",
  },
  {
    at: "validate-roster-role",
    id: objects("RostersBucket", ROSTERS_PREFIX),
    reason: "Reads whatever roster was uploaded: the names of files are the uploaders'.",
  },
  {
    at: "validate-roster-role",
    id: objects("ReceiptsBucket", RECEIPTS_PREFIX),
    reason: "Writes a receipt per upload, named by roster and upload.",
  },
  {
    at: "apply-enrolments-role",
    id: objects("ReceiptsBucket", RECEIPTS_PREFIX),
    reason: "Marks the receipt of any upload as applied.",
  },
  {
    at: "reconcile-province-role",
    id: objects("ReceiptsBucket", REFUSED_RECEIPTS_PREFIX),
    reason: "Looks whether a file without a usable roster was answered; receipts are named by upload.",
  },
  ...REFERENCE_PREFIXES.map((prefix) => ({
    at: "store-reference-role",
    id: objects("RostersBucket", prefix),
    reason: "Reads whatever reference data were uploaded: the names of files are the uploaders'.",
  })),
  {
    at: "store-reference-role",
    id: objects("ReceiptsBucket", REFERENCE_RECEIPTS_PREFIX),
    reason: "Writes a receipt per upload, named by kind and upload.",
  },
  {
    at: "AlertSubscriptions/alert-delivery-dead-letters",
    id: "AwsSolutions-SQS3",
    reason:
      "It is a dead-letter queue itself, of subscriptions to a topic; the rule looks at queues, functions and schedules only.",
  },
];

export function acknowledgeFindings(stack: Stack, uploaders: readonly Uploader[]): void {
  for (const finding of [...FINDINGS, ...uploaders.flatMap(findingsOf)]) {
    const construct = finding.at
      .split("/")
      .reduce((scope: IConstruct | undefined, id) => scope?.node.tryFindChild(id), stack);
    if (construct === undefined) continue;
    Validations.of(construct).acknowledge({ id: finding.id, reason: finding.reason });
  }
  // W3005: CDK makes a function wait for its role and for the role's policy; the first follows from the function anyway and does no harm.
  stack.templateOptions.metadata = { "cfn-lint": { config: { ignore_checks: ["W3005"] } } };
}

function findingsOf(uploader: Uploader): readonly Finding[] {
  return prefixesOf(uploader).map((prefix) => ({
    at: `Uploaders/${uploader.name}`,
    id: objects("RostersBucket", prefix),
    reason: "Uploads files of any name, but only where infra/provinces.ts lets this uploader.",
  }));
}

/** How cdk-nag names a permission on all objects under a prefix. */
function objects(bucket: "RostersBucket" | "ReceiptsBucket", prefix: string): string {
  return `AwsSolutions-IAM5[Resource::<${bucket}.Arn>/${prefix}*]`;
}
