// Runs some test files of a copied tree, up to the first test that fails.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

export type TestOutcome =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly test: string; readonly says: string }
  /** No test was judged: the files cannot be loaded, or there is no end to them. */
  | { readonly kind: "broken"; readonly says: string };

const MINUTE_MS = 60_000;

const report = z.object({
  numTotalTests: z.number(),
  testResults: z.array(
    z.object({
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).default([]) }),
      ),
    }),
  ),
});

export async function runTests(root: string, files: readonly string[], minutes = 5): Promise<TestOutcome> {
  const output = join(root, "test-report.json");
  rmSync(output, { force: true });
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--bail=1", "--no-cache", "--no-fs-module-cache"];
  const ended = await endOf(root, minutes, [...vitest, "--reporter=json", `--outputFile=${output}`, ...files]);
  if (!ended) return { kind: "broken", says: `no end within ${minutes} minutes` };
  if (!existsSync(output)) return { kind: "broken", says: "the tests could not be started" };
  const { numTotalTests, testResults } = report.parse(JSON.parse(readFileSync(output, "utf8")));
  for (const { assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === "failed");
    if (failed) return { kind: "failed", test: failed.fullName, says: firstLine(failed.failureMessages[0] ?? "") };
  }
  const unread = testResults.find(({ message }) => message !== "");
  if (unread) return { kind: "broken", says: firstLine(unread.message) };
  return numTotalTests === 0 ? { kind: "broken", says: "there are no such tests" } : { kind: "passed" };
}

/** false: it had to be ended. */
function endOf(cwd: string, minutes: number, command: readonly string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd, stdio: "ignore" });
    let ended = true;
    const limit = setTimeout(() => {
      ended = false;
      child.kill("SIGKILL");
    }, minutes * MINUTE_MS);
    child.once("error", reject);
    child.once("exit", () => {
      clearTimeout(limit);
      resolve(ended);
    });
  });
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "").slice(0, 160);
}
