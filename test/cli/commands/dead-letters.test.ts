// Dead letters by the commands, on a province that runs in this process: seen, sent once more in the way that fits them, thrown away, and on record.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateQueueCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { COMMANDS } from "#cli/commands.ts";
import { EXIT } from "#cli/exit-codes.ts";
import { main } from "#cli/main.ts";
import { type LocalProvince, startLocalProvince } from "#local/local-province.ts";
import { type DeadLettersName, deadLettersOutput } from "#shared/names.ts";
import alertSample from "../../../events/samples/coverage-dropped.json" with { type: "json" };
import { recorder } from "../recorder.ts";

const NIK = "1403014101900001";
const QUEUE = "arn:aws:sqs:ap-southeast-3:000000000000:dinas-dashboard";
const directory = mkdtempSync(join(tmpdir(), "cakupan-letters-"));
let province: LocalProvince;
let sqs: SQSClient;

beforeAll(async () => {
  vi.stubEnv("CAKUPAN_DIRECTORY", directory);
  province = await startLocalProvince({ province: "14", day: "2023-12-30", directory });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  sqs = new SQSClient({ region: "ap-southeast-3", endpoint: province.endpoints.sqs, credentials });
}, 120_000);
afterAll(async () => {
  sqs.destroy();
  vi.unstubAllEnvs();
  await province.stop();
});

async function cakupan(...words: readonly string[]) {
  const stdout = recorder();
  const stderr = recorder();
  const code = await main(COMMANDS, words, { stdout, stderr });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

async function json(...words: readonly string[]): Promise<{ readonly code: number; readonly answer: unknown }> {
  const { code, stdout } = await cakupan(...words, "--json");
  return { code, answer: JSON.parse(stdout) };
}

async function put(queue: DeadLettersName, body: string, attributes: Readonly<Record<string, string>> = {}) {
  const QueueUrl = province.outputs[deadLettersOutput(queue)];
  const named = Object.entries(attributes).map(([name, value]) => [name, { DataType: "String", StringValue: value }]);
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body, MessageAttributes: Object.fromEntries(named) }));
}

const listed = z.object({
  letters: z.array(z.object({ id: z.string(), about: z.string(), reason: z.string().nullable() })),
});
const lettersOf = async (queue: DeadLettersName) =>
  listed.parse((await json("redrive", queue, "--list")).answer).letters;
const acts = async () => z.array(z.looseObject({ kind: z.string() })).parse((await json("audit")).answer);

const failed = z.object({
  deadLetters: z.array(
    z.object({ name: z.string(), deadLetters: z.object({ waiting: z.number(), inFlight: z.number() }) }),
  ),
});

/** Each test begins without letters. */
beforeEach(async () => {
  const { answer } = await json("status");
  for (const { name, deadLetters } of failed.parse(answer).deadLetters)
    if (deadLetters.waiting + deadLetters.inFlight > 0) await cakupan("redrive", name, "--discard-all", "--yes");
});

test("without dead letters status says that all is counted and exits with 0", async () => {
  const { code, stdout } = await cakupan("status");
  expect([code, (await json("redrive")).answer]).toEqual([EXIT.ok, []]);
  expect(stdout).toMatch(/alert-delivery +- +- +0/);
  expect(stdout).toContain("All that came in is counted.");
});

test("with some, of whatever queue, status says which and what to do, and exits with 1", async () => {
  await put("alert-delivery", "{}");
  await put("coverage-day", '{"time":"2023-12-29T17:10:00Z"}', { ERROR_MESSAGE: "Rate exceeded" });
  const { code, stdout } = await cakupan("status");
  expect(code).toBe(EXIT.notMended);
  expect(stdout).toContain("THERE ARE DEAD LETTERS: coverage-day 1, alert-delivery 1");
  expect(stdout).toContain("npx cakupan redrive coverage-day --list");
  expect((await json("redrive")).answer).toEqual([
    { queue: "coverage-day", deadLetters: 1, reason: "Rate exceeded" },
    { queue: "alert-delivery", deadLetters: 1, reason: null },
  ]);
});

