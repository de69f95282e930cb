// Where a file of reference data belongs, as the command line says.
import { basename, extname } from "node:path";
import {
  isReferenceKind,
  parseReferenceKey,
  REFERENCE_FOLDERS,
  REFERENCE_KINDS,
  type ReferenceKey,
} from "#shared/domain/reference/reference-key.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import { missing } from "./arguments.ts";
import type { OptionSpec } from "./command.ts";
import type { CommandLine } from "./command-line.ts";
import { refusedFor, UsageError } from "./failures.ts";
import { unknownWord, WORD_KINDS } from "./unknown-word.ts";

export const PLACE_OPTIONS: Readonly<Record<"as" | "agreement" | "name", OptionSpec>> = {
  as: {
    value: "KIND",
    required: "always",
    help: { id: `jenis berkas: ${REFERENCE_KINDS.join(", ")}`, en: `what it is: ${REFERENCE_KINDS.join(", ")}` },
  },
  agreement: {
    value: "AGREEMENT",
    help: { id: "perjanjian mana, mis. 14.03/apbd-2022", en: "which agreement, e.g. 14.03/apbd-2022" },
  },
  name: {
    value: "NAME",
    help: {
      id: "nama berkas di tempat tujuan (perjanjian: dari --agreement)",
      en: "name of the file where it is put (an agreement's: --agreement)",
    },
  },
};

export interface ReferencePlace {
  /** In the Rosters bucket. */
  readonly objectKey: string;
  readonly key: ReferenceKey;
}

/** @throws UsageError for a place in which nothing can lie */
export function referencePlace(line: CommandLine, path: string, province: ProvinceCode): ReferencePlace {
  const objectKey = objectKeyOf(line, path);
  const parsed = parseReferenceKey(objectKey, province);
  if (parsed === null) throw new Error(`${objectKey} is in no folder of reference data`);
  if (!parsed.ok) throw refusedFor(parsed.problems);
  return { objectKey, key: parsed.key };
}

function objectKeyOf(line: CommandLine, path: string): string {
  const kind = line.text("as");
  if (kind === null) throw missing("--as", REFERENCE_KINDS.join(", "));
  if (!isReferenceKind(kind)) throw unknownWord(WORD_KINDS.referenceKind, kind, REFERENCE_KINDS);
  const agreement = line.text("agreement");
  const name = line.text("name");
  if (kind !== "agreement") {
    if (agreement !== null)
      throw new UsageError({
        id: "--agreement hanya bersama --as agreement",
        en: "--agreement goes with --as agreement",
      });
    return `${REFERENCE_FOLDERS[kind]}/${name ?? basename(path)}`;
  }
  if (agreement === null) throw missing("--agreement", "--agreement 14.03/apbd-2022");
  if (name !== null)
    throw new UsageError({
      id: "--name tanpa --as agreement: nama sebuah perjanjian adalah --agreement",
      en: "--name goes without --as agreement: the name of an agreement is its --agreement",
    });
  const extension = extname(path).toLowerCase() === ".xlsx" ? ".xlsx" : ".json";
  return `${REFERENCE_FOLDERS.agreement}/${agreement}${extension}`;
}
