// Asks the checking process about one file after the other.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { receipt as receiptSchema } from "#events/receipt.ts";
import type { Receipt } from "#shared/domain/receipt.ts";
import type { CatalogueCase } from "./case.ts";
import type { CheckAnswer, FileToAsk } from "./check-files.ts";

export interface CheckingProcess {
  check(
    entry: CatalogueCase,
  ): Promise<{ readonly receipt: Receipt; readonly text: string; readonly peakBytes: number }>;
  stop(): void;
}

const HEAP_MEGABYTES = 80;
const YOUNG_MEGABYTES = 4;

export function startChecking(): CheckingProcess {
  const folder = mkdtempSync(join(tmpdir(), "cakupan-catalogue-"));
  const child = fork(new URL("./check-files.ts", import.meta.url), {
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`, `--max-semi-space-size=${YOUNG_MEGABYTES}`],
  });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`the checking process ended with ${code}`);
  });
  // Who asks hears of it; at the end nobody does.
  ended.catch(() => {});
  return {
    async check({ fileName, make, roster = "14.03/rentan/apbd-2022", metadata = {} }) {
      const path = join(folder, fileName);
      writeFileSync(path, await make());
      const answered = Promise.race([once(child, "message"), ended]);
      child.send({ path, roster, metadata } satisfies FileToAsk);
      const [answer] = (await answered) as [CheckAnswer];
      if (answer.error !== null) throw new Error(answer.error);
      const text = JSON.stringify(answer.receipt);
      return { receipt: receiptSchema.parse(answer.receipt), text, peakBytes: answer.peakBytes };
    },
    stop() {
      child.disconnect();
      rmSync(folder, { recursive: true });
    },
  };
}
