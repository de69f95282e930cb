// Canary NIK go through everything that can become of a row; then everything that the pipeline has written is searched for each of them. Only the
// uploaded file, and the rejected rows made for its uploader, may hold one.

import { gzipSync } from "node:zlib";
import { paginateScan } from "@aws-sdk/client-dynamodb";
import { DeleteObjectCommand, GetObjectCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WorkerId } from "#shared/domain/enrolment.ts";
import { hexOfBytes } from "#shared/domain/hex.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { OUTPUTS, QUEUES, type QueueName } from "#shared/names.ts";
import { eraseWorkers } from "#shared/people/erase-workers.ts";
import { canaryTraces } from "./canary-traces.ts";
import { type HandDeliveredProvince, startHandDelivered } from "./hand-delivered-province.ts";
import { nik, rosterCsv, workers } from "./rosters.ts";

const CANARIES = {
  accepted: nik(9000),
  ended: nik(9001),
  rejected: nik(9002),
  contradicting: nik(9003),
  swallowed: nik(9004),
  refused: nik(9005),
  inKey: nik(9006),
  inHeader: nik(9007),
  withheld: nik(9008),
  released: nik(9009),
  crashed: nik(9010),
  poison: nik(9011),
  fallen: nik(9012),
  erased: nik(9013),
  inMetadata: nik(9014),
  asFileName: nik(9015),
};

let province: HandDeliveredProvince;
/** Bodies of messages as they lay in the queues, by queue. */
const seen: (readonly [string, string])[] = [];
/** What a stranger wrote into a queue is his; what we say of it is ours. */
const strange: string[] = [];

beforeAll(async () => {
  province = await startHandDelivered();
  await everythingThatCanHappen();
}, 120_000);
afterAll(() => province.stop());

const put = (roster: string, name: string, body: string | Uint8Array, at: string, metadata = {}) =>
  province.put(`rosters/${roster}/${name}`, body, at, metadata);

async function drain(): Promise<void> {
  for (let delivered = 1; delivered > 0; ) {
    delivered = 0;
    for (const queue of QUEUES) {
      // An event names its object: the key of a refused file is the uploader's own.
      if (queue !== "roster-uploads") for (const body of province.bodies(queue)) seen.push([queue, body]);
      delivered += await province.deliver(queue);
    }
  }
}

