// Which resource types of the template have a meaning on one machine. Every other type is an error: a new kind of resource
// must be given a local meaning, or be said to have none, before the province runs here.

/** Types of which the local province makes something. */
const BUILT_TYPES = [
  "AWS::S3::Bucket",
  "AWS::DynamoDB::Table",
  "AWS::DynamoDB::GlobalTable",
  "AWS::SQS::Queue",
  "AWS::SNS::Topic",
  "AWS::SNS::Subscription",
  "AWS::Events::Rule",
  "AWS::Scheduler::Schedule",
  "AWS::Lambda::Function",
  "AWS::Lambda::EventSourceMapping",
  "AWS::Lambda::EventInvokeConfig",
  "AWS::SecretsManager::Secret",
  "Custom::S3BucketNotifications",
] as const;

/** Types without a meaning where there are no accounts, permissions, keys, alarms and retention. */
const IGNORED_TYPES = [
  "AWS::CDK::Metadata",
  "AWS::CloudWatch::Alarm",
  "AWS::CloudWatch::CompositeAlarm",
  "AWS::CloudWatch::Dashboard",
  "AWS::IAM::AccessKey",
  "AWS::IAM::Group",
  "AWS::IAM::ManagedPolicy",
  "AWS::IAM::Policy",
  "AWS::IAM::Role",
  "AWS::IAM::User",
  "AWS::KMS::Alias",
  "AWS::KMS::Key",
  "AWS::Lambda::Permission",
  "AWS::Logs::LogGroup",
  "AWS::Logs::MetricFilter",
  "AWS::Logs::QueryDefinition",
  "AWS::Logs::ResourcePolicy",
  "AWS::S3::BucketPolicy",
  "AWS::SNS::TopicPolicy",
  "AWS::SQS::QueuePolicy",
  "AWS::Scheduler::ScheduleGroup",
  "AWS::SecretsManager::ResourcePolicy",
  "AWS::SecretsManager::RotationSchedule",
  "Custom::LogRetention",
  "Custom::S3AutoDeleteObjects",
] as const;

const BUILT: ReadonlySet<string> = new Set(BUILT_TYPES);
const IGNORED: ReadonlySet<string> = new Set(IGNORED_TYPES);

export function isBuilt(type: string | undefined): boolean {
  return type !== undefined && BUILT.has(type);
}

/** @throws Error naming every resource of a type that is neither built nor knowingly left out */
export function checkResourceTypes(resources: Readonly<Record<string, { readonly Type: string }>>): void {
  const unknown = Object.entries(resources).filter(([, { Type }]) => !BUILT.has(Type) && !IGNORED.has(Type));
  if (unknown.length === 0) return;
  const names = unknown.map(([id, { Type }]) => `${Type} (${id})`).join(", ");
  throw new Error(
    `the template has resources of which the local province knows no meaning: ${names}; see local/template/resource-types.ts`,
  );
}
