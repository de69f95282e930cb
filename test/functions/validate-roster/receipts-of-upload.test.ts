import { expect, test } from "vitest";
import { receiptOfReading } from "#functions/validate-roster/receipts-of-upload.ts";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { MOST_ROWS_IN_WORKBOOK } from "#shared/domain/rejected-rows-files.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { context, source, taken } from "../../shared/adapters/roster/roster-files.ts";

const FILE = {
  uploadId: "3f2a9c81d0e74b6655aa",
  roster: rosterId("14.03/rentan/apbd-2022"),
  fileName: "daftar.csv",
  mode: "full",
  receivedAt: "2022-11-01T01:00:00Z",
} as const;
const PLANNED = { status: "planned", version: 1, changes: null, decision: null } as const;

test.each([
  [MOST_ROWS_IN_WORKBOOK, []],
  [MOST_ROWS_IN_WORKBOOK + 1, ["rejected-rows-csv-only"]],
])("of %d rejected rows the receipt says whether they come as a workbook too", async (rejected, codes) => {
  const reading = taken(await readRoster(source(`NIK\n${"1\n".repeat(rejected)}`, 64 * 1024), context()));
  expect(receiptOfReading(FILE, reading, PLANNED).file.map(({ code }) => code)).toEqual(codes);
});
