// Erasing, changing the key and the audit trail by the commands, on a province that runs in this process.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { eraseCommand } from "#cli/commands/erase.ts";
import { rekeyPorts } from "#cli/commands/rekey.ts";
import { COMMANDS } from "#cli/commands.ts";
import { EXIT } from "#cli/exit-codes.ts";
import { main } from "#cli/main.ts";
import { type LocalProvince, startLocalProvince } from "#local/local-province.ts";
import { syntheticWorkers } from "#local/replay/workers.ts";
import { accessProvince } from "#shared/adapters/aws/province-access.ts";
import { day } from "#shared/domain/day.ts";
import { regencyCode } from "#shared/domain/region.ts";
import { keyState } from "#shared/people/rekey-province.ts";
import { recorder } from "../recorder.ts";

const directory = mkdtempSync(join(tmpdir(), "cakupan-people-"));
const niks = syntheticWorkers(regencyCode("14.03"), 0, 120).map(({ nik }) => nik);
const [another = ""] = syntheticWorkers(regencyCode("14.03"), 120, 1).map(({ nik }) => nik);
const [gone = ""] = niks;
const ROSTER = "14.03/rentan/apbd-2023";
const runbook = readFileSync(new URL("../../../docs/runbook.md", import.meta.url), "utf8");
let province: LocalProvince;

beforeAll(async () => {
  vi.stubEnv("CAKUPAN_DIRECTORY", directory);
  province = await startLocalProvince({ province: "14", day: "2023-11-20", directory });
  expect((await upload("a.csv", niks)).code).toBe(EXIT.ok);
  expect((await upload("b.csv", niks.slice(0, 40))).code).toBe(EXIT.held);
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await province.stop();
});

