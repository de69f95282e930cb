import { expect, test } from "vitest";
import { mendedReceipt } from "#shared/domain/mended-receipt.ts";
import { newRoster, RECEIPT, record } from "#test/shared/contract/samples.ts";

const planned = { ...RECEIPT, status: "planned", decision: null } as const;
const outcome = { version: 1, rows: RECEIPT.rows, changes: RECEIPT.changes, decision: "discard" } as const;

test("a receipt that says planned of an upload that has ended is mended from its record", () => {
  expect(mendedReceipt(planned, record(newRoster(), { status: "applied", outcome }))).toEqual({
    ...planned,
    status: "applied",
    decision: "discard",
  });
});

test("nothing is mended of an upload that has not ended, nor of a receipt that says how it did", () => {
  expect(mendedReceipt(planned, record(newRoster()))).toBeNull();
  expect(mendedReceipt({ ...RECEIPT, status: "held" }, record(newRoster(), { status: "applied", outcome }))).toBeNull();
});
