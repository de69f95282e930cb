import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { CopyObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { Upload } from "@aws-sdk/lib-storage";
import { describe, expect, it } from "vitest";
import { objectCreatedEvent } from "#events/object-created.ts";
import { clientOf, type SmallProvince, startSmallProvince } from "#test/local/fixtures/province.ts";
import { behaviourTemplate } from "#test/local/fixtures/template.ts";

async function eventsOf(
  province: SmallProvince,
): Promise<readonly { reason: string; body: ReturnType<typeof objectCreatedEvent.parse> }[]> {
  const sqs = new SQSClient(clientOf(province, "sqs"));
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: province.outputs.ObjectsUrl, MaxNumberOfMessages: 10 }),
  );
  sqs.destroy();
  return Messages.map(({ Body = "" }) => ({
    reason: JSON.parse(Body).detail.reason,
    body: objectCreatedEvent.parse(JSON.parse(Body)),
  }));
}

describe("an object put into a bucket that sends events", () => {
  it.each([
    "rosters/14.03/rentan/apbd-2022/daftar peserta.csv",
    "rosters/14.03/rentan/apbd-2022/a+b c%20d%.csv",
    "rosters/14.03/rentan/apbd-2022/Ḷaporan–Désember ✓.xlsx",
    "rosters/14.03/rentan/apbd-2022/it's (1) & more=?#.csv",
  ])("is told under its plain key: %s", async (Key) => {
    const province = await startSmallProvince(behaviourTemplate());
    const s3 = new S3Client(clientOf(province, "s3"));
    const { ETag } = await s3.send(new PutObjectCommand({ Bucket: province.outputs.Bucket, Key, Body: "NIK\n" }));
    const [event] = await eventsOf(province);
    expect(event?.body.detail.object).toMatchObject({ key: Key, size: 4, etag: ETag?.replaceAll('"', "") });
    const read = await s3.send(
      new GetObjectCommand({ Bucket: province.outputs.Bucket, Key: event?.body.detail.object.key }),
    );
    expect(await read.Body?.transformToString()).toBe("NIK\n");
    s3.destroy();
  });

  it("is told at the province's time, in order, and once when it is copied", async () => {
    const province = await startSmallProvince(behaviourTemplate());
    const s3 = new S3Client(clientOf(province, "s3"));
    const Bucket = province.outputs.Bucket;
    for (const Key of ["rosters/b", "rosters/a"]) await s3.send(new PutObjectCommand({ Bucket, Key, Body: "x" }));
    await s3.send(new CopyObjectCommand({ Bucket, Key: "rosters/c", CopySource: `${Bucket}/rosters/a` }));
    s3.destroy();
    const events = (await eventsOf(province)).map(({ body }) => body);
    expect(events.map(({ detail }) => detail.object.key)).toEqual(["rosters/b", "rosters/a", "rosters/c"]);
    expect(events.every(({ time }) => /^2021-12-01T01:00:\d\dZ$/.test(time))).toBe(true);
    expect(new Set(events.map(({ time }) => time)).size).toBe(3);
  });

  it("is not told under another prefix, or from a bucket that sends none", async () => {
    const province = await startSmallProvince(behaviourTemplate());
    const s3 = new S3Client(clientOf(province, "s3"));
    await s3.send(new PutObjectCommand({ Bucket: province.outputs.Bucket, Key: "other/a", Body: "x" }));
    await s3.send(new PutObjectCommand({ Bucket: province.outputs.QuietBucket, Key: "rosters/a", Body: "x" }));
    s3.destroy();
    expect(await eventsOf(province)).toEqual([]);
  });

  it("is told once when the SDK has put 20 MiB in parts", async () => {
    const province = await startSmallProvince(behaviourTemplate());
    const client = new S3Client(clientOf(province, "s3"));
    const params = {
      Bucket: province.outputs.Bucket,
      Key: "rosters/large.csv",
      Body: Buffer.alloc(20 * 1024 * 1024, "x"),
    };
    await new Upload({ client, params, partSize: 8 * 1024 * 1024 }).done();
    client.destroy();
    const events = await eventsOf(province);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      reason: "CompleteMultipartUpload",
      body: { detail: { object: { size: 20 * 1024 * 1024 } } },
    });
  });

  it("is told once when the AWS CLI has put 20 MiB", async (context) => {
    const run = promisify(execFile);
    const installed = await run("aws", ["--version"]).then(
      () => true,
      () => false,
    );
    context.skip(!installed, "the AWS CLI is not installed on this machine");
    const province = await startSmallProvince(behaviourTemplate());
    const file = join(dirname(province.files.province), "large.csv");
    writeFileSync(file, Buffer.alloc(20 * 1024 * 1024, "x"));
    const to = `s3://${province.outputs.Bucket}/rosters/14.03/rentan/apbd 2022/large.csv`;
    await run("aws", ["s3", "cp", "--quiet", file, to], { env: { ...process.env, ...province.environment } });
    const events = await eventsOf(province);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      reason: "CompleteMultipartUpload",
      body: { detail: { object: { size: 20 * 1024 * 1024 } } },
    });
  }, 30_000);
});
