import { expect, test } from "vitest";
import { province } from "#infra/province.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { list, propertiesOf, statementsOf, type Tree, templateOf } from "../synthesised.ts";

const BENGKALIS = regencyCode("14.03");
const template = templateOf(
  province("14", {
    uploaders: [
      { name: "regency", as: { roleAssumedBy: { account: "111122223333" } }, rosters: [{ regency: BENGKALIS }] },
      {
        name: "agency",
        as: { roleAssumedBy: { principalArn: "arn:aws:iam::111122223333:role/example" } },
        rosters: [
          { regency: BENGKALIS, segment: "rentan" },
          { regency: BENGKALIS, segment: "ppu", slug: "sipp" },
        ],
      },
      {
        name: "province",
        as: { roleAssumedBy: { account: "111122223333" } },
        reference: ["workforce", { agreementsOf: BENGKALIS }],
      },
      { name: "clerk", as: "user", rosters: [{ regency: BENGKALIS, segment: "rentan", slug: "apbd-2022" }] },
    ],
  }),
);

function identity(type: "Role" | "User", name: string): readonly [string, Tree] {
  const found = Object.entries(propertiesOf(template, `AWS::IAM::${type}`)).find(
    ([, one]) => one[`${type}Name`] === `cakupan-14-uploader-${name}`,
  );
  if (found === undefined) throw new Error(`no ${type} ${name}`);
  return found;
}

function statementsFor(id: string): readonly Tree[] {
  return Object.values(propertiesOf(template, "AWS::IAM::Policy"))
    .filter((policy) => [...list(policy.Roles), ...list(policy.Users)].includes(id))
    .flatMap((policy) => statementsOf(policy));
}

test.each([
  ["Role", "regency", ["RostersBucket/rosters/14.03/*"]],
  ["Role", "agency", ["RostersBucket/rosters/14.03/ppu/sipp/*", "RostersBucket/rosters/14.03/rentan/*"]],
  ["Role", "province", ["RostersBucket/agreements/14.03/*", "RostersBucket/workforce/*"]],
  ["User", "clerk", ["RostersBucket/rosters/14.03/rentan/apbd-2022/*"]],
] as const)(
  "the %s %s may put objects under its own rosters and reference data and nothing else",
  (type, name, prefixes) => {
    const [upload, key, ...others] = statementsFor(identity(type, name)[0]);
    expect(others).toEqual([]);
    expect(upload).toMatchObject({
      Effect: "Allow",
      Action: ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"],
    });
    expect([...list(upload?.Resource)].sort()).toEqual(prefixes);
    expect(key).toMatchObject({
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "DataKey",
      Condition: { StringEquals: { "kms:ViaService": "s3.ap-southeast-3.amazonaws.com" } },
    });
  },
);

test("a role is assumed by whom the entry names, and by nobody else", () => {
  const trusted = (name: string) =>
    statementsOf(identity("Role", name)[1], "AssumeRolePolicyDocument").map((one) => one.Principal);
  expect(trusted("regency")).toEqual([{ AWS: "arn:aws:iam::111122223333:root" }]);
  expect(trusted("agency")).toEqual([{ AWS: "arn:aws:iam::111122223333:role/example" }]);
});

/** Whether an uploader may do something with an object: what IAM answers to policies whose only pattern is a star at the end. */
function may(type: "Role" | "User", name: string, action: string, key: string): boolean {
  return statementsFor(identity(type, name)[0])
    .filter(({ Effect }) => Effect === "Allow")
    .some(
      (one) =>
        list(one.Action).includes(action) &&
        list(one.Resource).some((resource) => `RostersBucket/${key}`.startsWith(String(resource).replace(/\*$/, ""))),
    );
}

test.each([
  ["Role", "regency", "rosters/14.03/ppu/sipp/a.csv", true],
  ["Role", "regency", "rosters/14.08/ppu/sipp/a.csv", false],
  ["Role", "regency", "rosters/14.03", false],
  ["Role", "regency", "rosters/14.031/ppu/sipp/a.csv", false],
  ["Role", "regency", "agreements/14.03/apbd-2022.json", false],
  ["Role", "regency", "workforce/2023.csv", false],
  ["Role", "agency", "rosters/14.03/ppu/sipp/a.csv", true],
  ["Role", "agency", "rosters/14.03/ppu/sipp-2/a.csv", false],
  ["Role", "agency", "rosters/14.03/ppu/a.csv", false],
  ["Role", "agency", "rosters/14.03/non-asn/pemkab/a.csv", false],
  ["Role", "province", "workforce/2023.csv", true],
  ["Role", "province", "agreements/14.03/apbd-2022.json", true],
  ["Role", "province", "agreements/14.08/apbd-2022.json", false],
  ["Role", "province", "targets/2023.csv", false],
  ["Role", "province", "claims/2023.csv", false],
  ["Role", "province", "rosters/14.03/rentan/apbd-2022/a.csv", false],
  ["User", "clerk", "rosters/14.03/rentan/apbd-2022/a.csv", true],
  ["User", "clerk", "rosters/14.03/rentan/apbd-2023/a.csv", false],
] as const)("the %s %s may put %s: %s", (type, name, key, answer) => {
  expect(may(type, name, "s3:PutObject", key)).toBe(answer);
});

test.each(["s3:GetObject", "s3:GetObjectVersion", "s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObjectAcl"])(
  "nobody who uploads may %s, not even of what they have put",
  (action) => {
    for (const [type, name] of [
      ["Role", "regency"],
      ["Role", "agency"],
      ["Role", "province"],
      ["User", "clerk"],
    ] as const)
      expect(may(type, name, action, "rosters/14.03/rentan/apbd-2022/a.csv")).toBe(false);
  },
);
