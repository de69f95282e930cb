// What the rows of a file do not say can be said beside it: the object's metadata.

import { basename } from "node:path";
import { modeOfFileName } from "#shared/domain/object-key.ts";
import type { UploadMode } from "#shared/domain/receipt.ts";
import { type RosterId, rosterParts } from "#shared/domain/roster.ts";
import { readDefaults } from "#shared/domain/roster-file/defaults.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import type { OptionSpec } from "./command.ts";
import type { CommandLine } from "./command-line.ts";
import { refusedFor, UsageError } from "./failures.ts";

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

/** Read as the pipeline will read it, before anything is uploaded. @throws UsageError for what it would refuse, and for what contradicts itself */
export function metadataOf(line: CommandLine, roster: RosterId): Readonly<Record<string, string>> {
  const metadata = Object.fromEntries(
    Object.keys(METADATA_OPTIONS).flatMap((name) => {
      const value = line.text(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const reading = readDefaults(metadata, rosterParts(roster).segment);
  if (reading.kind === "refused") throw refusedFor(reading.problems);
  const { mode, from } = reading.defaults;
  const fileName = basename(line.text("name") ?? line.positionals[0] ?? "");
  refuseOtherMode(fileName, mode);
  if (from !== null) refuseFromOfAddition(mode ?? modeOfFileName(fileName));
  return metadata;
}

/** The pipeline would go by the option; whoever looks at the file's name later would believe that. */
function refuseOtherMode(fileName: string, mode: UploadMode | null): void {
  const named = modeOfFileName(fileName);
  if (mode === null || named === "full" || mode === named) return;
  throw new UsageError({
    id: `--mode ${mode} bertentangan dengan nama ${fileName} (.${named}: ${MODE_MEANS[named].id}). Hilangkan --mode, atau beri nama lain tanpa .${named} (di upload dengan --name)`,
    en: `--mode ${mode} contradicts the name ${fileName} (.${named}: ${MODE_MEANS[named].en}). Leave out --mode, or give it a name without .${named} (in upload with --name)`,
  });
}

const MODE_MEANS: Readonly<Record<Exclude<UploadMode, "full">, Bilingual>> = {
  add: { id: "hanya menambah atau mengubah", en: "only adds and changes" },
  end: { id: "hanya mengakhiri yang disebut", en: "only ends those named" },
};

function refuseFromOfAddition(mode: UploadMode): void {
  if (mode !== "add") return;
  throw new UsageError({
    id: "--from tidak berlaku untuk tambahan (add), yang tidak mengakhiri siapa pun. Hilangkan --from, atau kirim daftar lengkap; bulan pertama disebut dengan --mulai",
    en: "--from means nothing to an addition (add), which ends nobody. Leave out --from, or send the whole roster; the first month is said with --mulai",
  });
}
