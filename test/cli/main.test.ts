import { writeFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import type { Command } from "#cli/command.ts";
import { COMMANDS } from "#cli/commands.ts";
import { EXIT } from "#cli/exit-codes.ts";
import { CannotDo, UsageError } from "#cli/failures.ts";
import { main } from "#cli/main.ts";
import { recorder } from "./recorder.ts";

const greet: Command = {
  name: "greet",
  summary: { id: "menyapa", en: "greets" },
  positionals: ["NAME", "[TITLE]"],
  options: {
    loud: { value: null, help: { id: "keras", en: "loudly" } },
    from: { value: "NAME", help: { id: "dari", en: "from" } },
    as: { value: "WORD", required: "always", help: { id: "sebagai", en: "as" } },
    day: { value: null, required: "one-of", help: { id: "siang", en: "by day" } },
    night: { value: "HOUR", required: "one-of", help: { id: "malam", en: "by night" } },
  },
  examples: ["greet Siti"],
  async run(line, output) {
    const [name, title] = line.positionals;
    if (name === "nobody") throw new CannotDo({ id: "tidak ada siapa-siapa", en: "nobody is here" });
    if (name === "wrong") throw new UsageError({ id: "itu bukan nama", en: "that is no name" });
    if (name === "broken") throw new TypeError("a fault of ours");
    if (name === "unwritable") writeFileSync("/proc/cakupan", "");
    output.progress("greeting");
    output.say(`hello ${title ?? ""}${name}${line.flag("loud") ? "!" : ""} from ${line.text("from")}`);
    output.answer({ greeted: name });
    return EXIT.rowsRejected;
  },
};

async function run(...words: readonly string[]) {
  const stdout = recorder();
  const stderr = recorder();
  const code = await main([greet], words, { stdout, stderr });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

describe("a command line", () => {
  test("gives the command its arguments and options, and the shell the command's exit code", async () => {
    const { code, stdout } = await run("greet", "Siti", "--loud", "--from=Budi");
    expect([code, stdout]).toEqual([EXIT.rowsRejected, "greeting\nhello Siti! from Budi\n"]);
  });

  test("with --json writes exactly one document to stdout, and progress to stderr", async () => {
    const { stdout, stderr } = await run("greet", "Siti", "--json");
    expect([JSON.parse(stdout), stderr]).toEqual([{ greeted: "Siti" }, "greeting\n"]);
  });

  test.each([
    [["gret", "x"], "did you mean greet?"],
    [["greet"], "NAME is missing"],
    [["greet", "a", "b", "c"], "One argument too many: c"],
    [["greet", "a", "--lod"], "did you mean --loud?"],
    [["greet", "a", "--zzzzzzz"], "Unknown option --zzzzzzz"],
    [["greet", "a", "--from"], "--from needs a value (NAME)"],
    [["greet", "a", "--from", " "], "--from needs a value (NAME)"],
    [["greet", "a", "--loud=yes"], "--loud takes no value"],
    [["greet", "wrong"], "itu bukan nama\nthat is no name\n"],
    [["gret", "x"], "Perintah gret tidak dikenal; maksud Anda greet?\n"],
    [["greet"], "NAME belum disebut\n"],
    [["greet", "a", "--lod"], "Pilihan --lod tidak dikenal; maksud Anda --loud?\n"],
  ])("%j is wrong usage: %s", async (words, told) => {
    const { code, stdout, stderr } = await run(...words);
    expect([code, stdout]).toEqual([EXIT.usage, ""]);
    expect(stderr).toContain(told);
    expect(stderr).toContain("--help");
  });

  test("that cannot be done now is told in both languages", async () => {
    const { code, stderr } = await run("greet", "nobody");
    expect([code, stderr]).toEqual([EXIT.failed, "tidak ada siapa-siapa\nnobody is here\n"]);
  });

  test("that meets a fault of ours names it", async () => {
    const { code, stderr } = await run("greet", "broken");
    expect([code, stderr]).toEqual([
      EXIT.failed,
      "Galat yang tidak terduga / unexpected fault: TypeError: a fault of ours\n",
    ]);
  });

  test("that meets a file which cannot be written names the file, and what to look at, in both languages", async () => {
    const { code, stderr } = await run("greet", "unwritable");
    expect(code).toBe(EXIT.failed);
    expect(stderr).toMatch(/^\/proc\/cakupan: tidak dapat .* \(E\w+\).*\n\/proc\/cakupan: cannot be read or written/);
  });
});

test("a province on AWS without region or credentials tells what to set, in both languages", async () => {
  for (const name of ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"]) vi.stubEnv(name, undefined);
  vi.stubEnv("AWS_CONFIG_FILE", "/dev/null");
  const stderr = recorder();
  const code = await main(COMMANDS, ["status", "--province", "14"], { stdout: recorder(), stderr });
  vi.unstubAllEnvs();
  expect([code, stderr.text()]).toEqual([
    EXIT.failed,
    expect.stringMatching(/^Region AWS belum disebut.*\nThe AWS region is not set/),
  ]);
});

describe("help", () => {
  test("shows what must be there in the usage line", async () => {
    const usage = "npx cakupan greet NAME [TITLE] --as WORD (--day | --night HOUR) […]\n";
    expect((await run("greet", "--help")).stdout).toContain(usage);
  });

  test.each([[[]], [["--help"]], [["help"]]])("%j lists every command in both languages", async (words) => {
    const { code, stdout } = await run(...words);
    expect(code).toBe(EXIT.ok);
    expect(stdout).toContain("menyapa");
    expect(stdout).toContain("greets");
  });

  test.each(COMMANDS.map((command) => [command.name, command] as const))(
    "of %s fits 100 columns and names its options",
    async (name, command) => {
      const stdout = recorder();
      expect(await main(COMMANDS, [name, "--help"], { stdout, stderr: recorder() })).toBe(EXIT.ok);
      for (const option of Object.keys(command.options)) expect(stdout.text()).toContain(`--${option}`);
      expect(
        Math.max(
          ...stdout
            .text()
            .split("\n")
            .map((line) => line.length),
        ),
      ).toBeLessThanOrEqual(100);
    },
  );
});
