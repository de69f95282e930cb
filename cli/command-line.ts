// The words after the command's name, checked against what the command understands.
import { parseArgs } from "node:util";
import { COMMON_OPTIONS, type Command, type OptionSpec } from "./command.ts";
import { UsageError } from "./failures.ts";
import { unknownWord, WORD_KINDS } from "./unknown-word.ts";

export interface CommandLine {
  readonly positionals: readonly string[];
  /** The value of an option that takes one, the last where it was given twice; null when it was not given. */
  text(option: string): string | null;
  /** All values of an option that repeats, each once; empty when it was not given. */
  texts(option: string): readonly string[];
  flag(option: string): boolean;
}

type Understood = Pick<Command, "positionals" | "options">;

/** @throws UsageError for an option, a value or an argument that the command does not understand */
export function readCommandLine(command: Understood, words: readonly string[]): CommandLine {
  const specs = { ...command.options, ...COMMON_OPTIONS };
  const values = new Map<string, string | true>();
  const lists = new Map<string, readonly string[]>();
  const positionals: string[] = [];
  for (const token of parseArgs({ args: [...words], options: parserOptions(specs), strict: false, tokens: true })
    .tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const spec = specs[token.name];
    const value = optionValue(token.rawName, spec, token.value, specs);
    values.set(token.name, value);
    if (spec?.repeats === true)
      lists.set(token.name, [...(lists.get(token.name) ?? []), ...listIn(token.rawName, value)]);
  }
  if (!values.has("help")) checkPositionals(command.positionals, positionals);
  return {
    positionals,
    text: (option) => {
      const value = values.get(option);
      return typeof value === "string" ? value : null;
    },
    texts: (option) => [...new Set(lists.get(option))],
    flag: (option) => values.get(option) === true,
  };
}

function parserOptions(specs: Readonly<Record<string, OptionSpec>>): Record<string, { type: "string" | "boolean" }> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, { value }]) => [name, { type: value === null ? "boolean" : "string" }]),
  );
}

function optionValue(
  written: string,
  spec: OptionSpec | undefined,
  value: string | undefined,
  specs: Readonly<Record<string, OptionSpec>>,
): string | true {
  if (spec === undefined) {
    const known = Object.keys(specs).map((name) => `--${name}`);
    throw unknownWord(WORD_KINDS.option, written, known, "in-help");
  }
  if (spec.value === null) {
    if (value !== undefined)
      throw new UsageError({ id: `${written} tidak memakai nilai`, en: `${written} takes no value` });
    return true;
  }
  if (value === undefined || value.trim() === "")
    throw new UsageError({
      id: `${written} memerlukan nilai (${spec.value})`,
      en: `${written} needs a value (${spec.value})`,
    });
  return value;
}

/** `a,b` → a, b */
function listIn(written: string, value: string | true): readonly string[] {
  const parts = String(value)
    .split(",")
    .map((part) => part.trim());
  if (parts.includes(""))
    throw new UsageError({
      id: `${written} ${value}: nilai di antara koma kosong`,
      en: `${written} ${value}: a value between the commas is missing`,
    });
  return parts;
}

function checkPositionals(wanted: readonly string[], given: readonly string[]): void {
  const missing = wanted.find((name, index) => !name.startsWith("[") && given[index] === undefined);
  if (missing !== undefined) throw new UsageError({ id: `${missing} belum disebut`, en: `${missing} is missing` });
  const extra = given[wanted.length];
  if (extra !== undefined)
    throw new UsageError({ id: `Satu kata terlalu banyak: ${extra}`, en: `One argument too many: ${extra}` });
}
