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
  const columns = TERMS.flatMap((field) => header.columns[field] ?? []);
  const filled = new Set<number>();
  const workers: number[] = [];
  const merged: MergedCells[] = [];
  const rows = sheet.rows((cells) => {
    if (cells.firstRow > header.row && columns.includes(cells.column)) merged.push(cells);
  });
  for await (const batch of rows) {
    for (const row of batch) {
      if (row.row <= header.row || !namesPerson(row, header)) continue;
      workers.push(row.row);
      for (const column of columns) if (textOf(row.cells[column]) !== "") filled.add(column);
    }
    yield batch;
  }
  // The uppermost is enough.
  const [first] = merged
    .filter(({ column, firstRow, lastRow }) => filled.has(column) && firstAfter(workers, firstRow) <= lastRow)
    .sort((a, b) => a.firstRow - b.firstRow);
  if (first) {
    const name = safeName(header.names[first.column] ?? "");
    throw new UnreadableFile(problem("cells-merged", name, first.firstRow, first.lastRow));
  }
}

/** The first of ascending numbers that is greater; infinite where none is. */
function firstAfter(numbers: readonly number[], than: number): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) > than) to = middle;
    else from = middle + 1;
  }
  return numbers[from] ?? Number.POSITIVE_INFINITY;
}
