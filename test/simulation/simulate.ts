// npm run simulate -- --seeds 2000 --first 1
import { parseArgs } from "node:util";
import { runSeeds } from "./seeded/run-seeds.ts";

const { values } = parseArgs({
  options: { seeds: { type: "string", default: "2000" }, first: { type: "string", default: "1" } },
});
const began = performance.now();
const { seeds, effects, failure } = await runSeeds(Number(values.first), Number(values.seeds));
const seconds = ((performance.now() - began) / 1000).toFixed(1);
process.stdout.write(
  `${failure ?? "nothing lost, nothing counted twice"}\n${seeds} seeds, ${effects} effects, ${seconds} s\n`,
);
process.exit(failure === null ? 0 : 1);