async function everythingThatCanHappen(): Promise<void> {
  const c = CANARIES;
  const roster = "14.03/rentan/apbd";
  const many = workers(0, 300);
  const all = [
    ...many,
    ...[c.accepted, c.ended, c.withheld, c.released, c.fallen, c.erased].map((one) => ({ nik: one })),
  ];
  await put(roster, "awal.csv", rosterCsv(all), "2023-02-01T02:00:00Z");
  await drain();
  await put(roster, "akhir.end.csv", rosterCsv([{ nik: c.ended, akhir: "2023-02" }]), "2023-02-02T02:00:00Z");
  const wrong = [
    { nik: c.rejected, mulai: "2023-13" },
    { nik: c.contradicting, upah: "1000000" },
    { nik: c.contradicting, upah: "2000000" },
    { nik: `${c.rejected.slice(0, 15)}` },
  ];
  await put(roster, "salah.add.csv", rosterCsv(wrong), "2023-02-03T02:00:00Z");
  const open = `NIK,NAMA\r\n"${c.swallowed},Rekaan\r\n${c.swallowed},Rekaan yang namanya panjang sekali ${c.swallowed}",B\r\n`;
  await put(roster, "kutip.add.csv", open, "2023-02-03T03:00:00Z");
  await put(roster, "tanpa-nik.csv", `NAMA,NOMOR\r\nRekaan,${c.refused}\r\n`, "2023-02-03T04:00:00Z");
  await put(roster, "rusak.csv.gz", gzipSync(`NIK\r\n${c.refused}\r\n`).subarray(0, 30), "2023-02-03T04:30:00Z");
  await put(roster, "judul.add.csv", `NIK,${c.inHeader}\r\n${nik(1)},${c.inHeader}\r\n`, "2023-02-03T05:00:00Z");
  await put(roster, `${c.inKey}.csv`, rosterCsv(workers(0, 3)), "2023-02-03T06:00:00Z");
  await put(`14.03/rentan/${c.asFileName}`, "a.csv", rosterCsv(workers(0, 3)), "2023-02-03T06:30:00Z");
  await put(roster, "metadata.add.csv", rosterCsv(workers(0, 3)), "2023-02-03T07:00:00Z", { program: c.inMetadata });
  await drain();
  await erase(c.erased);
  await put(roster, "lagi.add.csv", rosterCsv([{ nik: c.erased }]), "2023-02-04T02:00:00Z");
  await drain();
  // Many are no longer named: held, then released; the fall is told.
  const short = await put(roster, "pendek.csv", rosterCsv(workers(0, 100)), "2023-02-05T02:00:00Z");
  await drain();
  const { uploadId } = await province.receipt(short);
  province.sendUploadMessage({ type: "decide-held", roster: rosterId(roster), uploadId, decision: "release" });
  await drain();
  await province.day("2023-02-05T17:10:00Z");
  await drain();
  // A planned upload whose file is gone is refused.
  const crash = await put("14.04/rentan/apbd", "hilang.csv", rosterCsv([{ nik: c.crashed }]), "2023-02-06T02:00:00Z");
  await province.deliver("roster-uploads");
  const [batch = ""] = province.bodies("enrolment-events");
  province.lose("enrolment-events");
  await province.s3.send(
    new DeleteObjectCommand({ Bucket: province.outputs[OUTPUTS.rostersBucket], Key: crash.detail.object.key }),
  );
  province.send(crash);
  await province.deliver("roster-uploads");
  // Slices that are none, a message of another shape, and one from a stranger.
  const { slices, ...about } = JSON.parse(batch);
  const bytes = Buffer.from(slices[0].bytes, "base64").subarray(0, -1).toString("base64");
  province.sendBody("enrolment-events", JSON.stringify({ ...about, slices: [{ part: 0, bytes }] }));
  await province.deliver("enrolment-events", { mayFail: true });
  province.lose("enrolment-events");
  province.sendBody("enrolment-events", JSON.stringify({ ...about, slices: [{ ...slices[0], part: -1 }] }));
  strange.push(JSON.stringify({ type: "decide-held", uploadId: c.poison, nik: c.poison }), `bukan JSON ${c.poison}`);
  for (const body of strange) for (const queue of QUEUES) province.sendBody(queue, body);
  await drain();
}

async function erase(number: string): Promise<void> {
  const { heads, slices, reader, admissions, registry, coverageUpdates, code, audit } = province.access;
  const { keyId, of } = await province.access.pseudonyms();
  const workers = new Set([hexOfBytes(of(Buffer.from(number))) as WorkerId]);
  await eraseWorkers(
    { heads, slices, records: reader, admissions, registry, coverageUpdates },
    { province: code, keyId, workers },
    { at: "2023-02-04T01:00:00Z", by: "uji" },
  );
  const act = { kind: "erasure", at: "2023-02-04T01:00:00Z", by: "uji", reason: "uji", workers: 1 } as const;
  await audit.record(code, { ...act, requestedOn: null, progress: "begun", counts: null });
}

type Sink = readonly [name: string, bytes: Uint8Array];

async function tables(): Promise<readonly Sink[]> {
  const sinks: Sink[] = [];
  for (const table of [OUTPUTS.registryTable, OUTPUTS.coverageTable]) {
    const pages = paginateScan({ client: province.dynamo }, { TableName: province.outputs[table] });
    for await (const page of pages) {
      for (const item of page.Items ?? []) {
        sinks.push([table, Buffer.from(JSON.stringify(item))]);
        for (const value of Object.values(item)) {
          for (const bytes of [...(value.B === undefined ? [] : [value.B]), ...(value.BS ?? [])])
            sinks.push([table, bytes]);
        }
      }
    }
  }
  return sinks;
}

