// Which rows of a sheet are its body: below the header, and not empty.
import { isEmptyRow, type SheetRow } from "#shared/domain/roster-file/cell.ts";
import type { Header } from "#shared/domain/roster-file/header.ts";

export function isBodyRow(row: SheetRow, header: Header): boolean {
  return row.row > header.row && !isEmptyRow(row.cells);
}

export async function* bodyRows(
  header: Header,
  batches: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  for await (const batch of batches) yield batch.filter((row) => isBodyRow(row, header));
}
