// Finds the header of a table of reference data: the row among the first that names kode_kemendagri.
import type { RowProblem } from "../../problem.ts";
import { hasNikShape } from "../../roster.ts";
import { type SheetRow, textOf } from "../../roster-file/cell.ts";
import { HEADER_WITHIN_ROWS, safeName } from "../../roster-file/header.ts";
import { referenceProblem } from "../problems.ts";
import type { TableKind } from "../reference-key.ts";
import { columnName, columnNamed, ONE_OF, type TableField, tableColumns } from "./columns.ts";

export interface TableHeader {
  readonly row: number;
  /** Safe to repeat, by column. */
  readonly names: readonly string[];
  readonly columns: Readonly<Partial<Record<TableField, number>>>;
  readonly problems: readonly RowProblem[];
}

/** null: no row among the first is a header. */
export function findTableHeader(kind: TableKind, rows: readonly SheetRow[]): TableHeader | null {
  const found = rows.find(
    ({ row, cells }) =>
      row <= HEADER_WITHIN_ROWS && cells.some((cell) => columnNamed(kind, textOf(cell))?.field === "code"),
  );
  return found === undefined ? null : headerOf(kind, found);
}

function headerOf(kind: TableKind, { row, cells }: SheetRow): TableHeader {
  const columns: Partial<Record<TableField, number>> = {};
  const problems: RowProblem[] = [];
  const names = cells.map((cell) => (hasNikShape(textOf(cell)) ? "…" : safeName(textOf(cell))));
  for (const [index, cell] of cells.entries()) {
    const text = textOf(cell);
    const known = columnNamed(kind, text);
    const at = { row, column: names[index] ?? null };
    if (known === undefined) {
      if (text !== "") problems.push({ ...at, ...referenceProblem("reference-column-unknown", namesOf(kind)) });
    } else if (columns[known.field] === undefined) columns[known.field] = index;
    else problems.push({ ...at, ...referenceProblem("reference-column-twice", known.name) });
  }
  const missing = tableColumns(kind).filter(({ field, required }) => required && columns[field] === undefined);
  for (const { name } of missing)
    problems.push({ row, column: null, ...referenceProblem("reference-column-missing", name) });
  if (ONE_OF[kind].length > 0 && ONE_OF[kind].every((field) => columns[field] === undefined)) {
    const choice = ONE_OF[kind].map(columnName).join(" / ");
    problems.push({ row, column: null, ...referenceProblem("reference-column-missing", choice) });
  }
  return { row, names, columns, problems };
}

export function namesOf(kind: TableKind): string {
  return tableColumns(kind)
    .map(({ name }) => name)
    .join(", ");
}