test("a queue's letters are sent to the queue once more; what can never work comes back with its reason", async () => {
  const lost = { type: "coverage-update", regency: "14.03", asOf: "2023-12-30", cause: "roster" };
  for (const body of [JSON.stringify(lost), "tidak berguna"]) await put("coverage-updates", body);
  expect((await lettersOf("coverage-updates")).map(({ about }) => about).sort()).toEqual(["-", "14.03 2023-12-30"]);
  expect(await json("redrive", "coverage-updates", "--rate", "100")).toMatchObject({
    code: EXIT.ok,
    answer: { queue: "coverage-updates", sent: 2, unfit: 0, before: 2 },
  });
  await province.idle();
  expect((await json("redrive")).answer).toEqual([{ queue: "coverage-updates", deadLetters: 1, reason: "not-json" }]);
});

test("a missed day is run as its schedule would have run it, and a letter that tells no time stays", async () => {
  expect((await json("status")).answer).toMatchObject({ lastDailyRun: null });
  await put("coverage-day", '{"time":"2023-12-28T17:10:00Z"}');
  await put("coverage-day", '{"hari":"kemarin"}');
  expect((await cakupan("redrive")).code).toBe(EXIT.notMended);
  const { code, stdout } = await cakupan("redrive", "coverage-day", "--rate", "100");
  expect(code).toBe(EXIT.notMended);
  expect(stdout).toContain("coverage-day: 1 of 2 messages sent once more; 1 dead letter left.");
  await province.idle();
  expect((await json("status")).answer).toMatchObject({ lastDailyRun: "2023-12-29" });
  expect(await lettersOf("coverage-day")).toMatchObject([{ about: "-" }]);
});

test("a missed digest is made, and a missed comparison is left to the command that makes it", async () => {
  await put("coverage-digest", '{"time":"2023-12-30T00:00:00Z"}');
  expect(await json("redrive", "coverage-digest")).toMatchObject({ code: EXIT.ok, answer: { sent: 1 } });
  await put("reconciliation", '{"time":"2023-12-29T19:10:00Z"}');
  const { code, stderr } = await cakupan("redrive", "reconciliation");
  expect([code, stderr]).toEqual([EXIT.failed, expect.stringContaining("run `npx cakupan reconcile`")]);
  expect(await lettersOf("reconciliation")).toMatchObject([{ about: "2023-12-29T19:10:00Z" }]);
});

test("of a queue without letters it is said that there are none, also where sending again is not the repair", async () => {
  for (const queue of ["alert-delivery", "reconciliation", "roster-uploads"]) {
    const { code, stdout } = await cakupan("redrive", queue);
    expect([code, stdout]).toEqual([EXIT.ok, `${queue}: tidak ada pesan yang gagal. / no dead letters.\n`]);
  }
  expect((await cakupan("redrive", "roster-uploads", "--discard", "zzzz")).code).toBe(EXIT.usage);
});

test("what a subscriber did not take goes only to the queue that is named, under its filter", async () => {
  await put("alert-delivery", JSON.stringify(alertSample));
  await put("alert-delivery", JSON.stringify({ Type: "Notification", Message: JSON.stringify(alertSample) }));
  const without = await cakupan("redrive", "alert-delivery");
  expect(without.code).toBe(EXIT.failed);
  expect(without.stderr).toContain("published again, everybody else would get them twice");
  expect((await cakupan("redrive", "alert-delivery", "--to", QUEUE)).code).toBe(EXIT.usage);

  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "dinas-dashboard" }));
  await cakupan("subscribe", "--queue", QUEUE, "--severity", "info", "--as", "kepala");
  expect(await json("redrive", "alert-delivery", "--to", QUEUE)).toMatchObject({ answer: { sent: 0, unfit: 2 } });
  await cakupan("subscribe", "--queue", QUEUE, "--severity", alertSample.severity, "--replace", "--as", "kepala");
  const sent = await cakupan("redrive", "alert-delivery", "--to", QUEUE);
  expect(sent.code).toBe(EXIT.notMended);
  expect(sent.stdout).toContain("1 cannot be sent (not for that queue, or for an HTTPS address)");
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  expect(Messages.map(({ Body = "" }) => JSON.parse(Body))).toEqual([alertSample]);
  // What an HTTPS address did not take says what it is about as well.
  expect(await lettersOf("alert-delivery")).toMatchObject([{ about: expect.stringContaining(alertSample.alertId) }]);
});

