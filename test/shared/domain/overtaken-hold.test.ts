import { expect, test } from "vitest";
import { receipt as receiptSchema } from "#events/receipt.ts";
import sample from "#events/samples/receipt.json" with { type: "json" };
import { isHoldOvertaken, overtakenReceipt } from "#shared/domain/overtaken-hold.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { order, record } from "#test/shared/contract/samples.ts";

test("a hold that was overtaken asks nobody to decide, says what to do instead, and says it once", () => {
  const notice = problem("no-rows");
  const held = { ...receiptSchema.parse(sample), status: "held" as const };
  const overtaken = overtakenReceipt({ ...held, file: [notice, problem("removals-held", 20, held.uploadId)] });
  expect(overtaken.status).toBe("superseded");
  expect(overtaken.file).toEqual([notice, problem("hold-overtaken")]);
  expect(overtakenReceipt(overtaken)).toEqual(overtaken);
});

test.each([
  ["its version is current", { current: 4, filed: 4, fullOrder: order(5) }, false],
  ["its version was rewritten", { current: 6, filed: 4, fullOrder: order(5) }, false],
  ["an upload has moved the head", { current: 6, filed: 6, fullOrder: order(5) }, true],
  ["a newer whole list changed nothing", { current: 4, filed: 4, fullOrder: order(6) }, true],
])("whether a hold is overtaken when %s", (_, stands, isOvertaken) => {
  const roster = rosterId("14.03/rentan/apbd");
  const { rows } = receiptSchema.parse(sample);
  const held = record(roster, { order: order(5), outcome: { version: 4, rows, changes: null, decision: null } });
  const head = { roster, parts: 1, keyId: null, taken: 3, recent: [], reportedOn: null, latest: null, ...stands };
  expect(isHoldOvertaken(held, head)).toBe(isOvertaken);
});
