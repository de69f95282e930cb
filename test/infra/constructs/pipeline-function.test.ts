import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { ENV, FUNCTIONS, type FunctionName } from "#shared/names.ts";
import { list, propertiesOf, statementsOf, type Tree, templateOf } from "../synthesised.ts";

const RULES = { share: 0.02, workers: 50, criticalShare: 0.1, leadDays: [60, 10], overdueDays: 40 };
const template = templateOf(province("14", { alertRules: RULES, historyMonths: 30 }));
const functions = propertiesOf(template, "AWS::Lambda::Function");
const policies = Object.values(propertiesOf(template, "AWS::IAM::Policy"));

function functionNamed(name: FunctionName): Tree {
  const found = Object.values(functions).find((one) => one.FunctionName === `cakupan-14-${name}`);
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
}

function statementsFor(name: FunctionName): readonly Tree[] {
  const role = functionNamed(name).Role;
  return policies.filter((policy) => list(policy.Roles).includes(role)).flatMap((policy) => statementsOf(policy));
}

/** `dynamodb:GetItem CoverageTable`: what a function may do, without its log and the key. Hashes behind generated ids are left off. */
function permissionsOf(name: FunctionName): readonly string[] {
  return statementsFor(name)
    .flatMap((one) =>
      list(one.Action).flatMap((action) =>
        list(one.Resource).map((on) => `${action} ${String(on).replace(/[0-9A-F]{8}$/, "")}`),
      ),
    )
    .filter((permission) => !/^(logs|kms):/.test(permission))
    .sort();
}

const consume = (queue: string) => [
  ...["ChangeMessageVisibility", "DeleteMessage", "GetQueueAttributes", "ReceiveMessage"].map(
    (action) => `sqs:${action} ${queue}Queue`,
  ),
  `sqs:SendMessage ${queue}${queue}deadletters`,
];
const table = (name: string, ...actions: string[]) => actions.map((action) => `dynamodb:${action} ${name}`);
const receipts = [
  "s3:GetObject ReceiptsBucket/receipts/*",
  "s3:ListBucket ReceiptsBucket",
  "s3:PutObject ReceiptsBucket/receipts/*",
];

const ALLOWED: Readonly<Record<FunctionName, readonly string[]>> = {
  "validate-roster": [
    ...consume("rosteruploads"),
    "s3:GetObject RostersBucket/rosters/*",
    "s3:GetObjectVersion RostersBucket/rosters/*",
    "s3:ListBucket RostersBucket",
    ...receipts,
    "s3:PutObjectTagging ReceiptsBucket/receipts/*",
    "secretsmanager:GetSecretValue PseudonymSecret",
    ...table("RegistryTable", "BatchGetItem"),
    ...table("CoverageTable", "GetItem", "PutItem", "Query", "UpdateItem"),
    "sqs:SendMessage enrolmenteventsQueue",
    "sqs:SendMessage coverageupdatesQueue",
    "sqs:SendMessage coveragechangesQueue",
    "sns:Publish Topicsrosterreceipts",
  ],
  "apply-enrolments": [
    ...consume("enrolmentevents"),
    ...table("RegistryTable", "UpdateItem"),
    ...table("CoverageTable", "GetItem", "UpdateItem"),
    ...receipts,
    "sns:Publish Topicsrosterreceipts",
    "sqs:SendMessage rosteruploadsQueue",
    "sqs:SendMessage coveragechangesQueue",
    "sqs:SendMessage coverageupdatesQueue",
  ],
  "start-coverage-day": [
    ...table("CoverageTable", "BatchGetItem", "Query", "UpdateItem"),
    "sqs:SendMessage coverageupdatesQueue",
    "sqs:SendMessage coveragedaydeadletters",
  ],
  "update-coverage": [
    ...consume("coverageupdates"),
    ...table("RegistryTable", "BatchGetItem"),
    ...table("CoverageTable", "BatchGetItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"),
    "sqs:SendMessage coveragechangesQueue",
  ],
  "emit-alerts": [
    ...consume("coveragechanges"),
    ...table("CoverageTable", "GetItem", "PutItem"),
    "sns:Publish Topicscoveragealerts",
  ],
  "send-digest": [
    ...table("CoverageTable", "BatchGetItem", "GetItem", "PutItem", "Query"),
    "sns:Publish Topicscoveragedigest",
    "sqs:SendMessage coveragedigestdeadletters",
  ],
  "store-reference": [
    ...consume("referenceuploads"),
    ...["agreements", "claims", "targets", "workforce"].flatMap((folder) => [
      `s3:GetObject RostersBucket/${folder}/*`,
      `s3:GetObjectVersion RostersBucket/${folder}/*`,
    ]),
    "s3:ListBucket RostersBucket",
    "s3:GetObject ReceiptsBucket/receipts/_reference/*",
    "s3:PutObject ReceiptsBucket/receipts/_reference/*",
    "s3:ListBucket ReceiptsBucket",
    ...table("CoverageTable", "BatchGetItem", "GetItem", "PutItem"),
    "sns:Publish Topicsrosterreceipts",
    "sqs:SendMessage coverageupdatesQueue",
  ],
  "reconcile-province": [
    "s3:ListBucketVersions RostersBucket",
    "s3:GetObject ReceiptsBucket/receipts/_refused/*",
    "s3:ListBucket ReceiptsBucket",
    ...table("RegistryTable", "BatchGetItem", "GetItem"),
    ...table("CoverageTable", "BatchGetItem", "DeleteItem", "GetItem", "PutItem", "Query", "UpdateItem"),
    "sqs:SendMessage rosteruploadsQueue",
    "sqs:SendMessage enrolmenteventsQueue",
    "sqs:SendMessage coverageupdatesQueue",
    "sqs:SendMessage reconciliationdeadletters",
  ],
};

