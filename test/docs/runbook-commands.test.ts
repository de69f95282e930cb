// Every command of the runbook is run by a real shell in which `aws` and `npx` only note how they were called; what they were given is then held against
// the commands of this project and, where the AWS CLI is installed, against its own knowledge of services, operations and options.
import { execFile, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readCommandLine } from "#cli/command-line.ts";
import { COMMANDS } from "#cli/commands.ts";

const runbook = readFileSync(new URL("../../docs/runbook.md", import.meta.url), "utf8");
const blocks = [...runbook.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, text]) => String(text));
const inline = [...runbook.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/`((?:aws|npx cakupan|cakupan) [^`]+)`/g)].map(
  ([, text]) => String(text),
);

const directory = mkdtempSync(join(tmpdir(), "runbook-"));
afterAll(() => rmSync(directory, { recursive: true }));
const calls = calledBy([...blocks, ...inline.map((text) => text.replace(/^cakupan /, "npx cakupan "))]);

/** The words of every call of `aws` and `npx`, in order. */
function calledBy(commands: readonly string[]): readonly (readonly string[])[] {
  const notes = join(directory, "notes");
  for (const name of ["aws", "npx"]) {
    const note = `#!/bin/sh\n{ printf '%s\\036' ${name} "$@"; printf '\\035'; } >> "${notes}"\necho named\n`;
    writeFileSync(join(directory, name), note);
    chmodSync(join(directory, name), 0o755);
  }
  const [names = "", ...others] = commands;
  for (const command of others) {
    for (const [, file] of command.matchAll(/ < ([\w.-]+)/g)) writeFileSync(join(directory, String(file)), "");
    // Without the start-up file that bash reads where its input is a socket, as from a remote shell.
    const shell = spawnSync("bash", ["--norc", "-eu", "-c", `${names}\n${command}`], {
      encoding: "utf8",
      cwd: directory,
      env: { ...process.env, PATH: `${directory}:${process.env.PATH}` },
    });
    if (shell.status !== 0 || shell.stderr !== "") throw new Error(`${command}\n${shell.stderr}`);
  }
  return readFileSync(notes, "utf8")
    .split("\x1d")
    .filter((call) => call !== "")
    .map((call) => call.split("\x1e").slice(0, -1));
}

const ours = calls.filter(([program]) => program === "npx");
const theirs = calls.filter(([program]) => program === "aws");

test("there are commands, and each runs in a shell", () => {
  expect(ours.length).toBeGreaterThan(20);
  expect(theirs.length).toBeGreaterThan(20);
});

test("each of this project's commands is understood, with its options and arguments", () => {
  for (const [, program, name, ...words] of ours) {
    expect(program).toBe("cakupan");
    const command = COMMANDS.find((one) => one.name === name);
    if (command === undefined) throw new Error(`there is no command ${name}`);
    expect(() => readCommandLine(command, words), `${name} ${words.join(" ")}`).not.toThrow();
  }
});

const cli = spawnSync("aws", ["--version"], { encoding: "utf8" });

describe.skipIf(cli.status !== 0)("the AWS CLI", () => {
  test("knows every service, operation and option", async () => {
    const described = await Promise.all([...widest(theirs.map(([, ...words]) => words)).values()].map(describedBy));
    expect(described.length).toBeGreaterThan(10);
    expect(described.filter(({ complaint }) => complaint !== "")).toEqual([]);
  }, 60_000);

  test("is asked so that it would complain", async () => {
    const unknown = await Promise.all(
      [
        ["sqs", "empty-queue"],
        ["sqs", "purge-queue", "--nonsense", "a"],
      ].map(describedBy),
    );
    expect(unknown.filter(({ complaint }) => complaint !== "")).toHaveLength(2);
  }, 60_000);
});

/** Of the calls of each operation the one with the most options; `lambda invoke` writes to a file, of which the CLI describes nothing. */
function widest(all: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[]> {
  const options = (words: readonly string[] = []): number => words.filter((word) => word.startsWith("--")).length;
  const byOperation = new Map<string, readonly string[]>();
  for (const words of all) {
    const operation = words.slice(0, 2).join(" ");
    if (operation !== "lambda invoke" && options(words) >= options(byOperation.get(operation)))
      byOperation.set(operation, words);
  }
  return byOperation;
}

/** What the CLI says when it only has to describe what it would ask; it asks nobody. */
function describedBy(words: readonly string[]): Promise<{ readonly words: string; readonly complaint: string }> {
  const environment = { ...process.env, AWS_REGION: "ap-southeast-3", AWS_DEFAULT_REGION: "ap-southeast-3" };
  return new Promise((resolve) => {
    execFile("aws", [...words, "--generate-cli-skeleton"], { env: environment }, (error, _, stderr) =>
      resolve({ words: words.join(" "), complaint: error === null ? "" : stderr }),
    );
  });
}