test("letters are listed without bodies or NIK, thrown away by name only, and the rest stays", async () => {
  const key = `rosters/14.03/rentan/apbd-2023/${NIK}.csv`;
  await put("roster-uploads", JSON.stringify({ detail: { object: { key } } }), { reason: `wrong-shape at ${NIK}` });
  await put("roster-uploads", JSON.stringify({ detail: { object: { key: key.replace(NIK, "budi") } } }));
  const { stdout } = await cakupan("redrive", "roster-uploads", "--list");
  expect(stdout).not.toContain(NIK);
  expect(stdout).not.toContain("budi");
  expect(stdout).toContain("wrong-shape at …");
  expect(stdout).toContain("14.03/rentan/apbd-2023");

  const unknown = await cakupan("redrive", "roster-uploads", "--discard", "ffffffff-nobody");
  expect([unknown.code, unknown.stderr]).toEqual([EXIT.usage, expect.stringContaining("nothing was thrown away")]);
  const poison = (await lettersOf("roster-uploads")).find(({ reason }) => reason !== null)?.id ?? "";
  const gone = await cakupan("redrive", "roster-uploads", "--discard", poison.slice(0, 8), "--as", "petugas");
  expect(gone.code).toBe(EXIT.notMended);
  expect(gone.stdout).toContain("roster-uploads: 1 letter thrown away, 1 left");
  expect(await lettersOf("roster-uploads")).toMatchObject([{ about: "14.03/rentan/apbd-2023", reason: null }]);
  expect((await acts()).at(-1)).toMatchObject({
    kind: "letter-discard",
    by: "petugas",
    progress: "done",
    queue: "roster-uploads",
    letters: 1,
    named: [{ id: poison, reason: "wrong-shape at …", about: "-" }],
  });
});

test("all are thrown away only when that is confirmed", async () => {
  for (const body of ["a", "b"]) await put("roster-uploads", body);
  const asked = await cakupan("redrive", "roster-uploads", "--discard-all");
  expect([asked.code, asked.stderr]).toEqual([EXIT.usage, expect.stringContaining("--yes")]);
  expect(await json("redrive", "roster-uploads", "--discard-all", "--yes")).toMatchObject({ answer: { left: 0 } });
  expect(await lettersOf("roster-uploads")).toEqual([]);
});

test.each([
  [["coverage-updatez"], "did you mean coverage-updates?"],
  [["coverage-updates", "--max", "0"], "--max 0"],
  [["--list"], "QUEUE is missing"],
  [["roster-uploads", "--list", "--discard", "3f2a"], "at a time"],
  [["roster-uploads", "--to", QUEUE], "--to goes with alert-delivery"],
])("redrive %j is wrong usage: %s", async (words, told) => {
  const { code, stderr } = await cakupan("redrive", ...words);
  expect([code, stderr]).toEqual([EXIT.usage, expect.stringContaining(told)]);
});

test("audit has what was subscribed, sent again and thrown away, with who ordered it", async () => {
  await cakupan("unsubscribe", QUEUE, "--as", "camat");
  const found = (await acts()).filter(({ kind }) => kind !== "letter-discard");
  const kinds = found.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(["redrive", "subscription", "unsubscription"]));
  expect(found.filter(({ kind }) => kind === "subscription")).toMatchObject([
    { by: "kepala", topic: "alerts", protocol: "sqs", endpoint: QUEUE, filter: { severity: ["info"] } },
    { by: "kepala", filter: { severity: [alertSample.severity] } },
  ]);
  expect(found.at(-1)).toMatchObject({ kind: "unsubscription", by: "camat", endpoint: QUEUE });
  expect(found).toContainEqual(expect.objectContaining({ kind: "redrive", queue: "coverage-day", sent: 1 }));
  const { stdout } = await cakupan("audit");
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
  expect(stdout).toContain("coverage-day: 1 dikirim ulang / sent again");
});

test("an alert for a queue that has gone lies in the dead letters until the queue is there again", async () => {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "dinas-gone" }));
  const arn = QUEUE.replace("dashboard", "gone");
  await cakupan("subscribe", "--queue", arn, "--as", "kepala");
  await sqs.send(new DeleteQueueCommand({ QueueUrl }));
  const empty = join(directory, "kosong.csv");
  writeFileSync(empty, "");
  await cakupan("upload", empty, "--roster", "14.03/rentan/apbd-2022");
  await province.idle();
  expect(await lettersOf("alert-delivery")).toMatchObject([
    { about: expect.stringContaining("14.03/rentan/apbd-2022") },
  ]);

  await sqs.send(new CreateQueueCommand({ QueueName: "dinas-gone" }));
  expect(await json("redrive", "alert-delivery", "--to", arn)).toMatchObject({ answer: { sent: 1, unfit: 0 } });
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(Messages.map(({ Body = "" }) => JSON.parse(Body))).toMatchObject([{ kind: "roster.refused" }]);
});
