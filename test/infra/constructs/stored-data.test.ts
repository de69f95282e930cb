// Buckets, tables, key and secret: what must hold wherever data of people lie.
import type { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { list, propertiesOf, statementsOf, type Tree, templateOf } from "../synthesised.ts";

const template = templateOf(province("14"));
const buckets = propertiesOf(template, "AWS::S3::Bucket");
const bucketPolicies = Object.values(propertiesOf(template, "AWS::S3::BucketPolicy"));

/** Lifecycle rules of a bucket by their id. */
function rulesOf(of: Template, bucket: string): Readonly<Record<string, Tree>> {
  const { LifecycleConfiguration } = propertiesOf(of, "AWS::S3::Bucket")[bucket] ?? {};
  const rules = list((LifecycleConfiguration as Tree).Rules) as Tree[];
  return Object.fromEntries(rules.map((rule) => [String(rule.Id), rule]));
}

test.each([
  "DataKey",
  "PseudonymSecret",
  "RostersBucket",
  "ReceiptsBucket",
  "AccessLogsBucket",
  "RegistryTable",
  "CoverageTable",
])("%s outlives the stack and its own replacement", (id) => {
  expect(template.toJSON().Resources[id]).toMatchObject({ DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" });
});

describe.each(["RostersBucket", "ReceiptsBucket", "AccessLogsBucket"])("%s", (id) => {
  test("is private, versioned and without access lists", () => {
    expect(buckets[id]).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: "Enabled" },
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
    });
  });

  test("is reached over TLS only, 1.2 or newer", () => {
    const statements = bucketPolicies.filter((one) => one.Bucket === id).flatMap((one) => statementsOf(one));
    const everything = { Effect: "Deny", Action: "s3:*", Principal: { AWS: "*" }, Resource: [id, `${id}/*`] };
    expect(statements).toContainEqual({ ...everything, Condition: { Bool: { "aws:SecureTransport": "false" } } });
    expect(statements).toContainEqual({ ...everything, Condition: { NumericLessThan: { "s3:TlsVersion": 1.2 } } });
  });
});

describe.each(["RostersBucket", "ReceiptsBucket"])("%s", (id) => {
  test("is encrypted with the province's key, refuses another encryption, and logs who came", () => {
    expect(buckets[id]).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            BucketKeyEnabled: true,
            ServerSideEncryptionByDefault: { KMSMasterKeyID: "DataKey", SSEAlgorithm: "aws:kms" },
          },
        ],
      },
      LoggingConfiguration: { DestinationBucketName: "AccessLogsBucket" },
    });
    const statements = bucketPolicies.filter((one) => one.Bucket === id).flatMap((one) => statementsOf(one));
    expect(statements).toContainEqual(
      expect.objectContaining({ Sid: "OnlyWithCustomerKey", Effect: "Deny", Action: "s3:PutObject" }),
    );
  });

  test("lets replaced versions go, gives up uploads unfinished for a week, and keeps no trace of keys that are gone", () => {
    expect(rulesOf(template, id)).toMatchObject({
      "replaced-versions": { NoncurrentVersionExpiration: { NoncurrentDays: 90 } },
      "unfinished-uploads": { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
      deletions: { ExpiredObjectDeleteMarker: true },
    });
  });
});

describe("how long files are kept", () => {
  const own = { rosterDays: 60, replacedDays: 20, rejectedRowsDays: 10, receiptDays: 400, logDays: 30 };
  const other = templateOf(province("14", { retention: own }));

  test("uploaded rosters go after 25 months by default, and nothing else of their bucket does", () => {
    const { "uploaded-rosters": uploaded, ...others } = rulesOf(template, "RostersBucket");
    expect(uploaded).toEqual({ Id: "uploaded-rosters", Prefix: "rosters/", Status: "Enabled", ExpirationInDays: 762 });
    for (const rule of Object.values(others)) expect(rule).not.toHaveProperty("ExpirationInDays");
  });

  test("rejected rows, which hold NIK, go before the receipt beside them, and leave no older version behind", () => {
    expect(rulesOf(template, "ReceiptsBucket")).toMatchObject({
      receipts: { Prefix: "receipts/", ExpirationInDays: 1096 },
      "rejected-rows": {
        TagFilters: [{ Key: "holds", Value: "rejected-rows" }],
        ExpirationInDays: 90,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      },
    });
  });

  test("a province may decide otherwise, of logs as well", () => {
    expect(rulesOf(other, "RostersBucket")).toMatchObject({
      "uploaded-rosters": { ExpirationInDays: 60 },
      "replaced-versions": { NoncurrentVersionExpiration: { NoncurrentDays: 20 } },
    });
    expect(rulesOf(other, "ReceiptsBucket")).toMatchObject({
      receipts: { ExpirationInDays: 400 },
      "rejected-rows": { ExpirationInDays: 10 },
    });
    for (const log of Object.values(propertiesOf(other, "AWS::Logs::LogGroup"))) expect(log.RetentionInDays).toBe(30);
  });
});

test.each([
  ["RegistryTable", [{ AttributeName: "slice", KeyType: "HASH" }]],
  [
    "CoverageTable",
    [
      { AttributeName: "scope", KeyType: "HASH" },
      { AttributeName: "item", KeyType: "RANGE" },
    ],
  ],
])(
  "%s has its key, expires what is due, can be restored, and is neither deleted nor read without the province's key",
  (id, keySchema) => {
    expect(propertiesOf(template, "AWS::DynamoDB::Table")[id]).toMatchObject({
      KeySchema: keySchema,
      BillingMode: "PAY_PER_REQUEST",
      TimeToLiveSpecification: { AttributeName: "expiresAt", Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      SSESpecification: { SSEEnabled: true, SSEType: "KMS", KMSMasterKeyId: "DataKey" },
    });
  },
);

test("pages may post signed forms to the Rosters bucket, and read no bucket at all", () => {
  const rules = { CorsRules: [{ AllowedMethods: ["POST"], AllowedOrigins: ["*"] }] };
  expect(Object.entries(buckets).map(([id, properties]) => [id, properties.CorsConfiguration])).toEqual(
    expect.arrayContaining([
      ["RostersBucket", rules],
      ["ReceiptsBucket", undefined],
      ["AccessLogsBucket", undefined],
    ]),
  );
});

test("the key is rotated, and every service but this account's own must name its source to use it, save CloudWatch", () => {
  const key = propertiesOf(template, "AWS::KMS::Key").DataKey ?? {};
  expect(key).toMatchObject({ EnableKeyRotation: true });
  const unconditional = statementsOf(key, "KeyPolicy").filter((one) => one.Condition === undefined);
  expect(unconditional.map((one) => one.Principal)).toEqual([
    { AWS: "arn:aws:iam::AWS::AccountId:root" },
    { Service: "cloudwatch.amazonaws.com" },
  ]);
});

test("the secret is 64 letters and digits that nobody has typed, under the province's key, and is not rotated", () => {
  expect(propertiesOf(template, "AWS::SecretsManager::Secret").PseudonymSecret).toMatchObject({
    KmsKeyId: "DataKey",
    GenerateSecretString: {
      SecretStringTemplate: "{}",
      GenerateStringKey: "key",
      PasswordLength: 64,
      ExcludePunctuation: true,
    },
  });
  expect(propertiesOf(template, "AWS::SecretsManager::RotationSchedule")).toEqual({});
});
