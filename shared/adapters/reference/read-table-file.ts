// A file of workforce figures, targets or claims: a CSV, or the one sheet of a workbook that has the header of such a table.
import { referenceProblem } from "#shared/domain/reference/problems.ts";
import type { TableKind } from "#shared/domain/reference/reference-key.ts";
import { isRefusal, type ReferenceReading } from "#shared/domain/reference/reference-reading.ts";
import { findTableHeader } from "#shared/domain/reference/table/header.ts";
import { readTable } from "#shared/domain/reference/table/read-table.ts";
import type { ProvinceCode } from "#shared/domain/region.ts";
import type { SheetRow } from "#shared/domain/roster-file/cell.ts";
import type { RosterSource } from "#shared/domain/roster-file/reading.ts";
import { csvRows } from "../roster/csv-rows.ts";
import { csvTop } from "../roster/csv-top.ts";
import { UnreadableFile } from "../roster/unreadable-file.ts";
import { readSheets, type Sheet } from "./read-sheets.ts";

export async function readTableFile(
  kind: TableKind,
  source: RosterSource,
  province: ProvinceCode,
): Promise<ReferenceReading> {
  const file = await readSheets(source);
  if (file.kind === "refused") return { kind: "refused", rows: 0, file: [file.problem], problems: [] };
  try {
    const rows = file.kind === "text" ? await rowsOfCsv(kind, file.bytes) : rowsOfWorkbook(kind, file.sheets);
    if (rows === null)
      return { kind: "refused", rows: 0, file: [referenceProblem("reference-several-sheets")], problems: [] };
    const { figures, ...told } = readTable(kind, rows, province);
    return isRefusal(told) ? { kind: "refused", ...told } : { kind: "table", ...told, figures };
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: "refused", rows: 0, file: [error.problem], problems: [] };
    throw error;
  }
}

async function rowsOfCsv(kind: TableKind, bytes: Uint8Array): Promise<readonly SheetRow[]> {
  const { before, delimiter } = csvTop(bytes, (top) => Object.keys(findTableHeader(kind, top)?.columns ?? {}).length);
  const rows: SheetRow[] = [];
  for await (const batch of csvRows(inOne(bytes.subarray(before)), delimiter)) rows.push(...batch);
  return rows;
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

/** The sheet with a header, or the first for what it lacks; null: several have one. */
function rowsOfWorkbook(kind: TableKind, sheets: readonly Sheet[]): readonly SheetRow[] | null {
  const tables = sheets.filter(({ rows }) => findTableHeader(kind, rows) !== null);
  return tables.length > 1 ? null : ((tables[0] ?? sheets[0])?.rows ?? []);
}
