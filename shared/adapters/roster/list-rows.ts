// The rows of the sheet that lists workers, as they pass by: what whoever opens the sheet sees otherwise than it is read.
import { type SheetRow, textOf } from "#shared/domain/roster-file/cell.ts";
import { type Header, safeName } from "#shared/domain/roster-file/header.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import type { MergedCells } from "./xlsx/sheet-rows.ts";
import type { WorkbookSheet } from "./xlsx/workbook.ts";

/** An instruction sheet names the NIK column too, but has no digits below it. */
export function namesPerson(row: SheetRow, header: Header): boolean {
  return /\d{10}|\dE\+/i.test(textOf(row.cells[header.columns.nik ?? 0]));
}

/** Who is hidden or filtered out is in the list all the same, and whoever sent it may not know. */
export async function* countingHidden(
  rows: AsyncIterable<readonly SheetRow[]>,
  header: Header,
  count: { rows: number; first: number },
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  for await (const batch of rows) {
    for (const row of batch) {
      if (row.hidden !== true || row.row <= header.row || !namesPerson(row, header)) continue;
      count.first ||= row.row;
      count.rows += 1;
    }
    yield batch;
  }
}

/** What a row would get from the defaults where its cell is empty. */
const TERMS = ["programmes", "first", "last", "months", "wage", "employer"] as const;

/**
 * Of cells that are merged over several workers all but the first are empty, and would be taken to say nothing.
 * @throws UnreadableFile after the last row, when there are such cells
 */
export async function* withoutMergedTerms(
  sheet: WorkbookSheet,
  header: Header,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  const columns = TERMS.map((field) => header.columns[field]);
  let lastWorker = 0;
  const merged: MergedCells[] = [];
  const rows = sheet.rows((cells) => {
    const { column, firstRow, lastRow } = cells;
    if (firstRow <= header.row || lastRow === firstRow || !columns.includes(column)) return;
    // The uppermost is enough.
    if (firstRow < (merged[0]?.firstRow ?? Number.POSITIVE_INFINITY)) merged[0] = cells;
  });
  for await (const batch of rows) {
    lastWorker = batch.findLast((row) => row.row > header.row && namesPerson(row, header))?.row ?? lastWorker;
    yield batch;
  }
  const [first] = merged;
  if (first && first.firstRow < lastWorker) {
    const name = safeName(header.names[first.column] ?? "");
    throw new UnreadableFile(problem("cells-merged", name, first.firstRow, first.lastRow));
  }
}
