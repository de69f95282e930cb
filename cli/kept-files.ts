// Files that a person may have worked on: they are written once, and over again only when told to.
import { existsSync } from "node:fs";
import type { OptionSpec } from "./command.ts";
import { UsageError } from "./failures.ts";

/** Option of the commands that write such files. */
export const FORCE_OPTION: Readonly<Record<"force", OptionSpec>> = {
  force: {
    value: null,
    help: { id: "timpa berkas yang sudah ada", en: "overwrite files that are there already" },
  },
};

/** What to open such a file with, so that one that came to be meanwhile is kept too. */
export function flagOf(force: boolean): "w" | "wx" {
  return force ? "w" : "wx";
}

/** @throws UsageError naming the first file that is there already */
export function refuseToOverwrite(paths: readonly string[], force: boolean): void {
  const there = force ? undefined : paths.find((path) => existsSync(path));
  if (there === undefined) return;
  throw new UsageError({
    id: `${there} sudah ada dan tidak ditimpa; pilih nama atau folder lain, atau tambahkan --force`,
    en: `${there} is there already and is not overwritten; choose another name or folder, or add --force`,
  });
}
