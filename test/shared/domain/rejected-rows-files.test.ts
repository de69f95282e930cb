import { expect, test } from "vitest";
import { modeOfFileName } from "#shared/domain/object-key.ts";
import { UPLOAD_MODES } from "#shared/domain/receipt.ts";
import {
  MOST_ROWS_IN_WORKBOOK,
  REJECTED_ROWS_FORMS,
  rejectedRowsForms,
  rejectedRowsName,
  rejectedRowsNames,
} from "#shared/domain/rejected-rows-files.ts";

test.each([
  ["full", "add"],
  ["add", "add"],
  ["end", "end"],
] as const)("the corrected rows of a file in mode %s are uploaded in mode %s", (mode, again) => {
  for (const form of REJECTED_ROWS_FORMS) expect(modeOfFileName(rejectedRowsName("a b", mode, form))).toBe(again);
});

test("there is no file without a rejected row, and no workbook of very many", () => {
  expect(rejectedRowsForms(0)).toEqual([]);
  expect(rejectedRowsForms(MOST_ROWS_IN_WORKBOOK)).toEqual(["xlsx", "csv"]);
  expect(rejectedRowsForms(MOST_ROWS_IN_WORKBOOK + 1)).toEqual(["csv"]);
});

test("every mode has its names", () => {
  const rows = { read: 2, accepted: 1, duplicate: 0, rejected: 1 };
  expect(UPLOAD_MODES.map((mode) => rejectedRowsNames("3f2a", { mode, rows }))).toEqual([
    ["3f2a.add.xlsx", "3f2a.add.csv"],
    ["3f2a.add.xlsx", "3f2a.add.csv"],
    ["3f2a.end.xlsx", "3f2a.end.csv"],
  ]);
});
