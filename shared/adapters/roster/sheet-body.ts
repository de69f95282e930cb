// Which rows of a sheet are its body: below the header, not empty, and not the header once more.
import { isEmptyRow, type SheetRow } from "#shared/domain/roster-file/cell.ts";
import { columnKey } from "#shared/domain/roster-file/columns.ts";
import type { Header } from "#shared/domain/roster-file/header.ts";

export function isBodyRow(row: SheetRow, header: Header): boolean {
  return row.row > header.row && !isEmptyRow(row.cells) && !isHeaderAgain(row, header);
}

export async function* bodyRows(
  header: Header,
  batches: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  for await (const batch of batches) yield batch.filter((row) => isBodyRow(row, header));
}

/** Lists put together from several pages repeat their header. */
function isHeaderAgain(row: SheetRow, header: Header): boolean {
  const column = header.columns.nik ?? 0;
  const cell = row.cells[column];
  return (
    typeof cell === "string" &&
    cell.length < 80 &&
    !/\d{10}/.test(cell) &&
    cell !== "" &&
    columnKey(cell) === columnKey(header.names[column] ?? "")
  );
}
