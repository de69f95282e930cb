import { describe, expect, test } from "vitest";
import { receipt as receiptSchema } from "#events/receipt.ts";
import sample from "#events/samples/receipt.json" with { type: "json" };
import { receiptSummary } from "#shared/domain/receipt-summary.ts";

test("one sentence tells the counts as people write them", () => {
  const rows = { read: 24_037, accepted: 24_000, duplicate: 3, rejected: 34 };
  const { id, en } = receiptSummary({ ...receiptSchema.parse(sample), rows });
  expect(id).toContain("24.037 baris dibaca, 24.000 diterima, 3 ganda, 34 ditolak.");
  expect(en).toContain("24,037 rows read, 24,000 accepted, 3 duplicate, 34 rejected.");
});

describe("what the status alone would say wrongly", () => {
  const parsed = receiptSchema.parse(sample);
  const rows = { read: 7, accepted: 0, duplicate: 0, rejected: 7 };
  const changes = { enrolled: 0, changed: 0, unchanged: 0, kept: 0, ended: 0, withheld: 0, notFound: 0 };
  const summary = (part: Partial<typeof parsed>): string => receiptSummary({ ...parsed, file: [], ...part }).en;

  test("an upload whose removals were overtaken was applied all the same", () => {
    expect(summary({ status: "superseded", version: 7 })).toContain("has been applied, but its removals were not");
    expect(summary({ status: "superseded", version: null, decision: null })).toContain("was not used");
  });

  test("a list of nobody is held, and nothing of it was applied", () => {
    expect(summary({ status: "held", rows, changes })).toContain("not one row of it could be used");
    expect(summary({ status: "held", changes: { ...changes, withheld: 3 } })).toContain("but removals wait");
  });

  test("a file of which every row was rejected has changed nothing", () => {
    expect(summary({ status: "applied", rows })).toContain("has changed nothing");
  });
});
