// Subscribing on a province that runs in this process: what people are told, and what then really arrives.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { COMMANDS } from "#cli/commands.ts";
import { EXIT } from "#cli/exit-codes.ts";
import { main } from "#cli/main.ts";
import { alert as alertSchema } from "#events/alert.ts";
import { type LocalProvince, startLocalProvince } from "#local/local-province.ts";
import { syntheticWorkers } from "#local/replay/workers.ts";
import { day } from "#shared/domain/day.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { recorder } from "../recorder.ts";

const directory = mkdtempSync(join(tmpdir(), "cakupan-subscribe-"));
const QUEUE = "arn:aws:sqs:ap-southeast-3:000000000000:example-dashboard";
let province: LocalProvince;

beforeAll(async () => {
  vi.stubEnv("CAKUPAN_DIRECTORY", directory);
  province = await startLocalProvince({ province: "14", day: "2023-12-30", directory });
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await province.stop();
});

async function cakupan(...words: readonly string[]) {
  const stdout = recorder();
  const stderr = recorder();
  const code = await main(COMMANDS, words, { stdout, stderr });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

async function json(...words: readonly string[]) {
  const { code, stdout, stderr } = await cakupan(...words, "--json");
  const answer: unknown = stdout === "" ? null : JSON.parse(stdout);
  return { code, answer, stderr };
}

const listed = z.array(z.object({ subscriptionArn: z.string(), protocol: z.string(), endpoint: z.string() }));

const mailsTo = (address: string): readonly string[] =>
  readdirSync(province.files.mails)
    .filter((name) => name.includes(`-${address}.`))
    .map((name) => readFileSync(join(province.files.mails, name), "utf8"));

describe("subscribe", () => {
  test("takes an address with a filter, in lists or repeated, and says what happens next in both languages", async () => {
    const words = ["subscribe", "--email", "bupati@example.org", "--regency", "14.03,14.08", "--regency", "14.01"];
    const { code, stdout } = await cakupan(...words, "--severity", "critical");
    expect(code).toBe(EXIT.ok);
    expect(stdout).toContain("regency 14.01, 14.03, 14.08; severity critical");
    expect(stdout).toContain("Nothing to confirm on this machine");
    expect(stdout).toContain("Di komputer ini tidak perlu konfirmasi");
  });

  test("asked for the same again it changes nothing; with another filter it tells of the one that is there, and --replace changes it", async () => {
    const address = ["subscribe", "--email", "wabup@example.org"];
    await cakupan(...address, "--kind", "coverage.dropped");
    expect(await json(...address, "--kind", "coverage.recovered,coverage.dropped")).toMatchObject({
      code: EXIT.ok,
      answer: { outcome: "unchanged", filter: { kind: ["coverage.dropped", "coverage.recovered"] } },
    });
    const other = await json(...address, "--segment", "rentan");
    expect([other.code, other.answer]).toEqual([EXIT.usage, null]);
    expect(other.stderr).toContain("kind coverage.dropped, coverage.recovered");
    expect(other.stderr).toContain("--replace");
    expect(await json(...address, "--segment", "rentan", "--replace")).toMatchObject({
      answer: { outcome: "replaced", filter: { segment: ["rentan", { exists: false }] } },
    });
    expect(await json(...address, "--replace")).toMatchObject({ answer: { outcome: "replaced", filter: null } });
  });

  test.each([
    [[], "Name one receiver"],
    [["--email", "a@example.org", "--queue", QUEUE], "Name one receiver"],
    [["--email", "bupati"], "is not one mail address"],
    [
      ["--queue", "https://sqs.ap-southeast-3.amazonaws.com/111122223333/papan"],
      "arn:aws:sqs:ap-southeast-3:111122223333:papan?",
    ],
    [["--queue", `${QUEUE}.fifo`], "FIFO"],
    [["--url", "http://dashboard.example.org/alerts"], "did you mean https://dashboard.example.org/alerts?"],
    [["--email", "a@example.org", "--kind", "coverage.droped"], "did you mean coverage.dropped?"],
    [["--email", "a@example.org", "--severity", "kritis"], "info, warning, critical"],
    [["--email", "a@example.org", "--segment", "rentn"], "did you mean rentan?"],
    [["--email", "a@example.org", "--regency", "1403"], "14.03 is Kemendagri's"],
    [["--email", "a@example.org", "--regency", "14.03,,14.08"], "between the commas"],
    [["--email", "a@example.org", "--regency", "21.71"], "not in province 14"],
    [["--email", "a@example.org", "--digest", "--severity", "critical"], "is not filtered"],
    [["--email", "a@example.org", "--regencies", "14.03"], "did you mean --regency?"],
  ])("%j is refused: %s", async (words, told) => {
    const { code, stdout, stderr } = await cakupan("subscribe", ...words);
    expect([code, stdout]).toEqual([EXIT.usage, ""]);
    expect(stderr).toContain(told);
  });
});

test.each([
  [QUEUE.replace("example", "tidak-ada"), `There is no queue ${QUEUE.replace("example", "tidak-ada")}`],
  [
    QUEUE.replace("example", "tidak-ada"),
    "--queue-name tidak-ada-dashboard --region ap-southeast-3 --endpoint-url http",
  ],
  [QUEUE.replace("000000000000", "111122223333"), `maksud Anda ${QUEUE}?`],
  [QUEUE.replace("ap-southeast-3", "us-east-1"), `maksud Anda ${QUEUE}?`],
  [QUEUE.replace("example-dashboard", "Cakupan-14-CoverageUpdates"), "is a queue of Cakupan itself"],
])("a queue that cannot be reached is not subscribed: %s, %s", async (queue, told) => {
  expect(await cakupan("subscribe", "--queue", queue)).toMatchObject({
    code: EXIT.usage,
    stdout: "",
    stderr: expect.stringContaining(told),
  });
  expect((await cakupan("subscriptions")).stdout).not.toContain(queue);
});

test("subscriptions lists those of the template and those made since, and unsubscribe ends them", async () => {
  await cakupan("subscribe", "--url", "https://dashboard.example.org/alerts");
  await cakupan("subscribe", "--email", "kadis@example.org");
  await cakupan("subscribe", "--email", "kadis@example.org", "--digest");
  const { answer } = await json("subscriptions");
  expect(answer).toContainEqual(
    expect.objectContaining({
      endpoint: "regent-bengkalis@example.org",
      topic: "alerts",
      filter: { regency: ["14.03"], severity: ["critical"] },
    }),
  );
  expect(answer).toContainEqual(expect.objectContaining({ endpoint: "secretary-riau@example.org", topic: "digest" }));
  expect(answer).toContainEqual(expect.objectContaining({ protocol: "https", confirmed: true }));
  expect((await cakupan("subscriptions")).stdout).toContain("kadis@example.org");

  const slip = await cakupan("unsubscribe", "kadiss@example.org");
  expect([slip.code, slip.stderr]).toEqual([EXIT.usage, expect.stringContaining("did you mean kadis@example.org?")]);
  expect(await json("unsubscribe", "kadis@example.org")).toMatchObject({
    code: EXIT.ok,
    answer: [{ topic: "alerts" }, { topic: "digest" }],
  });
  const url = listed.parse(answer).find(({ protocol }) => protocol === "https");
  expect((await cakupan("unsubscribe", url?.subscriptionArn ?? "")).code).toBe(EXIT.ok);
  const left = listed.parse((await json("subscriptions")).answer).map(({ endpoint }) => endpoint);
  expect(left).not.toContain("https://dashboard.example.org/alerts");
  expect(left).not.toContain("kadis@example.org");
});

test("who subscribed while the province ran gets what the filter lets through: mails, a digest the morning after, JSON in a queue", async () => {
  const sqs = new SQSClient({
    region: "ap-southeast-3",
    endpoint: province.endpoints.sqs,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "example-dashboard" }));
  const subscribers: readonly (readonly string[])[] = [
    ["--email", "rentan@example.org", "--segment", "rentan", "--kind", "coverage.dropped"],
    ["--email", "siak@example.org", "--regency", "14.08"],
    ["--email", "pagi@example.org", "--digest"],
    ["--queue", QUEUE, "--regency", "14.03"],
  ];
  for (const words of subscribers) expect((await cakupan("subscribe", ...words)).code).toBe(EXIT.ok);

  const path = join(directory, "pekerja.csv");
  const rows = syntheticWorkers(regencyCode("14.03"), 0, 200).map(({ nik }) => `${nik},2023-01,2023-12`);
  writeFileSync(path, `NIK,MULAI,AKHIR\n${rows.join("\n")}\n`);
  expect((await cakupan("upload", path, "--roster", "14.03/rentan/apbd-2023")).code).toBe(EXIT.ok);
  await province.moveDay(day("2024-01-02"));

  // A fall in a whole regency reaches those who asked for one of its segments.
  expect(mailsTo("rentan@example.org")).toEqual([expect.stringContaining("Kabupaten Bengkalis")]);
  expect(mailsTo("siak@example.org")).toEqual([]);
  const digests = mailsTo("pagi@example.org").filter((mail) => mail.includes("-coverage-dropped-2024-01-01"));
  expect(digests).toHaveLength(1);
  expect(digests[0]).toMatch(/^Subject: \d+ peringatan \(1 KRITIS\): Riau, 1 Januari 2024\r$/m);
  expect(digests[0]).toContain("Date: Mon, 01 Jan 2024 00:00:0");
  expect(digests[0]).toMatch(/Ringkasan harian Riau.*---.*Daily digest of Riau/s);
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  const received = Messages.map(({ Body = "" }) => alertSchema.parse(JSON.parse(Body)));
  expect(received.map(({ kind }) => kind)).toContain("coverage.dropped");
  expect(new Set(received.map(({ regency }) => regency))).toEqual(new Set(["14.03"]));
  sqs.destroy();
});
