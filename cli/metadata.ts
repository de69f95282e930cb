// What the rows of a file do not say can be said beside it: the object's metadata.

import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { readDefaults } from "#shared/domain/roster-file/defaults.ts";
import type { OptionSpec } from "./command.ts";
import type { CommandLine } from "./command-line.ts";
import { refusedFor } from "./failures.ts";

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

/** Read as the pipeline will read it, before anything is uploaded. @throws UsageError for what it would refuse */
export function metadataOf(line: CommandLine, roster: RosterId): Readonly<Record<string, string>> {
  const metadata = Object.fromEntries(
    Object.keys(METADATA_OPTIONS).flatMap((name) => {
      const value = line.text(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const reading = readDefaults(metadata, rosterParts(roster).segment);
  if (reading.kind === "refused") throw refusedFor(reading.problems);
  return metadata;
}
