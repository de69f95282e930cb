// npm run load -- --rosters 500 --workers 2000000 --seed 1 [--json]
import { parseArgs } from "node:util";
import { runLoad } from "./run-load.ts";

const { values } = parseArgs({
  options: {
    rosters: { type: "string", default: "500" },
    workers: { type: "string", default: "2000000" },
    seed: { type: "string", default: "1" },
    json: { type: "boolean", default: false },
  },
});
const began = performance.now();
const seconds = (): string => ((performance.now() - began) / 1000).toFixed(0);
const load = await runLoad(
  { rosters: Number(values.rosters), workers: Number(values.workers), seed: Number(values.seed) },
  ({ finished, uploads, rssMB }) =>
    void process.stderr.write(`\r${finished} of ${uploads} uploads, ${seconds()} s, ${rssMB} MB `),
);
process.stderr.write("\n");
const { faults, memory, ...figures } = load;
const lines: readonly (readonly [string, unknown])[] = [
  ...Object.entries(figures),
  ["seconds", seconds()],
  ["RSS in MB, a tenth of the night each", memory.map(({ rssMB }) => rssMB).join(" ")],
  ["of it kept by the stores, MB", memory.map(({ keptMB }) => keptMB).join(" ")],
];
process.stdout.write(
  values.json
    ? `${JSON.stringify({ ...load, seconds: Number(seconds()) })}\n`
    : `${lines.map(([name, value]) => `${name.padEnd(38)} ${value}`).join("\n")}\n${[...faults, faults.length === 0 ? "nothing lost, nothing counted twice" : ""].join("\n")}\n`,
);
process.exit(faults.length === 0 ? 0 : 1);
