// Files that a command writes where it is told: only where they can be, and over those that are there, which a person may have worked on, only when
// told to.
import { existsSync, statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
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

/** @throws UsageError where no such file can be, or one is already */
export function refuseUnwritable(path: string, force: boolean): void {
  if (isFolder(path))
    throw new UsageError({
      id: `${path} adalah folder; tulis juga nama berkasnya, mis. ${exampleIn(path)}`,
      en: `${path} is a folder; name the file in it too, e.g. ${exampleIn(path)}`,
    });
  const folder = dirname(path);
  if (!canHold(folder))
    throw new UsageError({
      id: `${folder} bukan folder; pilih tempat lain untuk ${path}`,
      en: `${folder} is no folder; choose another place for ${path}`,
    });
  refuseToOverwrite([path], force);
}

/** Writes the file, and makes its folder where there is none. @param mode of the file; by default as any */
export async function writeKept(
  path: string,
  content: string | Uint8Array,
  { force, mode }: { readonly force: boolean; readonly mode?: number },
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content, { flag: flagOf(force), ...(mode === undefined ? {} : { mode }) });
}

/** @throws UsageError where a file stands in the way of a folder that is to be made */
export function refuseNoFolder(path: string): void {
  if (canHold(path)) return;
  throw new UsageError({
    id: `${path} bukan folder; sebutkan folder tempat jawabannya ditulis`,
    en: `${path} is no folder; name the folder to which the answer is written`,
  });
}

function canHold(path: string): boolean {
  if (existsSync(path)) return isFolder(path);
  return dirname(path) === path || canHold(dirname(path));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function exampleIn(folder: string): string {
  return `${folder.replace(/\/+$/, "")}/FILE`;
}
