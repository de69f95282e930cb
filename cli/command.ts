// What a command is: its words, its options and what it does. main.ts does the rest alike for all of them.
import type { Bilingual } from "#shared/domain/text.ts";
import type { CommandLine } from "./command-line.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Output } from "./output.ts";

export interface OptionSpec {
  /** What stands for the value in the help, e.g. `yyyy-mm-dd`; null for a switch. */
  readonly value: string | null;
  /** Whether it must be given: always, or one of all that are `one-of`. */
  readonly required?: "always" | "one-of";
  /** May be given several times, or once with commas between its values. */
  readonly repeats?: true;
  readonly help: Bilingual;
}

export interface Command {
  readonly name: string;
  readonly summary: Bilingual;
  /** Names of the arguments; those in brackets may be left out: `["FILE"]`, `["[REGION]"]`. */
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly string[];
  run(line: CommandLine, output: Output): Promise<ExitCode>;
}

/** Options of every command. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  json: { value: null, help: { id: "jawaban sebagai satu dokumen JSON", en: "the answer as one JSON document" } },
  help: { value: null, help: { id: "penjelasan ini", en: "this explanation" } },
};

/** Option of the commands that are about one roster. */
export const ROSTER_OPTION: Readonly<Record<"roster", OptionSpec>> = {
  roster: {
    value: "ROSTER",
    required: "always",
    help: { id: "mis. 14.03/rentan/apbd-2022", en: "e.g. 14.03/rentan/apbd-2022" },
  },
};

export const TIMEOUT_SECONDS = 300;

/** Option of the commands that wait for the pipeline. */
export const TIMEOUT_OPTION: Readonly<Record<"timeout", OptionSpec>> = {
  timeout: {
    value: "SECONDS",
    help: { id: `lama menunggu; ${TIMEOUT_SECONDS}`, en: `how long to wait; ${TIMEOUT_SECONDS}` },
  },
};

/** Options of the commands that ask a province. */
export const PROVINCE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  province: {
    value: "CODE",
    help: {
      id: "provinsi di AWS, mis. 14; tanpa ini: yang berjalan di komputer ini",
      en: "a province on AWS, e.g. 14; without it: the one running on this machine",
    },
  },
};
