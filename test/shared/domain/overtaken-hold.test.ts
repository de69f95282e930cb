import { expect, test } from "vitest";
import { receipt as receiptSchema } from "#events/receipt.ts";
import sample from "#events/samples/receipt.json" with { type: "json" };
import { overtakenReceipt } from "#shared/domain/overtaken-hold.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";

test("a hold that was overtaken asks nobody to decide, says what to do instead, and says it once", () => {
  const notice = problem("no-rows");
  const held = { ...receiptSchema.parse(sample), status: "held" as const };
  const overtaken = overtakenReceipt({ ...held, file: [notice, problem("removals-held", 20, held.uploadId)] });
  expect(overtaken.status).toBe("superseded");
  expect(overtaken.file).toEqual([notice, problem("hold-overtaken")]);
  expect(overtakenReceipt(overtaken)).toEqual(overtaken);
});
