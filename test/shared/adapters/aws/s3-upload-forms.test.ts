import { S3Client } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import * as z from "zod";
import { S3UploadForms } from "#shared/adapters/aws/s3-upload-forms.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { UPLOAD_TYPES } from "#shared/domain/upload-link.ts";

const ROSTER = rosterId("14.03/rentan/apbd-2022");
const KEYS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example" };
const policyShape = z.object({ expiration: z.iso.datetime(), conditions: z.array(z.unknown()) });

async function linkOf(seconds: number, expiration?: Date) {
  const credentials = async () => ({ ...KEYS, ...(expiration === undefined ? {} : { expiration }) });
  const s3 = new S3Client({ region: "ap-southeast-3", credentials });
  return new S3UploadForms(s3, "cakupan-14-rosters").link(ROSTER, seconds, new Date());
}

function policyOf(fields: Readonly<Record<string, string>>) {
  return policyShape.parse(JSON.parse(Buffer.from(fields.Policy ?? "", "base64").toString("utf8")));
}

test("each kind of file is signed for with the roster's prefix, its type, its size and a short life", async () => {
  const { forms, prefix } = await linkOf(3600);
  expect(prefix).toBe("rosters/14.03/rentan/apbd-2022/");
  expect(forms.map(({ contentType }) => contentType)).toEqual(UPLOAD_TYPES.map(({ contentType }) => contentType));
  for (const { url, fields, contentType, mostBytes } of forms) {
    expect(url).toMatch(/^https:\/\/cakupan-14-rosters\.s3\.ap-southeast-3\.amazonaws\.com\/?$/);
    const { conditions, expiration } = policyOf(fields);
    expect(conditions).toEqual(
      expect.arrayContaining([
        { bucket: "cakupan-14-rosters" },
        ["starts-with", "$key", prefix],
        ["content-length-range", 1, mostBytes],
        { "Content-Type": contentType },
        { success_action_status: "201" },
      ]),
    );
    expect(conditions.filter((one) => Array.isArray(one) && one.includes("$key"))).toHaveLength(1);
    expect(conditions.some((one) => typeof one === "object" && one !== null && "key" in one)).toBe(false);
    expect(Date.parse(expiration) - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect(Date.parse(expiration) - Date.now()).toBeGreaterThan(3_500_000);
    expect(JSON.stringify(fields)).not.toContain(KEYS.secretAccessKey);
  }
});

test("a link ends with the credentials that have signed it", async () => {
  const expiration = new Date(Date.now() + 600_000);
  const { expiresAt, forms } = await linkOf(86_400, expiration);
  expect(expiresAt).toBe(expiration.toISOString());
  for (const { fields } of forms)
    expect(Date.parse(policyOf(fields).expiration)).toBeLessThanOrEqual(expiration.getTime());
});

test("a form is for nothing but one roster: no condition leaves the key, the bucket or the size open", async () => {
  const { forms } = await linkOf(60);
  for (const { fields } of forms) {
    const { conditions } = policyOf(fields);
    const open = conditions.filter((one) => Array.isArray(one) && one[0] === "starts-with" && one[1] !== "$key");
    expect(open).toEqual([]);
    const ranges = conditions.filter((one) => Array.isArray(one) && one[0] === "content-length-range");
    expect(ranges).toHaveLength(1);
    // A folder's name ends with its slash: `apbd-2022/` begins no key of `apbd-2022b`.
    expect(conditions.find((one) => Array.isArray(one) && one[1] === "$key")).toEqual([
      "starts-with",
      "$key",
      expect.stringMatching(/^rosters\/14\.03\/rentan\/apbd-2022\/$/),
    ]);
  }
});
