// The running province speaks the real protocols: the AWS CLI uploads, and a queue subscribed with a filter receives the alert.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient, SubscribeCommand } from "@aws-sdk/client-sns";
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { Upload } from "@aws-sdk/lib-storage";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alert as alertSchema } from "#events/alert.ts";
import { LOCAL_CREDENTIALS } from "#local/emulators.ts";
import { type LocalProvince, startLocalProvince } from "#local/local-province.ts";
import { day } from "#shared/domain/day.ts";
import { OUTPUTS } from "#shared/names.ts";
import { nik } from "./rosters.ts";

let province: LocalProvince;
const directory = mkdtempSync(join(tmpdir(), "cakupan-"));
beforeAll(async () => {
  province = await startLocalProvince({ province: "14", day: "2023-02-01", directory });
});
afterAll(async () => {
  await province.stop();
  rmSync(directory, { recursive: true });
});

const run = promisify(execFile);
const hasAwsCli = await run("aws", ["--version"]).then(
  () => true,
  () => false,
);

/** A roster of more than 20 MiB: long addresses make few workers a large file. */
function largeRoster(workers: number): string {
  const address = "Jalan Rekaan Panjang ".repeat(30);
  const rows = Array.from({ length: workers }, (_, n) => `${nik(n)},Pekerja Rekaan,"${address}",2023-01,2023-12`);
  return ["NIK,NAMA_LENGKAP,ALAMAT,MULAI,AKHIR", ...rows, ""].join("\n");
}

/** By the AWS CLI where there is one; by the SDK's own multipart upload elsewhere. */
async function upload(path: string, body: string, key: string): Promise<void> {
  const bucket = province.outputs[OUTPUTS.rostersBucket] ?? "";
  if (hasAwsCli) {
    await run(
      "aws",
      ["--endpoint-url", province.endpoints.s3, "s3", "cp", path, `s3://${bucket}/${key}`, "--no-progress"],
      {
        env: { ...process.env, ...province.environment },
      },
    );
    return;
  }
  const client = new S3Client({
    region: province.region,
    endpoint: province.endpoints.s3,
    credentials: LOCAL_CREDENTIALS,
  });
  await new Upload({ client, params: { Bucket: bucket, Key: key, Body: Buffer.from(body) } }).done();
}

async function subscribedQueue(sqs: SQSClient, name: string, regency: string): Promise<string> {
  const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }));
  const sns = new SNSClient({
    region: province.region,
    endpoint: province.endpoints.sns,
    credentials: LOCAL_CREDENTIALS,
  });
  await sns.send(
    new SubscribeCommand({
      TopicArn: province.outputs[OUTPUTS.alertsTopic],
      Protocol: "sqs",
      Endpoint: Attributes?.QueueArn,
      Attributes: { FilterPolicy: JSON.stringify({ regency: [regency] }), RawMessageDelivery: "true" },
    }),
  );
  return QueueUrl;
}

test("a file of 20 MiB goes up in parts, and a queue with a filter on its regency receives the alert", async () => {
  const sqs = new SQSClient({
    region: province.region,
    endpoint: province.endpoints.sqs,
    credentials: LOCAL_CREDENTIALS,
  });
  const bengkalis = await subscribedQueue(sqs, "bengkalis", "14.03");
  const siak = await subscribedQueue(sqs, "siak", "14.08");
  const path = join(directory, "daftar pekerja + tambahan.csv");
  const large = largeRoster(31_000);
  expect(Buffer.byteLength(large)).toBeGreaterThan(20 * 1024 * 1024);

  writeFileSync(path, large);
  await upload(path, large, "rosters/14.03/rentan/apbd/daftar pekerja + tambahan.csv");
  await province.idle();
  await province.moveDay(day("2023-02-02"));
  const left = ["NIK", ...Array.from({ length: 7_000 }, (_, n) => nik(n)), ""].join("\n");
  writeFileSync(path, left);
  await upload(path, left, "rosters/14.03/rentan/apbd/yang keluar.end.csv");
  await province.idle();

  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: bengkalis, MaxNumberOfMessages: 10 }));
  const alerts = Messages.map(({ Body = "" }) => alertSchema.parse(JSON.parse(Body)));
  expect(alerts).toMatchObject([
    {
      kind: "coverage.dropped",
      severity: "critical",
      regency: "14.03",
      before: 31_000,
      after: 24_000,
      parts: [{ roster: "14.03/rentan/apbd", cause: "left-roster", workers: -7_000 }],
    },
  ]);
  const other = await sqs.send(new ReceiveMessageCommand({ QueueUrl: siak, WaitTimeSeconds: 0 }));
  expect(other.Messages ?? []).toEqual([]);
  expect(province.deadLetters()).toEqual([]);
});