/** @param input what stands in the standard input */
async function cakupan(words: readonly string[], input = "") {
  const stdout = recorder();
  const stderr = recorder();
  const commands = [eraseCommand(async () => input), ...COMMANDS.filter(({ name }) => name !== "erase")];
  const code = await main(commands, words, { stdout, stderr });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

async function upload(name: string, numbers: readonly string[]) {
  const path = join(directory, name);
  writeFileSync(path, `NIK,MULAI\n${numbers.map((one) => `${one},2023-01`).join("\n")}\n`);
  return cakupan(["upload", path, "--roster", ROSTER, "--json"]);
}

/** The command of the runbook, as it stands there, without the province of AWS. */
function fromRunbook(name: string, marks: string): readonly string[] {
  const line = runbook.split("\n").find((one) => one.startsWith(`npx cakupan ${name}`) && one.includes(marks));
  if (line === undefined) throw new Error(`the runbook does not say ${name} ${marks}`);
  const words = line
    .replace(/ *#.*$/, "")
    .replace(/ < \S+/, "")
    .replace(" --province $P", "")
    .replace("npx cakupan ", "");
  return [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}

const answered = z.object({ files: z.number(), waiting: z.array(z.string()), rosters: z.array(z.string()) });
const covered = async () =>
  z.object({ covered: z.number() }).parse(JSON.parse((await cakupan(["coverage", "14.03", "--json"])).stdout)).covered;

test("erase takes no NIK as an argument, nor one that is none, and repeats none", async () => {
  expect(await cakupan(["erase", gone])).toMatchObject({ code: EXIT.usage });
  const wrong = await cakupan(["erase", "--dry-run"], `${gone}\n140301\n`);
  expect(wrong.code).toBe(EXIT.usage);
  expect(wrong.stderr).toContain("Line 2");
  expect(wrong.stderr).not.toContain("140301");
  expect((await cakupan(["erase"], gone)).stderr).toContain("--reason");
  expect((await cakupan(["erase", "--reason", "surat 1"], gone)).stderr).toContain("--yes");
  expect((await cakupan(["erase", "--reason", gone, "--yes"], gone)).code).toBe(EXIT.usage);
  const coming = await cakupan(["erase", "--dry-run", "--requested-on", "2099-01-01"], gone);
  expect(coming).toMatchObject({ code: EXIT.usage, stderr: expect.stringContaining("has not come") });
});

test("erase says first what it would do, leaves what an upload still needs, and then does it", {
  timeout: 60_000,
}, async () => {
  const before = await cakupan([...fromRunbook("erase", "--dry-run"), "--json"], gone);
  expect(answered.parse(JSON.parse(before.stdout))).toMatchObject({ files: 1, rosters: [ROSTER] });
  expect(answered.parse(JSON.parse(before.stdout)).waiting).toHaveLength(1);
  expect(await covered()).toBe(120);

  const done = await cakupan(
    [...fromRunbook("erase", "--yes"), "--as", "petugas"],
    `'${gone.slice(0, 6)} ${gone.slice(6)}\n`,
  );
  expect(done.code).toBe(EXIT.notMended);
  expect(done.stdout).toContain("TERLAMBAT");
  expect(done.stdout).toContain("35");
  expect(done.stdout + done.stderr).not.toContain(gone);

  const [held = ""] = answered.parse(JSON.parse(before.stdout)).waiting;
  expect((await cakupan(["discard", held, "--as", "kepala"])).code).toBe(EXIT.ok);
  await vi.waitFor(async () => expect(await covered()).toBe(119), 20_000);
  const again = await cakupan(["erase", "--reason", "surat 1", "--yes", "--json"], gone);
  expect(again.code).toBe(EXIT.ok);
  expect(answered.parse(JSON.parse(again.stdout))).toEqual({ files: 1, waiting: [], rosters: [] });
  expect((await upload("c.csv", niks)).code).toBe(EXIT.rowsRejected);
});

test("a dry run afterwards says that nothing is left, and since when they are kept out", {
  timeout: 60_000,
}, async () => {
  // The file that named them once more was deleted with the others.
  expect((await cakupan(["erase", "--reason", "surat 1", "--yes"], gone)).code).toBe(EXIT.ok);
  const dry = fromRunbook("erase", "--dry-run");
  const { code, stdout } = await cakupan(dry, gone);
  expect(code).toBe(EXIT.ok);
  expect(stdout).toContain("Nothing is left of this person.");
  expect(stdout).toContain("On the suppression list since 2023-11-20: 1 person.");
  expect(stdout).not.toContain("Would be erased");
  const other = await cakupan(dry, `${gone}\n${niks[1]}`);
  expect(other.stdout).toContain("Would be erased: 2 people.");
  expect(other.stdout).toContain("Not kept out yet: 1 person");
  expect(JSON.parse((await cakupan([...dry, "--json"], gone)).stdout)).toMatchObject({
    people: 1,
    keptOut: [{ since: "2023-11-20", people: 1 }],
  });
});

test("what was known before an erasure says that somebody is left out since, and of which day the version is", async () => {
  await province.moveDay(day("2023-11-21"));
  expect((await cakupan(["erase", "--reason", "surat 2", "--yes"], niks[119])).code).not.toBe(EXIT.failed);
  const then = await cakupan(["coverage", "14.03", "--known-on", "2023-11-20"]);
  expect(then.stdout).toContain("1 person of this province was erased on 2023-11-21");
  expect(then.stdout).toMatch(/version \d was made on 2023-11-21 by an erasure of people, in the place of version \d/);
  expect(then.stdout).toMatch(/apbd-2023 +\d \(2023-11-21\)/);
  const { stdout } = await cakupan(["coverage", "14.03", "--known-on", "2023-11-20", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    erasedSince: [{ on: "2023-11-21", people: 1 }],
    rosters: [{ rewritten: { cause: "erasure", on: "2023-11-21" } }],
  });
  expect((await cakupan(["coverage", "--known-on", "2023-11-20"])).stdout).toContain("was erased on 2023-11-21");
  expect((await cakupan(["coverage", "14.03", "--known-on", "2023-11-21"])).stdout).not.toContain("erased on");
});

test("a change of the key that was cut off is named by status, preview and upload, and gone on with", {
  timeout: 60_000,
}, async () => {
  const access = accessProvince(province.outputs, province.endpoints);
  const ports = rekeyPorts(access);
  const { keys, fromKeyId, toKeyId } = await keyState(ports, access.code);
  await ports.keys.write(keys);
  await ports.admissions.beginChange(access.code, fromKeyId, toKeyId);
  const path = join(directory, "a.csv");
  const status = await cakupan(["status"]);
  expect([status.code, status.stdout]).toEqual([EXIT.notMended, expect.stringContaining("npx cakupan rekey")]);
  const preview = await cakupan(["preview", path, "--roster", ROSTER]);
  expect([preview.code, preview.stderr]).toEqual([EXIT.failed, expect.stringContaining("Kunci nama samaran sedang")]);
  expect(preview.stderr).not.toContain("unexpected fault");
  const waiting = await cakupan(["upload", path, "--roster", ROSTER, "--timeout", "0.2"]);
  expect([waiting.code, waiting.stdout]).toEqual([EXIT.timedOut, expect.stringContaining("npx cakupan rekey")]);
  access.close();
  const done = await cakupan([...fromRunbook("rekey", "--yes"), "--json"]);
  expect(JSON.parse(done.stdout)).toMatchObject({ stage: "under-way", rosters: 1 });
  await province.idle();
  expect((await cakupan(["status"])).stdout).not.toContain("rekey");
});

test("rekey changes the key and nothing that is counted", { timeout: 60_000 }, async () => {
  await province.moveDay(day("2023-11-21"));
  expect((await upload("tambahan.add.csv", [another])).code).toBe(EXIT.ok);
  await province.moveDay(day("2023-11-22"));
  expect((await cakupan(fromRunbook("rekey", "--dry-run"))).code).toBe(EXIT.ok);
  const done = await cakupan([...fromRunbook("rekey", "--yes"), "--json"]);
  expect([done.code, done.stderr]).toEqual([EXIT.ok, ""]);
  expect(JSON.parse(done.stdout)).toMatchObject({ stage: "new", rosters: 1 });
  expect((await upload("d.csv", [...niks, another])).code).toBe(EXIT.rowsRejected);
  expect(await covered()).toBe(119);
  const dry = await cakupan(fromRunbook("erase", "--dry-run"), gone);
  expect(dry.stdout).toContain("On the suppression list since 2023-11-20: 1 person.");
});

test("what was known before the change is not told, and the change is named as the cause", async () => {
  expect((await cakupan(["coverage", "14.03", "--known-on", "2023-11-21"])).code).toBe(EXIT.ok);
  const then = await cakupan(["coverage", "14.03", "--known-on", "2023-11-20"]);
  expect(then.code).toBe(EXIT.failed);
  expect(then.stderr).toContain("the change of the pseudonym key on 2023-11-22 removed all versions before it");
  const all = await cakupan(["coverage", "--known-on", "2023-11-20"]);
  expect([all.code, all.stdout]).toEqual([EXIT.failed, expect.stringContaining("penggantian kunci nama samaran pada")]);
});

test("history says of each version whose order wrote it, when, and what it was", async () => {
  const { stdout } = await cakupan(["history", ROSTER]);
  expect(stdout).toMatch(/2023-11-20 01:\d\d +erasure +- +petugas +versi \/ version \d, -1 kepesertaan \/ enrolments/);
  expect(stdout).toMatch(/2023-11-22 01:\d\d +rekey +- +\S+ +versi \/ version \d\n/);
  expect(stdout).toMatch(/discarded 2023-11-20 kepala/);
  expect(stdout).toContain("Version numbers that were not used");
  expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(120);
});

test("audit lists uploads and what operators did, oldest first, without a NIK", async () => {
  expect((await cakupan(["reference", "data/14/workforce.csv", "--as", "workforce"])).code).toBe(EXIT.ok);
  const { code, stdout } = await cakupan([...fromRunbook("audit", ""), "--json"]);
  expect(code).toBe(EXIT.ok);
  const acts = z.array(z.looseObject({ kind: z.string(), at: z.string() })).parse(JSON.parse(stdout));
  const times = acts.map(({ at }) => Date.parse(at));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(new Set(acts.map(({ kind }) => kind))).toEqual(
    new Set(["upload", "reference", "discard", "erasure", "rekey"]),
  );
  expect(acts.find(({ kind }) => kind === "discard")).toMatchObject({ by: "kepala" });
  expect(acts.find(({ kind }) => kind === "reference")).toMatchObject({ by: "000000000000", as: "workforce" });
  expect(acts.find(({ kind }) => kind === "erasure")).toMatchObject({ by: "petugas", workers: 1, progress: "done" });
  expect(stdout).not.toContain(gone);
  expect((await cakupan(["history", ROSTER])).stdout).toContain("erasure");
});
