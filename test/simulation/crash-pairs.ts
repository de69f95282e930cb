// npm run crash-pairs -- [--step "the first list"]: every pair of points of every step of the canonical history, in every pair of ways.
import { parseArgs } from "node:util";
import { difference, pairsOfPoints, undisturbed } from "./crash/crash-points.ts";

const { values } = parseArgs({ options: { step: { type: "string" } } });
let pairs = 0;
let different = 0;
const began = performance.now();
for (const step of await undisturbed()) {
  if (values.step !== undefined && values.step !== step.step.name) continue;
  for (const faults of pairsOfPoints(step)) {
    pairs += 1;
    const found = await difference(step, faults);
    if (found === null) continue;
    different += 1;
    process.stdout.write(`${found}\n`);
  }
  process.stdout.write(`${step.step.name}: ${pairs} pairs, ${different} end differently\n`);
}
process.stdout.write(`${((performance.now() - began) / 1000).toFixed(0)} s\n`);
process.exit(different === 0 ? 0 : 1);
