// Help texts, made from what the commands say of themselves: Indonesian first, English below.
import { COMMON_OPTIONS, type Command, type OptionSpec } from "./command.ts";
import { columns } from "./render/table.ts";

export function helpOfAll(commands: readonly Command[]): string {
  const rows = commands.map((command) => [`  ${command.name}`, command.summary.id]);
  const english = commands.map((command) => [`  ${command.name}`, command.summary.en]);
  return [
    "cakupan: berapa pekerja yang terlindungi, kabupaten demi kabupaten",
    "",
    "Pakai: npx cakupan PERINTAH …    Penjelasan: npx cakupan PERINTAH --help",
    "",
    columns(rows),
    "",
    "In English: how many workers are protected, regency by regency",
    "",
    columns(english),
    "",
    EXIT_CODES,
  ].join("\n");
}

export function helpOf(command: Command): string {
  const options = { ...command.options, ...COMMON_OPTIONS };
  return [
    command.summary.id,
    command.summary.en,
    "",
    `Pakai / usage: npx cakupan ${usageOf(command)}`,
    "",
    columns(Object.entries(options).flatMap(([name, spec]) => optionRows(name, spec))),
    "",
    ...command.examples.map((example) => `  npx cakupan ${example}`),
    "",
    EXIT_CODES,
  ].join("\n");
}

/** With the options that must be there; the others are listed below it. */
function usageOf(command: Command): string {
  const written = (required: OptionSpec["required"]): readonly string[] =>
    Object.entries(command.options)
      .filter(([, spec]) => spec.required === required)
      .map(([name, { value }]) => `--${name}${value === null ? "" : ` ${value}`}`);
  const oneOf = written("one-of");
  return [
    command.name,
    ...command.positionals,
    ...written("always"),
    ...(oneOf.length === 0 ? [] : [`(${oneOf.join(" | ")})`]),
    "[…]",
  ].join(" ");
}

function optionRows(name: string, { value, repeats, help }: OptionSpec): readonly (readonly string[])[] {
  return [
    [`  --${name}${value === null ? "" : ` ${value}${repeats === true ? ",…" : ""}`}`, help.id],
    ["", help.en],
  ];
}

const EXIT_CODES = [
  "Kode keluar / exit codes:",
  "  0 semua baris diterima / every row accepted   1 sebagian baris ditolak / some rows rejected",
  "  2 berkas ditolak / file refused     3 ditahan / held     4 digantikan / superseded",
  "  5 waktu habis / timed out     64 salah pakai / wrong usage     70 lainnya / anything else",
].join("\n");
