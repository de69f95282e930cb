import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { afterAll, beforeAll, expect, test } from "vitest";
import { receipt as receiptSchema } from "#events/receipt.ts";
import { receiptAnnouncement } from "#events/receipt-announcement.ts";
import sample from "#events/samples/receipt.json" with { type: "json" };
import { type MessagingEmulator, startMessaging } from "#local/emulators/messaging.ts";
import type { PublishedMessage } from "#local/emulators/published.ts";
import { S3Receipts } from "#shared/adapters/aws/s3-receipts.ts";
import { receiptKeyOf, receiptPageKeyOf, rejectedRowsKeyOf } from "#shared/upload-id.ts";

const REGION = "ap-southeast-3";
const BUCKET = "receipts";
const TOPIC = `arn:aws:sns:${REGION}:000000000000:roster-receipts`;
const RECEIPT = receiptSchema.parse(sample);
const KEY = receiptKeyOf(RECEIPT.roster, RECEIPT.uploadId);
const published: PublishedMessage[] = [];

let emulator: MessagingEmulator;
let s3: S3Client;
let sns: SNSClient;
beforeAll(async () => {
  emulator = await startMessaging(0, REGION, {
    onObject: () => {},
    onQueue: () => {},
    onPublished: (message) => published.push(message),
  });
  emulator.build({
    buckets: [{ name: BUCKET, sendsEvents: false, postOrigins: [] }],
    queues: [],
    topics: [{ name: "roster-receipts", arn: TOPIC }],
    subscriptions: [],
  });
  s3 = new S3Client({ ...atEmulator(), forcePathStyle: true });
  sns = new SNSClient(atEmulator());
});
afterAll(async () => {
  s3.destroy();
  sns.destroy();
  await emulator.stop();
});

function atEmulator() {
  return {
    region: REGION,
    endpoint: emulator.endpoint,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
}

async function stored(key: string) {
  const { Body, ContentType } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: key }));
  return { type: ContentType, text: (await Body?.transformToString()) ?? "" };
}

test("a receipt is written for programs and for people, and read back", async () => {
  const receipts = new S3Receipts(s3, sns, { bucket: BUCKET, topic: TOPIC });
  await receipts.write(KEY, RECEIPT);
  expect(await receipts.read(KEY)).toEqual(RECEIPT);
  const page = await stored(receiptPageKeyOf(KEY));
  expect(page.type).toBe("text/html; charset=utf-8");
  expect(page.text).toContain(`<bdi>${RECEIPT.uploadId}.add.xlsx</bdi>, <bdi>${RECEIPT.uploadId}.add.csv</bdi>`);
  expect(await receipts.read(receiptKeyOf(null, "none"))).toBe(null);
});

test("rejected rows stand beside it, each form under its own type", async () => {
  const receipts = new S3Receipts(s3, sns, { bucket: BUCKET, topic: TOPIC });
  for (const form of ["csv", "xlsx"] as const) {
    const key = rejectedRowsKeyOf(KEY, "full", form);
    await receipts.writeRejectedRows(
      key,
      (async function* () {
        yield Buffer.from(form);
      })(),
    );
    expect((await stored(key)).text).toBe(form);
  }
  expect((await stored(rejectedRowsKeyOf(KEY, "full", "csv"))).type).toBe("text/csv; charset=utf-8");
  expect((await stored(rejectedRowsKeyOf(KEY, "full", "xlsx"))).type).toContain("spreadsheetml.sheet");
});

test("the announcement is JSON for programs and words for people, and links to no rejected row", async () => {
  const receipts = new S3Receipts(s3, sns, { bucket: BUCKET, topic: TOPIC });
  await receipts.announce(KEY, RECEIPT);
  const [message] = published;
  const json = receiptAnnouncement.parse(JSON.parse(message?.texts.default ?? ""));
  expect(json).toMatchObject({ receipt: `s3://${BUCKET}/${KEY}`, page: `s3://${BUCKET}/${receiptPageKeyOf(KEY)}` });
  const mail = message?.texts.email ?? "";
  expect(mail).toContain(json.message.id);
  expect(mail).toContain(json.message.en);
  expect(mail).toContain(`npx cakupan receipt ${RECEIPT.uploadId}`);
  expect(mail + message?.texts.default).not.toMatch(/\.(add|end)\.|\d{16}/);
});

test.each([
  ["in one piece", 1_000],
  ["in parts", 6 * 1024 * 1024],
])("rejected rows are put %s with the tag by which they expire before their receipt", async (_, bytes) => {
  const sent: string[] = [];
  const client = new S3Client({ ...atEmulator(), forcePathStyle: true });
  client.middlewareStack.add(
    (next) => (args) => {
      const { method, query, headers } = args.request as {
        readonly method: string;
        readonly query: Readonly<Record<string, unknown>>;
        readonly headers: Readonly<Record<string, string>>;
      };
      if (method === "PUT" ? !("partNumber" in query) : "uploads" in query)
        sent.push(headers["x-amz-tagging"] ?? "none");
      return next(args);
    },
    { step: "finalizeRequest" },
  );
  const receipts = new S3Receipts(client, sns, { bucket: BUCKET, topic: TOPIC });
  await receipts.writeRejectedRows(
    rejectedRowsKeyOf(KEY, "full", "csv"),
    (async function* () {
      yield new Uint8Array(bytes);
    })(),
  );
  client.destroy();
  expect(sent).toEqual(["holds=rejected-rows"]);
});
