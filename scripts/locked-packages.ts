// Every package that the lock file installs, and what its own package.json says where it is installed here: those of other platforms are not.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));

const locked = z.looseObject({
  version: z.string(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  dev: z.boolean().default(false),
  inBundle: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
});
const lockFile = z.looseObject({ packages: z.record(z.string(), z.unknown()) });
const manifest = z.looseObject({
  name: z.string().optional(),
  /** Old packages name it within an object. */
  license: z.union([z.string(), z.looseObject({ type: z.string() }).transform(({ type }) => type)]).optional(),
  scripts: z.record(z.string(), z.string()).optional(),
  gypfile: z.boolean().optional(),
});

export interface LockedPackage extends z.infer<typeof locked> {
  /** `node_modules/a/node_modules/b`. */
  readonly path: string;
  /** null where it is not installed. */
  readonly installed: z.infer<typeof manifest> | null;
}

export function lockedPackages(): readonly LockedPackage[] {
  const { packages } = lockFile.parse(JSON.parse(readFileSync(`${root}package-lock.json`, "utf8")));
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, one]) => ({ ...locked.parse(one), path, installed: installedAt(path) }));
}

function installedAt(path: string): LockedPackage["installed"] {
  const file = `${root}${path}/package.json`;
  return existsSync(file) ? manifest.parse(JSON.parse(readFileSync(file, "utf8"))) : null;
}
