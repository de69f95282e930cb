// What nobody in a province may do, whatever the functions need: held against every policy of the template, of identities and of resources.
import { describe, expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { PROVINCES } from "#infra/provinces.ts";
import { FUNCTIONS } from "#shared/names.ts";
import { list, propertiesOf, statementsOf, type Tree, templateOf } from "./synthesised.ts";

const riau = PROVINCES.find(({ code }) => code === "14") ?? province("14");
const template = templateOf(riau);
const functions = Object.values(propertiesOf(template, "AWS::Lambda::Function"));

interface Permission {
  /** The function, or the logical id of a role or user. */
  readonly who: string;
  readonly action: string;
  readonly on: string;
  readonly condition: unknown;
}

/** Everything that any role or user is allowed. */
const allowed: readonly Permission[] = Object.values(propertiesOf(template, "AWS::IAM::Policy")).flatMap((policy) =>
  [...list(policy.Roles), ...list(policy.Users)].flatMap((identity) =>
    statementsOf(policy)
      .filter(({ Effect }) => Effect === "Allow")
      .flatMap((one) =>
        list(one.Action).flatMap((action) =>
          list(one.Resource).map((on) => ({
            who: nameOf(String(identity)),
            action: String(action),
            on: String(on),
            condition: one.Condition,
          })),
        ),
      ),
  ),
);

function nameOf(role: string): string {
  const of = functions.find((one) => one.Role === role);
  return of === undefined ? role : String(of.FunctionName).replace("cakupan-14-", "");
}

const who = (...actions: readonly RegExp[]): readonly string[] => [
  ...new Set(allowed.filter(({ action }) => actions.some((one) => one.test(action))).map((one) => one.who)),
];

test("there are policies to look at, of every function", () => {
  expect(FUNCTIONS.filter((name) => !allowed.some((one) => one.who === name))).toEqual([]);
});

test("no permission is for any action or for any resource; a star only ends a prefix of objects", () => {
  expect(allowed.filter(({ action }) => action.includes("*"))).toEqual([]);
  const starred = allowed.filter(({ on }) => on.includes("*"));
  expect(starred.filter(({ on }) => !/^(Rosters|Receipts)Bucket\/[\w.-]+(\/[\w.-]+)*\/\*$/.test(on))).toEqual([]);
  for (const policy of Object.values(propertiesOf(template, "AWS::IAM::Policy")))
    for (const statement of statementsOf(policy)) {
      expect(statement).not.toHaveProperty("NotAction");
      expect(statement).not.toHaveProperty("NotResource");
    }
});

test("only validate-roster reads the secret, and nobody changes it", () => {
  expect(who(/^secretsmanager:/)).toEqual(["validate-roster"]);
  expect(
    new Set(allowed.filter(({ action }) => action.startsWith("secretsmanager:")).map(({ action }) => action)),
  ).toEqual(new Set(["secretsmanager:GetSecretValue"]));
});

test("who reads what was uploaded is who checks it; the nightly comparison sees the names of files only", () => {
  const reads = (prefix: string) => [
    ...new Set(
      allowed
        .filter(({ action, on }) => /^s3:GetObject/.test(action) && on.startsWith(`RostersBucket/${prefix}`))
        .map((one) => one.who),
    ),
  ];
  expect(reads("rosters/")).toEqual(["validate-roster"]);
  expect(reads("")).toEqual(["validate-roster", "store-reference"]);
  expect(
    allowed
      .filter((one) => one.who === "reconcile-province" && one.action.startsWith("s3:"))
      .map(({ action, on }) => `${action} ${on}`),
  ).toEqual([
    "s3:ListBucketVersions RostersBucket",
    "s3:GetObject ReceiptsBucket/receipts/_refused/*",
    "s3:ListBucket ReceiptsBucket",
  ]);
});

test("nobody deletes an object, a slice or a table; only who writes coverage anew deletes what it replaces", () => {
  expect(
    who(/^s3:Delete/, /^dynamodb:DeleteTable/, /^kms:ScheduleKeyDeletion/, /^sqs:(PurgeQueue|DeleteQueue)/),
  ).toEqual([]);
  const deletes = allowed.filter(({ action }) => action === "dynamodb:DeleteItem");
  expect(deletes.map((one) => [one.who, one.on]).sort()).toEqual([
    ["reconcile-province", "CoverageTable"],
    ["update-coverage", "CoverageTable"],
  ]);
});

test("only apply-enrolments writes slices", () => {
  const writes = allowed.filter(({ action, on }) => on === "RegistryTable" && !/Get/.test(action));
  expect(writes.map((one) => [one.who, one.action])).toEqual([["apply-enrolments", "dynamodb:UpdateItem"]]);
});

test("no function subscribes or unsubscribes anybody, changes a policy, or becomes somebody else", () => {
  expect(
    who(
      /^sns:(Subscribe|Unsubscribe|Set|Add|Remove|ConfirmSubscription)/,
      /Policy$/,
      /Acl$/,
      /^iam:/,
      /^sts:/,
      /^kms:(CreateGrant|Put)/,
    ),
  ).toEqual([]);
  expect(who(/^dynamodb:(Scan|ExportTable|PartiQL)/, /^logs:(?!CreateLogStream|PutLogEvents)/)).toEqual([]);
});

test("whoever may use the key may do so through one named service of this region only", () => {
  const uses = allowed.filter(({ action }) => action.startsWith("kms:"));
  expect(uses).not.toEqual([]);
  for (const { on, condition } of uses) {
    expect(on).toBe("DataKey");
    expect(condition).toEqual({
      StringEquals: {
        "kms:ViaService": expect.stringMatching(
          /^(s3|sqs|sns|dynamodb|secretsmanager)\.ap-southeast-3\.amazonaws\.com$/,
        ),
      },
    });
  }
});

describe("policies of what stores and carries", () => {
  test.each([
    ["AWS::S3::Bucket", "AWS::S3::BucketPolicy", "Bucket", /^s3:/],
    ["AWS::SQS::Queue", "AWS::SQS::QueuePolicy", "Queues", /^sqs:/],
    ["AWS::SNS::Topic", "AWS::SNS::TopicPolicy", "Topics", /^sns:/],
  ])(
    "every %s refuses what does not come over TLS, and lets in only services, from this account or one named source",
    (of, policyType, field, actions) => {
      const policies = Object.values(propertiesOf(template, policyType));
      for (const id of Object.keys(propertiesOf(template, of))) {
        const statements = policies.filter((one) => list(one[field]).includes(id)).flatMap((one) => statementsOf(one));
        expect(
          statements.some(
            ({ Effect, Condition }) =>
              Effect === "Deny" && JSON.stringify(Condition).includes('"aws:SecureTransport":"false"'),
          ),
          id,
        ).toBe(true);
        for (const one of statements.filter(({ Effect }) => Effect === "Allow")) {
          expect(Object.keys(one.Principal as Tree), id).toEqual(["Service"]);
          expect(JSON.stringify(one.Condition), id).toMatch(/"aws:Source(Account|Arn)"/);
          for (const action of list(one.Action)) expect(action).toMatch(actions);
        }
      }
    },
  );

  test("no table and no function has a policy that lets anybody in from outside", () => {
    for (const table of Object.values(propertiesOf(template, "AWS::DynamoDB::Table")))
      expect(table).not.toHaveProperty("ResourcePolicy");
    expect(propertiesOf(template, "AWS::Lambda::Permission")).toEqual({});
    expect(propertiesOf(template, "AWS::Lambda::Url")).toEqual({});
  });

  test("the key's policy names this account and the services that deliver, and lets services no further than encrypting and decrypting", () => {
    const statements = statementsOf(propertiesOf(template, "AWS::KMS::Key").DataKey ?? {}, "KeyPolicy");
    const services = statements.filter(({ Principal }) => "Service" in (Principal as Tree));
    const [root, ...others] = statements.filter((one) => !services.includes(one));
    expect(root?.Principal).toEqual({ AWS: "arn:aws:iam::AWS::AccountId:root" });
    // Who may read the secret by a policy of this account may have it decrypted: CDK adds that for the secret.
    expect(others).toMatchObject([
      {
        Principal: { AWS: "arn:aws:iam::AWS::AccountId:root" },
        Condition: { StringEquals: { "kms:ViaService": "secretsmanager.ap-southeast-3.amazonaws.com" } },
      },
    ]);
    expect(services.map(({ Principal }) => (Principal as Tree).Service).sort()).toEqual(
      expect.arrayContaining([
        "cloudwatch.amazonaws.com",
        "events.amazonaws.com",
        "logs.ap-southeast-3.amazonaws.com",
        "sns.amazonaws.com",
      ]),
    );
    for (const { Action } of services)
      for (const action of list(Action))
        expect(action).toMatch(/^kms:(Decrypt|GenerateDataKey\*?|ReEncrypt\*|Encrypt|DescribeKey)$/);
  });
});
