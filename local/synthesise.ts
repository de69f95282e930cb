// Synthesises one province by infra/app.ts and gives its template and bundles. What was synthesised lies under a name that is the hash of
// everything it was made of, so it is taken again only if nothing has changed.
import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as z from "zod";
import { stackName } from "#shared/names.ts";

export interface Assembly {
  readonly stackName: string;
  readonly region: string;
  readonly template: unknown;
  /** Directory of the bundle that lies under the key in the assets bucket. @throws Error when there is none */
  assetDirectory(key: string): string;
}

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SOURCE_DIRECTORIES = ["events", "functions", "infra", "shared"];
const SOURCE_FILES = ["cdk.json", "package.json", "package-lock.json", "tsconfig.json"];

/** @throws Error with what infra/app.ts wrote when it fails */
export async function synthesise(province: string, directory: string = join(ROOT, ".cakupan")): Promise<Assembly> {
  const assemblies = join(directory, "assemblies");
  const made = join(assemblies, `${province}-${hashOfSources()}`);
  if (!existsSync(made)) {
    mkdirSync(assemblies, { recursive: true });
    const making = join(assemblies, `making-${randomUUID()}`);
    await runInfra(province, making);
    removeOthers(assemblies, province);
    // Another process may have made the same meanwhile; then its assembly is as good as this one.
    if (existsSync(made)) rmSync(making, { recursive: true });
    else renameSync(making, made);
  }
  return readAssembly(made, stackName(province));
}

async function runInfra(province: string, directory: string): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, ["infra/app.ts"], {
      cwd: ROOT,
      env: { ...process.env, CDK_OUTDIR: directory, CAKUPAN_PROVINCE: province },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw new Error(`infra/app.ts could not synthesise province ${province}`, { cause: error });
  }
}

function hashOfSources(): string {
  const hash = createHash("sha256").update(process.version);
  const files = SOURCE_DIRECTORIES.flatMap((directory) =>
    readdirSync(join(ROOT, directory), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)),
  );
  for (const file of [...SOURCE_FILES, ...files].sort()) {
    const content = readFileSync(join(ROOT, file));
    hash.update(`\n${file}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex").slice(0, 32);
}

/** A province that still runs may load its bundles again; what is a week old is loaded by nobody. */
function removeOthers(assemblies: string, province: string): void {
  for (const name of readdirSync(assemblies)) {
    if (!name.startsWith(`${province}-`) && !name.startsWith("making-")) continue;
    const manifest = join(assemblies, name, "manifest.json");
    const age = existsSync(manifest) ? Date.now() - statSync(manifest).mtimeMs : 0;
    if (age > 7 * 86_400_000) rmSync(join(assemblies, name), { recursive: true, force: true });
  }
}

const manifestShape = z.looseObject({
  artifacts: z.record(
    z.string(),
    z.looseObject({
      type: z.string(),
      environment: z.string().optional(),
      properties: z.looseObject({ templateFile: z.string().optional() }).optional(),
    }),
  ),
});
const assetsShape = z.looseObject({
  files: z.record(
    z.string(),
    z.looseObject({
      source: z.looseObject({ path: z.string() }),
      destinations: z.record(z.string(), z.looseObject({ objectKey: z.string() })),
    }),
  ),
});

/** Reads an assembly that was synthesised before. */
export function readAssembly(directory: string, stack: string): Assembly {
  const artifact = manifestShape.parse(readJson(join(directory, "manifest.json"))).artifacts[stack];
  const templateFile = artifact?.properties?.templateFile;
  if (templateFile === undefined) throw new Error(`${directory} has no stack ${stack}`);
  const { files } = assetsShape.parse(readJson(join(directory, `${stack}.assets.json`)));
  const paths = new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map((to) => [to.objectKey, source.path]),
    ),
  );
  return {
    stackName: stack,
    region: /^aws:\/\/[^/]+\/([a-z0-9-]+)$/.exec(artifact?.environment ?? "")?.[1] ?? "ap-southeast-3",
    template: readJson(join(directory, templateFile)),
    assetDirectory: (key) => {
      const path = paths.get(key);
      if (path === undefined) throw new Error(`${directory} has no asset ${key}`);
      return join(directory, path);
    },
  };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
