// Where rosters arrive and where receipts are put: two buckets, so that nothing the pipeline writes can start it again.
// Both are private, versioned, encrypted with the province's key, reachable over TLS only, logged, and outlive the stack.
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { AnyPrincipal, Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  CfnBucket,
  HttpMethods,
  type LifecycleRule,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import {
  ENV,
  RECEIPTS_PREFIX,
  REFERENCE_PREFIXES,
  REFERENCE_RECEIPTS_PREFIX,
  REFUSED_RECEIPTS_PREFIX,
  REJECTED_ROWS_TAG,
  ROSTERS_PREFIX,
} from "#shared/names.ts";
import type { Retention } from "../province.ts";
import type { DataKey } from "./data-key.ts";
import { pinLogicalId } from "./pin-logical-id.ts";
import type { PipelineFunction } from "./pipeline-function.ts";

const CLOSED: BucketProps = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN,
};

export class ProvinceBuckets extends Construct {
  readonly rosters: Bucket;
  readonly receipts: Bucket;

  constructor(scope: Construct, key: DataKey, retention: Retention) {
    super(scope, "Buckets");
    const accessLogs = new Bucket(this, "AccessLogs", {
      ...CLOSED,
      // S3 delivers access logs only to buckets under its own keys.
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ id: "a-year", expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(1) }],
    });
    pinLogicalId(accessLogs, "AccessLogsBucket");
    const holdsData: BucketProps = {
      ...CLOSED,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      serverAccessLogsBucket: accessLogs,
    };
    this.rosters = new Bucket(this, "Rosters", {
      ...holdsData,
      lifecycleRules: [
        ...forAll(retention),
        { id: "uploaded-rosters", prefix: ROSTERS_PREFIX, expiration: Duration.days(retention.rosterDays) },
      ],
      serverAccessLogsPrefix: ROSTERS_PREFIX,
      // An upload page is a file that somebody opens: it has no origin. What it may put is said by the form that was signed for it.
      cors: [{ allowedMethods: [HttpMethods.POST], allowedOrigins: ["*"] }],
    });
    pinLogicalId(this.rosters, "RostersBucket");
    sendEventsToEventBridge(this.rosters);
    this.receipts = new Bucket(this, "Receipts", {
      ...holdsData,
      lifecycleRules: [
        ...forAll(retention),
        { id: "receipts", prefix: RECEIPTS_PREFIX, expiration: Duration.days(retention.receiptDays) },
        // They stand beside the receipt, which stays: a tag tells them apart, not a prefix. Nothing is kept of them once they have expired.
        {
          id: "rejected-rows",
          tagFilters: { [REJECTED_ROWS_TAG.key]: REJECTED_ROWS_TAG.value },
          expiration: Duration.days(retention.rejectedRowsDays),
          noncurrentVersionExpiration: Duration.days(1),
        },
      ],
      serverAccessLogsPrefix: RECEIPTS_PREFIX,
    });
    pinLogicalId(this.receipts, "ReceiptsBucket");
    for (const bucket of [this.rosters, this.receipts]) bucket.addToResourcePolicy(onlyWithCustomerKey(bucket));
  }

  /** Every new object under rosters/ becomes a message as EventBridge tells it; what the queue would not take lies with its dead letters. */
  sendUploadsTo(queue: IQueue, deadLetterQueue: IQueue): void {
    this.#sendObjects("RosterUploaded", [ROSTERS_PREFIX], { queue, deadLetterQueue });
  }

  /** The same of reference data. */
  sendReferenceTo(queue: IQueue, deadLetterQueue: IQueue): void {
    this.#sendObjects("ReferenceUploaded", REFERENCE_PREFIXES, { queue, deadLetterQueue });
  }

  #sendObjects(
    name: string,
    prefixes: readonly string[],
    { queue, deadLetterQueue }: { readonly queue: IQueue; readonly deadLetterQueue: IQueue },
  ): void {
    new Rule(this, name, {
      description: `An object was put into the Rosters bucket under ${prefixes.join(", ")}`,
      eventPattern: {
        source: ["aws.s3"],
        detailType: ["Object Created"],
        detail: {
          bucket: { name: [this.rosters.bucketName] },
          object: { key: prefixes.map((prefix) => ({ prefix })) },
        },
      },
      targets: [new SqsQueue(queue, { deadLetterQueue })],
    });
  }

  grantReadRosters(to: PipelineFunction): void {
    this.#grantReadUploads(to, [ROSTERS_PREFIX]);
    to.addEnvironment(ENV.rostersBucket, this.rosters.bucketName);
  }

  /** Which files are there, with all their versions, and not what is in them. */
  grantListRosters(to: PipelineFunction): void {
    to.allow(["s3:ListBucketVersions"], this.rosters.bucketArn);
    to.addEnvironment(ENV.rostersBucket, this.rosters.bucketName);
  }

  /** Whether a file without a usable roster was answered; receipts hold no person. */
  grantReadRefusals(to: PipelineFunction): void {
    to.allow(["s3:GetObject"], this.receipts.arnForObjects(`${REFUSED_RECEIPTS_PREFIX}*`));
    to.allow(["s3:ListBucket"], this.receipts.bucketArn);
    to.allowKeyThrough("s3");
    to.addEnvironment(ENV.receiptsBucket, this.receipts.bucketName);
  }

  /** The events name the bucket. */
  grantReadReference(to: PipelineFunction): void {
    this.#grantReadUploads(to, REFERENCE_PREFIXES);
  }

  /** Without ListBucket, S3 answers 403 instead of 404 for an object that is gone. */
  #grantReadUploads(to: PipelineFunction, prefixes: readonly string[]): void {
    const objects = prefixes.map((prefix) => this.rosters.arnForObjects(`${prefix}*`));
    to.allow(["s3:GetObject", "s3:GetObjectVersion"], ...objects);
    to.allow(["s3:ListBucket"], this.rosters.bucketArn);
    to.allowKeyThrough("s3");
  }

  /** Rejected rows are told apart by a tag. */
  grantWriteRejectedRows(to: PipelineFunction): void {
    to.allow(["s3:PutObjectTagging"], this.receipts.arnForObjects(`${RECEIPTS_PREFIX}*`));
  }

  grantReadWriteReceipts(to: PipelineFunction): void {
    this.#grantReadWriteReceipts(to, RECEIPTS_PREFIX);
  }

  grantReadWriteReferenceReceipts(to: PipelineFunction): void {
    this.#grantReadWriteReceipts(to, REFERENCE_RECEIPTS_PREFIX);
  }

  #grantReadWriteReceipts(to: PipelineFunction, prefix: string): void {
    to.allow(["s3:GetObject", "s3:PutObject"], this.receipts.arnForObjects(`${prefix}*`));
    to.allow(["s3:ListBucket"], this.receipts.bucketArn);
    to.allowKeyThrough("s3");
    to.addEnvironment(ENV.receiptsBucket, this.receipts.bucketName);
  }
}

/** In both buckets, under every prefix. A key of which only its deletion is left goes as well. */
function forAll({ replacedDays }: Retention): LifecycleRule[] {
  return [
    { id: "replaced-versions", noncurrentVersionExpiration: Duration.days(replacedDays) },
    { id: "unfinished-uploads", abortIncompleteMultipartUploadAfter: Duration.days(7) },
    { id: "deletions", expiredObjectDeleteMarker: true },
  ];
}

/** Who asks for no encryption gets the bucket's; who asks for another kind is refused. */
function onlyWithCustomerKey(bucket: Bucket): PolicyStatement {
  return new PolicyStatement({
    sid: "OnlyWithCustomerKey",
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ["s3:PutObject"],
    resources: [bucket.arnForObjects("*")],
    conditions: {
      Null: { "s3:x-amz-server-side-encryption": "false" },
      StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
    },
  });
}

/** CDK's own switch would add a custom resource with a function of its own; CloudFormation can do it since 2021. */
function sendEventsToEventBridge(bucket: Bucket): void {
  const resource = bucket.node.defaultChild;
  if (resource instanceof CfnBucket)
    resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
}
