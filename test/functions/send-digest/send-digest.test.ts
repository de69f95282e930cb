// Mornings on the emulators of DynamoDB and SNS: runs that come twice, that break off before or after any effect, alerts that come late.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SNSClient } from "@aws-sdk/client-sns";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { digest as digestSchema } from "#events/digest.ts";
import { type SendDigestPorts, sendDigest } from "#functions/send-digest/send-digest.ts";
import { startDynamodb } from "#local/emulators/dynamodb.ts";
import { startMessaging } from "#local/emulators/messaging.ts";
import { DynamoAlertRecords } from "#shared/adapters/aws/dynamo-alert-records.ts";
import { regencyAlerts } from "#shared/adapters/aws/dynamo-alert-store.ts";
import { DynamoDigestStore } from "#shared/adapters/aws/dynamo-digest-store.ts";
import { SnsDigestTopic } from "#shared/adapters/aws/sns-digest-topic.ts";
import type { Alert } from "#shared/domain/alert.ts";
import type { Digest } from "#shared/domain/digest/digest.ts";
import { type ProvinceCode, provinceCode } from "#shared/domain/region.ts";
import { COVERAGE_KEY } from "#shared/names.ts";
import type { RegencyAlerts } from "#shared/ports.ts";
import { anyAlert } from "../../shared/domain/digest/any-alert.ts";

const REGION = "ap-southeast-3";
const TOPIC = `arn:aws:sns:${REGION}:000000000000:coverage-digest`;
let stop: () => Promise<unknown>;
let alerts: RegencyAlerts;
let records: DynamoAlertRecords;
let ports: SendDigestPorts;
let published: Digest[] = [];
let mails: { readonly to: readonly string[]; readonly subject: string | null; readonly text: string }[] = [];

beforeAll(async () => {
  const dynamodb = await startDynamodb(0, REGION);
  const messaging = await startMessaging(0, REGION, {
    onObject: () => {},
    onQueue: () => {},
    onPublished: ({ texts, subject }, to) => {
      published.push(digestSchema.parse(JSON.parse(texts.default)));
      mails.push({ to, subject, text: texts.email ?? "" });
    },
  });
  messaging.build({
    buckets: [],
    queues: [],
    topics: [{ name: "coverage-digest", arn: TOPIC }],
    subscriptions: [{ topicArn: TOPIC, protocol: "email", endpoint: "daily@example.org", attributes: {} }],
  });
  await dynamodb.createTable({
    name: "coverage",
    keySchema: [
      { AttributeName: COVERAGE_KEY.partition, KeyType: "HASH" },
      { AttributeName: COVERAGE_KEY.sort, KeyType: "RANGE" },
    ],
    attributes: Object.values(COVERAGE_KEY).map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    expiresBy: null,
  });
  const client = { region: REGION, credentials: { accessKeyId: "local", secretAccessKey: "local" } };
  const dynamo = new DynamoDBClient({ ...client, endpoint: dynamodb.endpoint });
  alerts = regencyAlerts(dynamo, "coverage");
  records = new DynamoAlertRecords(dynamo, "coverage");
  ports = {
    store: new DynamoDigestStore(dynamo, "coverage"),
    topic: new SnsDigestTopic(new SNSClient({ ...client, endpoint: messaging.endpoint }), TOPIC),
    log: () => {},
  };
  stop = () => Promise.all([dynamodb.stop(), messaging.stop()]);
});
afterAll(() => stop());
beforeEach(() => {
  published = [];
  mails = [];
});

const sevenOn = (day: string): string => new Date(`${day}T07:00:00+07:00`).toISOString();
/** As emit-alerts leaves it: the state first, then the record. */
const revisions = new Map<string, number>();
async function alertOf(alert: Alert): Promise<void> {
  const { regency } = alert;
  if (regency === null) throw new RangeError("alerts of regencies only");
  const revision = revisions.get(regency) ?? 0;
  revisions.set(regency, revision + 1);
  await alerts.save(regency, { revision: revision + 1, state: null, outbox: [alert] });
  await records.record(alert);
}

const idsOf = (digest: Digest | undefined): readonly string[] => digest?.alerts.map(({ alertId }) => alertId) ?? [];

