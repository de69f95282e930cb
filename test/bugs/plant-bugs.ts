// npm run bugs [-- --only TEXT] [--lanes 2]
//
// Plants each bug of the list, one at a time, in a copy of the project and runs the tests that must see it. Exits 1 when one survives.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import type { Bug } from "./bug.ts";
import { BUGS } from "./catalogue.ts";
import { type CopiedTree, copyTree } from "./copied-tree.ts";
import { runTests, type TestOutcome } from "./run-tests.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    lanes: { type: "string", default: String(Math.max(1, Math.floor(availableParallelism() / 2))) },
  },
});
const only = values.only.toLowerCase();
const chosen = BUGS.filter(({ name, file }) => `${name} ${file}`.toLowerCase().includes(only));
const write = (line: string): void => void process.stdout.write(`${line}\n`);

if (chosen.length === 0) {
  write(`no bug has "${values.only}" in its name or file`);
  process.exit(64);
}
const trees = Array.from({ length: Math.min(Number(values.lanes), chosen.length) }, copyTree);
const removeTrees = (): void => {
  for (const tree of trees) tree.remove();
};
process.once("SIGINT", () => {
  removeTrees();
  process.exit(130);
});
try {
  process.exitCode = await run(trees);
} finally {
  removeTrees();
}

async function run([first, ...others]: readonly CopiedTree[]): Promise<number> {
  if (first === undefined) return 64;
  const began = performance.now();
  const files = [...new Set(chosen.flatMap(({ tests }) => tests))].sort();
  write(`${chosen.length} bugs; first the ${files.length} files of tests as they are, which must pass …`);
  const sound = await runTests(first.root, files, 20);
  if (sound.kind !== "passed") {
    write(`not without a bug either: ${told(sound)}`);
    return 1;
  }
  write(`passed (${secondsSince(began)})\n`);
  const waiting = [...chosen];
  const survivors: string[] = [];
  await Promise.all(
    [first, ...others].map(async (tree) => {
      for (let bug = waiting.shift(); bug !== undefined; bug = waiting.shift()) {
        const planted = performance.now();
        const outcome = await tryOne(tree, bug);
        const caught = outcome.kind === "failed";
        if (!caught) survivors.push(bug.name);
        write(`${caught ? "caught  " : "SURVIVED"} ${secondsSince(planted)}  ${bug.name}\n           ${told(outcome)}`);
      }
    }),
  );
  write(`\n${chosen.length - survivors.length} of ${chosen.length} caught, ${secondsSince(began)}`);
  for (const name of survivors) write(`survived: ${name}`);
  return survivors.length === 0 ? 0 : 1;
}

async function tryOne(tree: CopiedTree, bug: Bug): Promise<TestOutcome> {
  return tree.plant(bug, () => runTests(tree.root, bug.tests));
}

function told(outcome: TestOutcome): string {
  if (outcome.kind === "passed") return "all tests pass";
  return outcome.kind === "failed" ? `${outcome.test}: ${outcome.says}` : outcome.says;
}

function secondsSince(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
