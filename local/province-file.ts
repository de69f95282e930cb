// The file by which commands find the province that runs on this machine. Only its owner can read it; it goes when the province stops, and one
// left behind by a process that died is not believed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as z from "zod";

const provinceFileShape = z.object({
  pid: z.int().positive(),
  province: z.string(),
  startedAt: z.string(),
  day: z.string(),
  region: z.string(),
  control: z.url(),
  endpoints: z.object({
    s3: z.url(),
    sqs: z.url(),
    sns: z.url(),
    dynamodb: z.url(),
    secretsmanager: z.url(),
    lambda: z.url(),
  }),
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  /** Ids of the stack's outputs and their values. */
  outputs: z.record(z.string(), z.string()),
  mails: z.string(),
  functionsLog: z.string(),
});
/** All a command needs to talk to the province. */
export type ProvinceFile = z.infer<typeof provinceFileShape>;
export type Endpoints = ProvinceFile["endpoints"];

export function writeProvinceFile(path: string, content: ProvinceFile): void {
  mkdirSync(dirname(path), { recursive: true });
  // An older file may have other rights, and a mode only counts for a new file.
  rmSync(path, { force: true });
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
}

/** Removes the file if it is the one of this process. */
export function removeProvinceFile(path: string): void {
  if (readFile(path)?.pid === process.pid) rmSync(path, { force: true });
}

/** The province that runs on this machine; null when none does. */
export function readProvinceFile(path: string): ProvinceFile | null {
  const file = readFile(path);
  return file !== null && isAlive(file.pid) ? file : null;
}

function readFile(path: string): ProvinceFile | null {
  try {
    return provinceFileShape.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
