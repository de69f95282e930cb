// Rows per second and memory of validate-roster on a CSV of 10^6 rows, beside the usual way (csv-parse, zod, an HMAC a NIK), on the same file in turn,
// each in a process of its own and on one core where the system can say so.
// `node bench/validate-roster.ts [--rows N] [--runs N] [--large] [--json]`; `--large` measures memory at 10^7 rows too (a file of 1 GB).
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Measured } from "./validate-roster/measured.ts";
import { writeRoster } from "./validate-roster/synthetic-roster.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    runs: { type: "string", default: "3" },
    large: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});
const rows = Number(values.rows);
const runs = Number(values.runs);
const folder = mkdtempSync(join(tmpdir(), "bench-validate-roster-"));
const oneCore = hasTaskset();

function hasTaskset(): boolean {
  try {
    execFileSync("taskset", ["-c", "0", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function fileOf(count: number): Promise<string> {
  const path = join(folder, `${count}.csv`);
  await writeRoster(path, count);
  return path;
}

/** With a heap this small, what is resident is what is needed: garbage cannot pile up. */
const SMALL_HEAP = ["--max-old-space-size=80", "--max-semi-space-size=4"];

function run(
  way: "ours" | "usual",
  file: string,
  { more = [], node = [] }: { readonly more?: readonly string[]; readonly node?: readonly string[] } = {},
): Measured {
  const script = join(import.meta.dirname, "validate-roster", `${way}.ts`);
  const command = [...(oneCore ? ["taskset", "-c", "0"] : []), process.execPath, ...node, script, file, ...more];
  const [program = "", ...args] = command;
  return JSON.parse(execFileSync(program, args, { encoding: "utf8" })) as Measured;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** A packed enrolment, and its number. */
const BYTES_PER_ROW = 28 + 4;

const perSecond = (count: number, all: readonly Measured[]): number =>
  count / median(all.map(({ cpuSeconds }) => cpuSeconds));
const peak = (all: readonly Measured[]): number => median(all.map(({ peakMB }) => peakMB));

try {
  const file = await fileOf(rows);
  const ours: Measured[] = [];
  const usual: Measured[] = [];
  const withFiles: Measured[] = [];
  for (let time = 0; time < runs; time += 1) {
    ours.push(run("ours", file));
    usual.push(run("usual", file));
    withFiles.push(run("ours", file, { more: ["--rejected-rows"] }));
  }
  const sizes = [100_000, 1_000_000, ...(values.large ? [10_000_000] : [])];
  const memory = [];
  for (const count of sizes) {
    const path = count === rows ? file : await fileOf(count);
    const { peakMB } = run("ours", path);
    const small = run("ours", path, { node: SMALL_HEAP });
    const idsMB = (count * BYTES_PER_ROW) / 2 ** 20;
    memory.push({ rows: count, peakMB, smallHeapMB: small.peakMB, idsMB, restMB: small.peakMB - idsMB });
  }
  const ratios = ours.map(({ cpuSeconds }, time) => (usual[time]?.cpuSeconds ?? Number.NaN) / cpuSeconds);
  const result = {
    rows,
    runs,
    oneCore,
    ours: { rowsPerSecond: perSecond(rows, ours), peakMB: peak(ours) },
    withRejectedRows: { rowsPerSecond: perSecond(rows, withFiles), peakMB: peak(withFiles) },
    usual: { rowsPerSecond: perSecond(rows, usual), peakMB: peak(usual) },
    ratio: median(ratios),
    ratios,
    memory,
  };
  if (values.json) console.log(JSON.stringify(result, null, 2));
  else report(result);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(result: {
  readonly ours: { readonly rowsPerSecond: number; readonly peakMB: number };
  readonly withRejectedRows: { readonly rowsPerSecond: number; readonly peakMB: number };
  readonly usual: { readonly rowsPerSecond: number; readonly peakMB: number };
  readonly ratio: number;
  readonly ratios: readonly number[];
  readonly memory: readonly Record<"rows" | "peakMB" | "smallHeapMB" | "idsMB" | "restMB", number>[];
}): void {
  const line = (name: string, of: { rowsPerSecond: number; peakMB: number }): string =>
    `| ${name} | ${Math.round(of.rowsPerSecond).toLocaleString("en")} | ${of.peakMB.toFixed(0)} |`;
  console.log(`${rows.toLocaleString("en")} rows, median of ${runs}, ${oneCore ? "one core" : "cores not limited"}\n`);
  console.log("| way | rows per second of processor time | peak MB |\n| --- | --- | --- |");
  console.log(line("validate-roster", result.ours));
  console.log(line("… with both files of rejected rows", result.withRejectedRows));
  console.log(line("csv-parse + zod + createHmac", result.usual));
  console.log(`\nratio ${result.ratio.toFixed(1)} (${result.ratios.map((ratio) => ratio.toFixed(1)).join(", ")})\n`);
  console.log(
    "| rows | peak MB | … with a heap of 80 MB | of which rows and their numbers | the rest |\n| --- | --- | --- | --- | --- |",
  );
  for (const { rows: count, ...mb } of result.memory) {
    const all = [mb.peakMB, mb.smallHeapMB, mb.idsMB, mb.restMB].map((value) => value.toFixed(0));
    console.log(`| ${count.toLocaleString("en")} | ${all.join(" | ")} |`);
  }
}
