// A copy of the project's files in a temporary folder, with a link to what is installed. Bugs are planted there, never in the working tree.
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bug } from "./bug.ts";
import { withBug } from "./planting.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface CopiedTree {
  readonly root: string;
  /** Plants a bug, and takes it out again when `during` is done. */
  plant<T>(bug: Bug, during: () => Promise<T>): Promise<T>;
  remove(): void;
}

/** All files that are or could be committed, as they stand now. */
export function copyTree(): CopiedTree {
  const root = mkdtempSync(join(tmpdir(), "cakupan-bugs-"));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  });
  for (const file of new Set(listed.split("\0"))) {
    // The link to what is installed is no file, and what was removed is not committed yet.
    if (file === "" || file === "node_modules" || !existsSync(join(ROOT, file))) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(root, file));
  }
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"), "junction");
  return {
    root,
    async plant(bug, during) {
      const path = join(root, bug.file);
      const source = readFileSync(path, "utf8");
      writeFileSync(path, withBug(source, bug));
      try {
        return await during();
      } finally {
        writeFileSync(path, source);
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
