import { expect, test } from "vitest";
import { exitCodeOf } from "#cli/exit-codes.ts";
import type { UploadStatus } from "#shared/domain/receipt.ts";

test.each<[UploadStatus, number, number]>([
  ["applied", 0, 0],
  ["applied", 7, 1],
  ["planned", 0, 0],
  ["planned", 7, 1],
  ["refused", 0, 2],
  ["held", 0, 3],
  ["held", 7, 3],
  ["superseded", 7, 4],
])("an upload that is %s with %i rejected rows exits with %i", (status, rejected, code) => {
  const rows = { read: 10, accepted: 8 - rejected, duplicate: 2, rejected };
  expect(exitCodeOf({ status, rows })).toBe(code);
});