async function deadLetters(): Promise<readonly Sink[]> {
  const sinks: Sink[] = [];
  for (const queue of QUEUES) {
    const bodies = province.deadLetters(queue);
    for (const body of bodies) if (!strange.includes(body)) sinks.push([`${queue} dead letters`, Buffer.from(body)]);
    const reason = bodies.length === 0 ? null : await province.access.deadLetters(queue).firstReason();
    sinks.push([`${queue} reason`, Buffer.from(JSON.stringify(reason))]);
  }
  return sinks;
}

/** With the rejected rows: for who was erased nothing may stand there either. */
async function receipts(rejectedRowsToo: boolean): Promise<readonly Sink[]> {
  const Bucket = province.outputs[OUTPUTS.receiptsBucket];
  const sinks: Sink[] = [];
  for await (const page of paginateListObjectsV2({ client: province.s3 }, { Bucket })) {
    for (const { Key = "" } of page.Contents ?? []) {
      sinks.push([`key ${Key.slice(0, 9)}`, Buffer.from(Key)]);
      if (/\.(csv|xlsx)$/.test(Key) && !rejectedRowsToo) continue;
      const { Body, Metadata } = await province.s3.send(new GetObjectCommand({ Bucket, Key }));
      sinks.push(
        [Key, (await Body?.transformToByteArray()) ?? new Uint8Array()],
        [Key, Buffer.from(JSON.stringify(Metadata))],
      );
    }
  }
  return sinks;
}

function found(sinks: readonly Sink[], canaries: Readonly<Record<string, string>> = CANARIES): readonly string[] {
  return sinks.flatMap(([name, bytes]) =>
    Object.entries(canaries).flatMap(([canary, number]) =>
      canaryTraces(bytes, number).map((form) => `${canary} in ${name}: ${form}`),
    ),
  );
}

const texts = (name: string, all: readonly string[]): readonly Sink[] => all.map((one) => [name, Buffer.from(one)]);

describe("no canary is in", () => {
  test("the tables", async () => {
    const sinks = await tables();
    expect(sinks.length).toBeGreaterThan(20);
    expect(found(sinks)).toEqual([]);
  });

  test("messages between the functions", () => {
    expect(new Set(seen.map(([queue]) => queue))).toEqual(
      new Set<QueueName>(["enrolment-events", "coverage-updates", "coverage-changes", "reference-uploads"]),
    );
    const ours = seen.filter(([, body]) => !strange.includes(body));
    expect(found(ours.map(([queue, body]) => [queue, Buffer.from(body)]))).toEqual([]);
  });

  test("dead letters and their reasons", async () => {
    expect(province.deadLetters("enrolment-events").length).toBeGreaterThan(1);
    expect(found(await deadLetters())).toEqual([]);
  });

  test("what went to topics: alerts, announcements, mails", () => {
    expect(province.alerts().map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["coverage.dropped", "roster.held"]),
    );
    expect(found(texts("topic", province.published))).toEqual([]);
  });

  test("the logs, which tell of crashes", () => {
    expect(province.written.some((line) => line.includes("message-failed"))).toBe(true);
    expect(found(texts("log", province.written))).toEqual([]);
  });

  test("receipts, their pages and all keys beside them", async () => {
    const sinks = await receipts(false);
    expect(sinks.length).toBeGreaterThan(20);
    expect(found(sinks)).toEqual([]);
  });
});

test("rejected rows are given back to their uploader, but for who was erased", async () => {
  const withRows = await receipts(true);
  expect(found(withRows, { erased: CANARIES.erased })).toEqual([]);
  expect(found(withRows, { rejected: CANARIES.rejected })).not.toEqual([]);
});
