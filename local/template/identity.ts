// What Ref and Fn::GetAtt give for each resource: the names, ARNs and URLs that it has on this machine.
// A resource without a name of its own is called by stack and logical id, so the names are the same in every run.
export const LOCAL_ACCOUNT = "000000000000";

export interface Place {
  readonly stackName: string;
  readonly region: string;
  /** Where SQS is, e.g. `http://127.0.0.1:4566`. */
  readonly queueEndpoint: string;
}

export interface Identity {
  readonly name: string;
  readonly arn: string;
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Property that names a resource of the type, and the service of its ARN. */
const NAMING: Readonly<Record<string, readonly [property: string, arn: (name: string, at: string) => string]>> = {
  "AWS::S3::Bucket": ["BucketName", (name) => `arn:aws:s3:::${name}`],
  "AWS::DynamoDB::Table": ["TableName", (name, at) => `arn:aws:dynamodb:${at}:table/${name}`],
  "AWS::DynamoDB::GlobalTable": ["TableName", (name, at) => `arn:aws:dynamodb:${at}:table/${name}`],
  "AWS::SQS::Queue": ["QueueName", (name, at) => `arn:aws:sqs:${at}:${name}`],
  "AWS::SNS::Topic": ["TopicName", (name, at) => `arn:aws:sns:${at}:${name}`],
  "AWS::Lambda::Function": ["FunctionName", (name, at) => `arn:aws:lambda:${at}:function:${name}`],
  "AWS::SecretsManager::Secret": ["Name", (name, at) => `arn:aws:secretsmanager:${at}:secret:${name}-local1`],
  "AWS::Events::Rule": ["Name", (name, at) => `arn:aws:events:${at}:rule/${name}`],
  "AWS::Scheduler::Schedule": ["Name", (name, at) => `arn:aws:scheduler:${at}:schedule/default/${name}`],
  "AWS::IAM::Role": ["RoleName", (name) => `arn:aws:iam::${LOCAL_ACCOUNT}:role/${name}`],
  "AWS::KMS::Key": ["KeyName", (name, at) => `arn:aws:kms:${at}:key/${name}`],
};

/** `named` is the resolved value of the resource's own name property, if it has one. */
export function identify(type: string, logicalId: string, named: unknown, place: Place): Identity {
  const own = typeof named === "string" ? named : `${place.stackName}-${logicalId}`;
  const name = type === "AWS::S3::Bucket" ? own.toLowerCase().slice(0, 63) : own;
  const at = `${place.region}:${LOCAL_ACCOUNT}`;
  const arn = NAMING[type]?.[1](name, at) ?? `arn:aws:local:${at}:${logicalId}`;
  const identity = { name, arn };
  switch (type) {
    case "AWS::SQS::Queue":
      return {
        ...identity,
        ref: `${place.queueEndpoint}/${LOCAL_ACCOUNT}/${name}`,
        attributes: { Arn: arn, QueueName: name },
      };
    case "AWS::SNS::Topic":
      return { ...identity, ref: arn, attributes: { TopicArn: arn, TopicName: name } };
    case "AWS::SecretsManager::Secret":
      return { ...identity, ref: arn, attributes: { Id: arn } };
    case "AWS::DynamoDB::Table":
    case "AWS::DynamoDB::GlobalTable":
      return { ...identity, ref: name, attributes: { Arn: arn, StreamArn: `${arn}/stream/local` } };
    case "AWS::S3::Bucket":
      return { ...identity, ref: name, attributes: { Arn: arn, DomainName: `${name}.s3.amazonaws.com` } };
    default:
      return { ...identity, ref: name, attributes: { Arn: arn } };
  }
}

/** The property by which a resource of the type is named, if the type has one. */
export function nameProperty(type: string): string | undefined {
  return NAMING[type]?.[0];
}
