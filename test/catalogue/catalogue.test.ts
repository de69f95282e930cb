// Every file of the catalogue through the same path as `cakupan validate`, in a process with a small heap.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CatalogueCase } from "./case.ts";
import { CATALOGUE } from "./catalogue.ts";
import { type CheckingProcess, startChecking } from "./checking-process.ts";
import { inputsDoc } from "./inputs-doc.ts";

let checking: CheckingProcess;
beforeAll(() => {
  checking = startChecking();
});
afterAll(() => checking.stop());

/** What the process may hold at most, whatever it reads: Node itself, a packed file of 64 MB and what is made of it. */
const MOST_MEMORY = 256 * 1024 * 1024;

for (const { title, cases } of CATALOGUE) {
  describe(title.en, () => {
    test.each(cases.map((entry) => [entry.title.en, entry] as const))("%s", (_, entry) => expectAnswer(entry));
  });
}

async function expectAnswer(entry: CatalogueCase): Promise<void> {
  const { receipt, text, peakBytes } = await checking.check(entry);
  const { outcome, codes, read = 1, accepted = 1 } = entry.expected;
  const told = new Set([...receipt.file.map(({ code }) => code), ...Object.keys(receipt.problemCounts)]);
  expect([...told].sort()).toEqual(codes.toSorted());
  expect(receipt.status).toBe(outcome === "refused" ? "refused" : "planned");
  expect(receipt.rows).toMatchObject({ read, accepted });
  expect(receipt.rows.read).toBe(receipt.rows.accepted + receipt.rows.duplicate + receipt.rows.rejected);
  expect(receipt.rows.rejected > 0).toBe(outcome === "rejected");
  for (const { message } of [...receipt.file, ...receipt.problems]) {
    expect(message.id).toMatch(/^\S.*\.$/);
    expect(message.en).toMatch(/^\S.*\.$/);
    expect(message.id).not.toBe(message.en);
  }
  expect(text).not.toMatch(/\d{16}|Budi|Siti/);
  expect(peakBytes).toBeLessThan(MOST_MEMORY);
}

test("there are at least 120 different files", () => {
  const all = CATALOGUE.flatMap(({ cases }) => cases);
  expect(all.length).toBeGreaterThanOrEqual(120);
  expect(new Set(all.map(({ title }) => title.en)).size).toBe(all.length);
});

test("docs/inputs.md is what scripts/write-inputs-doc.ts writes", () => {
  expect(readFileSync(new URL("../../docs/inputs.md", import.meta.url), "utf8")).toBe(inputsDoc());
});