test("a morning tells what was alerted since the one before, in one mail, and another run tells it no second time", async () => {
  const riau = provinceCode("14");
  await alertOf(anyAlert("siak", { asOf: "2024-01-01", regency: "14.08" }));
  await alertOf(anyAlert("bengkalis", { asOf: "2023-12-31", severity: "critical" }));
  await alertOf(anyAlert("batam", { asOf: "2024-01-01", regency: "21.71" }));
  await sendDigest(ports, riau, sevenOn("2024-01-01"));
  await sendDigest(ports, riau, sevenOn("2024-01-01"));

  expect(published.map(({ digestId }) => digestId)).toEqual(["14-digest-2024-01-01"]);
  expect(idsOf(published[0])).toEqual(["bengkalis", "siak"]);
  expect(mails).toMatchObject([
    {
      to: ["daily@example.org"],
      subject: "2 peringatan (1 KRITIS): Riau, 1 Januari 2024",
      text: expect.stringContaining("  siak (per 1 Januari 2024)"),
    },
  ]);
});

test("a morning without news sends nothing, and an alert recorded late, of a day that was told, is told the next", async () => {
  const jambi = provinceCode("15");
  await alertOf(anyAlert("first", { asOf: "2024-01-01", regency: "15.01" }));
  await sendDigest(ports, jambi, sevenOn("2024-01-01"));
  await sendDigest(ports, jambi, sevenOn("2024-01-02"));
  expect(published).toHaveLength(1);
  await alertOf(anyAlert("late", { asOf: "2024-01-01", regency: "15.02" }));
  await sendDigest(ports, jambi, sevenOn("2024-01-03"));
  expect(published.map(idsOf)).toEqual([["first"], ["late"]]);
});

/** Every effect of a run may fail, before or after it was done. */
const CRASHES = [0, 1, 2].flatMap((at) => [true, false].map((before) => ({ at, before })));
const UNUSED_PROVINCES = ["11", "12", "13", "16", "17", "18"];

test.each(CRASHES.map((crash, index) => ({ ...crash, code: UNUSED_PROVINCES[index] ?? "" })))(
  "broken off at effect $at (before it: $before), the next run repeats the same digest and tells no alert in two",
  async ({ at, before, code }) => {
    const province = provinceCode(code);
    const regency = `${code}.01`;
    await alertOf(anyAlert(`${code}-a`, { asOf: "2024-01-01", regency }));
    await expect(sendDigest(breaking(ports, at, before), province, sevenOn("2024-01-01"))).rejects.toThrow(
      "broken off",
    );
    await alertOf(anyAlert(`${code}-b`, { asOf: "2024-01-01", regency }));
    await sendDigest(ports, province, sevenOn("2024-01-01"));
    await sendDigest(ports, province, sevenOn("2024-01-02"));

    const told = new Map<string, readonly string[]>();
    for (const digest of published) {
      expect(told.get(digest.digestId) ?? idsOf(digest)).toEqual(idsOf(digest));
      told.set(digest.digestId, idsOf(digest));
    }
    expect([...told.values()].flat().sort()).toEqual([`${code}-a`, `${code}-b`]);
  },
);

const MORE_PROVINCES = ["31", "32", "33", "34", "35", "36"];

test.each(CRASHES.map((crash, index) => ({ ...crash, code: MORE_PROVINCES[index] ?? "" })))(
  "broken off at effect $at (before it: $before), and not run again that morning, the next morning tells both days",
  async ({ at, before, code }) => {
    const province = provinceCode(code);
    const regency = `${code}.01`;
    await alertOf(anyAlert(`${code}-a`, { asOf: "2024-01-01", regency }));
    await expect(sendDigest(breaking(ports, at, before), province, sevenOn("2024-01-01"))).rejects.toThrow(
      "broken off",
    );
    await alertOf(anyAlert(`${code}-b`, { asOf: "2024-01-02", regency }));
    await sendDigest(ports, province, sevenOn("2024-01-02"));
    const told = new Map(published.map((digest) => [digest.digestId, idsOf(digest)]));
    expect([...told.values()].flat().sort()).toEqual([`${code}-a`, `${code}-b`]);
  },
);

/** The ports of which the n-th effect that changes something fails: save, publish, save. */
function breaking({ store, topic, log }: SendDigestPorts, at: number, before: boolean): SendDigestPorts {
  let effects = 0;
  async function effect<T>(work: () => Promise<T>): Promise<T> {
    const breaks = effects++ === at;
    if (breaks && before) throw new Error("broken off");
    const done = await work();
    if (breaks) throw new Error("broken off");
    return done;
  }
  return {
    store: {
      read: (province) => store.read(province),
      recorded: (province, days) => store.recorded(province, days),
      save: (province: ProvinceCode, memory) => effect(() => store.save(province, memory)),
    },
    topic: { publish: (digest) => effect(() => topic.publish(digest)) },
    log,
  };
}