describe.each(FUNCTIONS)("%s", (name) => {
  test("may do what its step needs and nothing else", () => {
    expect(permissionsOf(name)).toEqual([...ALLOWED[name]].sort());
  });

  test("uses the key only through services that it may call", () => {
    const services = new Set(
      permissionsOf(name).map((permission) => `${permission.split(":")[0]}.ap-southeast-3.amazonaws.com`),
    );
    const keyUses = statementsFor(name).filter((one) =>
      list(one.Action).some((action) => String(action).startsWith("kms:")),
    );
    const through = keyUses.map((one) => JSON.stringify(one.Condition));
    expect(through.sort()).toEqual(
      [...services].map((service) => JSON.stringify({ StringEquals: { "kms:ViaService": service } })).sort(),
    );
  });

  test("runs on Node 24 and arm64, with a role of its own, and logs to its own encrypted log for three months", () => {
    expect(functionNamed(name)).toMatchObject({ Runtime: "nodejs24.x", Architectures: ["arm64"] });
    const log = propertiesOf(template, "AWS::Logs::LogGroup")[
      String((functionNamed(name).LoggingConfig as Tree).LogGroup)
    ];
    expect(log).toEqual({ KmsKeyId: "DataKey", RetentionInDays: 90 });
    const sharing = Object.values(functions).filter((one) => one.Role === functionNamed(name).Role);
    expect(sharing).toHaveLength(1);
  });
});

test("no role carries a policy managed by AWS", () => {
  for (const role of Object.values(propertiesOf(template, "AWS::IAM::Role")))
    expect(role).not.toHaveProperty("ManagedPolicyArns");
});

const VARIABLES: Readonly<Record<FunctionName, readonly string[]>> = {
  "validate-roster": [
    ENV.rostersBucket,
    ENV.receiptsBucket,
    ENV.pseudonymSecret,
    ENV.registryTable,
    ENV.coverageTable,
    ENV.enrolmentEventsQueue,
    ENV.coverageUpdatesQueue,
    ENV.coverageChangesQueue,
    ENV.deadLettersQueue,
    ENV.receiptsTopic,
    ENV.holdWorkers,
    ENV.holdShare,
    ENV.holdMost,
  ],
  "apply-enrolments": [
    ENV.registryTable,
    ENV.coverageTable,
    ENV.receiptsBucket,
    ENV.receiptsTopic,
    ENV.rosterUploadsQueue,
    ENV.coverageUpdatesQueue,
    ENV.coverageChangesQueue,
    ENV.deadLettersQueue,
    ENV.historyMonths,
  ],
  "start-coverage-day": [ENV.coverageTable, ENV.coverageUpdatesQueue],
  "update-coverage": [ENV.registryTable, ENV.coverageTable, ENV.coverageChangesQueue, ENV.deadLettersQueue],
  "emit-alerts": [ENV.coverageTable, ENV.deadLettersQueue, ENV.alertsTopic, ENV.alertRules],
  "send-digest": [ENV.coverageTable, ENV.digestTopic],
  "store-reference": [
    ENV.receiptsBucket,
    ENV.receiptsTopic,
    ENV.coverageTable,
    ENV.coverageUpdatesQueue,
    ENV.deadLettersQueue,
  ],
  "reconcile-province": [
    ENV.rostersBucket,
    ENV.receiptsBucket,
    ENV.registryTable,
    ENV.coverageTable,
    ENV.rosterUploadsQueue,
    ENV.enrolmentEventsQueue,
    ENV.coverageUpdatesQueue,
  ],
};

test.each(FUNCTIONS)("%s is told the names of what it was granted, and the province", (name) => {
  const variables = (functionNamed(name).Environment as { readonly Variables: Tree }).Variables;
  expect(Object.keys(variables).sort()).toEqual([ENV.province, "NODE_OPTIONS", ...VARIABLES[name]].sort());
  expect(variables[ENV.province]).toBe("14");
});

test.each(FUNCTIONS)("every variable that environment.ts of %s reads is set", (name) => {
  const source = readFileSync(new URL(`../../../functions/${name}/environment.ts`, import.meta.url), "utf8");
  const read = [...source.matchAll(/\[ENV\.(\w+)\]/g)].map(
    ([, key]) => Object.entries(ENV).find(([one]) => one === key)?.[1],
  );
  expect(read.length).toBeGreaterThan(1);
  expect(Object.keys((functionNamed(name).Environment as { readonly Variables: Tree }).Variables)).toEqual(
    expect.arrayContaining(read),
  );
});

test("a province's own rules and history reach the functions that use them", () => {
  expect(functionNamed("emit-alerts")).toMatchObject({
    Environment: { Variables: { ALERT_RULES: JSON.stringify(RULES) } },
  });
  expect(functionNamed("apply-enrolments")).toMatchObject({ Environment: { Variables: { HISTORY_MONTHS: "30" } } });
});
