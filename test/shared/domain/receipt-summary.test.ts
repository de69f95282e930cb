import { expect, test } from "vitest";
import { receipt as receiptSchema } from "#events/receipt.ts";
import sample from "#events/samples/receipt.json" with { type: "json" };
import { receiptSummary } from "#shared/domain/receipt-summary.ts";

test("one sentence tells the counts as people write them", () => {
  const rows = { read: 24_037, accepted: 24_000, duplicate: 3, rejected: 34 };
  const { id, en } = receiptSummary({ ...receiptSchema.parse(sample), rows });
  expect(id).toContain("24.037 baris dibaca, 24.000 diterima, 3 ganda, 34 ditolak.");
  expect(en).toContain("24,037 rows read, 24,000 accepted, 3 duplicate, 34 rejected.");
});
