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
