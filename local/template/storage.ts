// Buckets, tables and secrets of the template.
import * as z from "zod";
import { flag, number } from "./fields.ts";
import type { ResolvedTemplate } from "./scope.ts";

export interface BucketResource {
  readonly name: string;
  /** Whether its object events go to EventBridge. */
  readonly sendsEvents: boolean;
  /** Origins whose pages may post files and read the answer. */
  readonly postOrigins: readonly string[];
}

export interface TableResource {
  readonly name: string;
  readonly keySchema: readonly { readonly AttributeName: string; readonly KeyType: string }[];
  readonly attributes: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  /** Attribute by which items expire; kept for reading, nothing expires on this machine. */
  readonly expiresBy: string | null;
}

export interface SecretResource {
  readonly name: string;
  readonly arn: string;
  readonly value: string | null;
  readonly generate: GenerateSecret | null;
}

const eventBridge = z.looseObject({
  EventBridgeConfiguration: z.looseObject({ EventBridgeEnabled: flag.default(true) }).optional(),
});
const corsRule = z.looseObject({ AllowedMethods: z.array(z.string()), AllowedOrigins: z.array(z.string()) });
const bucketShape = z.looseObject({
  NotificationConfiguration: eventBridge.optional(),
  CorsConfiguration: z.looseObject({ CorsRules: z.array(corsRule) }).optional(),
});
// CDK switches EventBridge on by a custom resource beside the bucket.
const notificationsShape = z.looseObject({ BucketName: z.string(), NotificationConfiguration: eventBridge });

export function readBuckets(template: ResolvedTemplate): readonly BucketResource[] {
  const switchedOn = new Set(
    template
      .resources("Custom::S3BucketNotifications")
      .map(({ properties }) => notificationsShape.parse(properties))
      .filter((it) => it.NotificationConfiguration.EventBridgeConfiguration?.EventBridgeEnabled === true)
      .map((it) => it.BucketName),
  );
  return template.resources("AWS::S3::Bucket").map(({ identity, properties }) => {
    const { NotificationConfiguration: events, CorsConfiguration: cors } = bucketShape.parse(properties);
    const own = events?.EventBridgeConfiguration?.EventBridgeEnabled;
    return {
      name: identity.name,
      sendsEvents: own === true || switchedOn.has(identity.name),
      postOrigins: (cors?.CorsRules ?? [])
        .filter((rule) => rule.AllowedMethods.includes("POST"))
        .flatMap((rule) => rule.AllowedOrigins),
    };
  });
}

const tableShape = z.looseObject({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  TimeToLiveSpecification: z.looseObject({ AttributeName: z.string().optional(), Enabled: flag }).optional(),
  GlobalSecondaryIndexes: z.undefined({ error: "global secondary indexes are not built on this machine" }).optional(),
  LocalSecondaryIndexes: z.undefined({ error: "local secondary indexes are not built on this machine" }).optional(),
});

export function readTables(template: ResolvedTemplate): readonly TableResource[] {
  return template.resources("AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable").map(({ identity, properties }) => {
    const table = tableShape.parse(properties);
    return {
      name: identity.name,
      keySchema: table.KeySchema,
      attributes: table.AttributeDefinitions,
      expiresBy: table.TimeToLiveSpecification?.AttributeName ?? null,
    };
  });
}

const generateShape = z.looseObject({
  SecretStringTemplate: z.string().optional(),
  GenerateStringKey: z.string().optional(),
  PasswordLength: number.default(32),
  ExcludeCharacters: z.string().default(""),
  ExcludeLowercase: flag.default(false),
  ExcludeUppercase: flag.default(false),
  ExcludeNumbers: flag.default(false),
  ExcludePunctuation: flag.default(false),
});
export type GenerateSecret = z.infer<typeof generateShape>;
const secretShape = z.looseObject({
  SecretString: z.string().optional(),
  GenerateSecretString: generateShape.optional(),
});

export function readSecrets(template: ResolvedTemplate): readonly SecretResource[] {
  return template.resources("AWS::SecretsManager::Secret").map(({ identity, properties }) => {
    const secret = secretShape.parse(properties);
    return {
      name: identity.name,
      arn: identity.arn,
      value: secret.SecretString ?? null,
      generate: secret.GenerateSecretString ?? null,
    };
  });
}
