// What the rows of a file do not say can be said beside it: the object's metadata.

import type { OptionSpec } from "./command.ts";
import type { CommandLine } from "./command-line.ts";

export const METADATA_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  program: {
    value: "JKK,JKM",
    help: { id: "program, bila baris tidak menyebutnya", en: "programmes where rows do not say" },
  },
  mulai: {
    value: "yyyy-mm",
    help: { id: "bulan pertama, bila baris tidak menyebutnya", en: "first month where rows do not say" },
  },
  akhir: {
    value: "yyyy-mm",
    help: { id: "bulan terakhir, bila baris tidak menyebutnya", en: "last month where rows do not say" },
  },
  from: {
    value: "yyyy-mm",
    help: {
      id: "berkas berlaku penuh sejak bulan ini (koreksi masa lalu)",
      en: "the file is the whole truth from this month on (corrects the past)",
    },
  },
  mode: {
    value: "full|add|end",
    help: {
      id: "add: hanya menambah atau mengubah; end: hanya mengakhiri yang disebut",
      en: "add: only adds and changes; end: only ends those named",
    },
  },
};

/** Checked where the file is read, so that both ways of uploading are answered alike. */
export function metadataOf(line: CommandLine): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.keys(METADATA_OPTIONS).flatMap((name) => {
      const value = line.text(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
