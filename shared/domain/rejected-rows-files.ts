// The files in which rejected rows go back: their forms and their names. The name says how a corrected file is meant when it is uploaded again, so
// that it adds to the roster and ends nobody but, where the file was to end workers, those named.
import type { Receipt, UploadMode } from "./receipt.ts";

export const REJECTED_ROWS_FORMS = ["xlsx", "csv"] as const;
export type RejectedRowsForm = (typeof REJECTED_ROWS_FORMS)[number];

/** Above this, a workbook is slow to open and to mend by hand: only the CSV is written. */
export const MOST_ROWS_IN_WORKBOOK = 50_000;

/** None without a rejected row. */
export function rejectedRowsForms(rejected: number): readonly RejectedRowsForm[] {
  if (rejected === 0) return [];
  return REJECTED_ROWS_FORMS.filter((form) => form !== "xlsx" || rejected <= MOST_ROWS_IN_WORKBOOK);
}

/** `list` → `list.add.csv`, of a file that ends workers `list.end.csv`. */
export function rejectedRowsName(root: string, mode: UploadMode, form: RejectedRowsForm): string {
  return `${root}.${mode === "end" ? "end" : "add"}.${form}`;
}

/** Names of all that stand beside a receipt of that name. */
export function rejectedRowsNames(root: string, { mode, rows }: Pick<Receipt, "mode" | "rows">): readonly string[] {
  return rejectedRowsForms(rows.rejected).map((form) => rejectedRowsName(root, mode, form));
}
