// A province that cannot come up says why and ends, with nothing left running.
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { COMMANDS } from "#cli/commands.ts";
import { EXIT } from "#cli/exit-codes.ts";
import { main } from "#cli/main.ts";
import { portOf } from "#local/emulators/loopback.ts";
import { writeProvinceFile } from "#local/province-file.ts";
import { recorder } from "../recorder.ts";

test("a second province in the same folder is told of the first, with the way out", async () => {
  const directory = mkdtempSync(join(tmpdir(), "cakupan-start-"));
  vi.stubEnv("CAKUPAN_DIRECTORY", directory);
  onTestFinished(() => void vi.unstubAllEnvs());
  const url = "http://127.0.0.1:1";
  const endpoints = { s3: url, sqs: url, sns: url, dynamodb: url, secretsmanager: url, lambda: url };
  writeProvinceFile(join(directory, "province.json"), {
    pid: process.pid,
    province: "14",
    startedAt: "2024-01-01T00:00:00Z",
    day: "2024-01-01",
    region: "ap-southeast-3",
    control: url,
    endpoints,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    outputs: {},
    mails: "mails",
    functionsLog: "functions.log",
  });
  const stderr = recorder();
  expect(await main(COMMANDS, ["start", "--once"], { stdout: recorder(), stderr })).toBe(EXIT.failed);
  expect(stderr.text()).toContain(
    `Province 14 runs already on this machine; stop it with Ctrl-C where it runs, or \`kill ${process.pid}\``,
  );
  expect(stderr.text()).not.toContain("unexpected fault");
});

test.each([0, 1, 2])(
  "a port that another program has, number %i of three, is told with the way out",
  async (offset) => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const stderr = recorder();

    const words = ["start", "--once", "--port", String(portOf(other) - offset)];

    expect(await main(COMMANDS, words, { stdout: recorder(), stderr })).toBe(EXIT.failed);
    expect(stderr.text()).toMatch(/Port \d+ di komputer ini sudah dipakai program lain\. Pilih --port lain/);
    expect(stderr.text()).toContain("leave it out: free ones are found");
    expect(stderr.text()).not.toContain("bringing up");
  },
);
