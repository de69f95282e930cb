// From words to an exit code: finds the command, explains, runs it, and says in its own way what went wrong.
import type { Command } from "./command.ts";
import { readCommandLine } from "./command-line.ts";
import { EXIT, type ExitCode } from "./exit-codes.ts";
import { CannotDo, UsageError } from "./failures.ts";
import { faultText } from "./faults.ts";
import { helpOf, helpOfAll } from "./help.ts";
import { outputTo, type Stream } from "./output.ts";
import { unknownWord, WORD_KINDS } from "./unknown-word.ts";

export interface Terminal {
  readonly stdout: Stream;
  readonly stderr: Stream;
}

export async function main(
  commands: readonly Command[],
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const { stdout, stderr } = terminal;
  const [name = "--help", ...rest] = words;
  if (name === "--help" || name === "-h" || name === "help") {
    stdout.write(`${helpOfAll(commands)}\n`);
    return EXIT.ok;
  }
  const command = commands.find((one) => one.name === name);
  try {
    if (command === undefined) {
      const names = commands.map((one) => one.name);
      throw unknownWord(WORD_KINDS.command, name, names, "in-help");
    }
    if (rest.includes("--help") || rest.includes("-h")) {
      stdout.write(`${helpOf(command)}\n`);
      return EXIT.ok;
    }
    const line = readCommandLine(command, rest);
    return await command.run(line, outputTo(stdout, stderr, line.flag("json")));
  } catch (error) {
    return complain(error, command?.name, stderr);
  }
}

function complain(error: unknown, command: string | undefined, stderr: Stream): ExitCode {
  if (error instanceof UsageError) {
    const help = command === undefined ? "cakupan --help" : `cakupan ${command} --help`;
    stderr.write(`${error.message}\nPenjelasan / explanation: npx ${help}\n`);
    return EXIT.usage;
  }
  if (error instanceof CannotDo) stderr.write(`${error.message}\n`);
  else stderr.write(`${faultText(error)}\n`);
  return EXIT.failed;
}
