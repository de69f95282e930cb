// Buckets, tables, key and secret: what must hold wherever data of people lie.
import { describe, expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { propertiesOf, statementsOf, templateOf } from "../synthesised.ts";

const template = templateOf(province("14"));
const buckets = propertiesOf(template, "AWS::S3::Bucket");
const bucketPolicies = Object.values(propertiesOf(template, "AWS::S3::BucketPolicy"));

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

  test("lets replaced versions go after 90 days and gives up uploads unfinished for a week", () => {
    expect(buckets[id]).toMatchObject({
      LifecycleConfiguration: {
        Rules: [
          { NoncurrentVersionExpiration: { NoncurrentDays: 90 } },
          { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
        ],
      },
    });
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
