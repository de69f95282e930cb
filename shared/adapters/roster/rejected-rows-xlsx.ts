// The rejected rows as a workbook: the same rows as in the CSV, every cell text, so that Excel changes nothing of what stands in it. Written as
// the rows come, so that memory stays flat.
import { type CellStyle, type ColumnDef, writeXlsxStream } from "hucre/xlsx";
import type { RejectedRowsForm } from "#shared/domain/rejected-rows-files.ts";
import { columnKey, knownColumn, RESULT_COLUMNS } from "#shared/domain/roster-file/columns.ts";
import type { FileReading, RosterSource } from "#shared/domain/roster-file/reading.ts";
import { correctableRows, rejectedRowsCsv } from "./rejected-rows.ts";
import { MOST_COLUMNS, workbookText } from "./workbook-text.ts";

const TEXT = "@";
/** Widths in characters. */
const NIK_WIDTH = 20;
const LEAST_WIDTH = 12;
const MOST_WIDTH = 30;
const OWN_WIDTHS: Readonly<Record<(typeof RESULT_COLUMNS)[number], number>> = {
  CAKUPAN_BARIS: 16,
  CAKUPAN_KODE: 28,
  CAKUPAN_MASALAH: 80,
  CAKUPAN_PROBLEM: 80,
};

export function rejectedRowsFile(
  source: RosterSource,
  reading: FileReading,
  form: RejectedRowsForm,
): AsyncIterable<Uint8Array> {
  return form === "csv" ? rejectedRowsCsv(source, reading) : rejectedRowsXlsx(source, reading);
}

export async function* rejectedRowsXlsx(
  source: RosterSource,
  reading: FileReading,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { head, ownColumns, batches } = await correctableRows(source, reading);
  // No sheet has more; the CSV has them all.
  const fitting = Math.min(ownColumns, MOST_COLUMNS - RESULT_COLUMNS.length);
  const fitted = (row: readonly string[]): readonly string[] =>
    fitting === ownColumns ? row : [...row.slice(0, fitting), ...row.slice(ownColumns)];
  const columns = [
    ...head.slice(0, fitting).map((name) => ownColumn(name)),
    ...RESULT_COLUMNS.map((name): ColumnDef => ({ header: name, width: OWN_WIDTHS[name], style: PROBLEM_STYLE })),
  ];
  yield* writeXlsxStream(cellsOf(batches, fitted), { name: "Perbaiki", columns, freezePane: { rows: 1 } });
}

const PROBLEM_STYLE: CellStyle = { numFmt: TEXT, alignment: { wrapText: true, vertical: "top" } };

function ownColumn(name: string): ColumnDef {
  const isNik = knownColumn(columnKey(name))?.field === "nik";
  const width = isNik ? NIK_WIDTH : Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, name.length + 2));
  return { header: workbookText(name), width, style: { numFmt: TEXT, alignment: { vertical: "top" } } };
}

async function* cellsOf(
  batches: AsyncIterable<readonly (readonly string[])[]>,
  fitted: (row: readonly string[]) => readonly string[],
): AsyncGenerator<(string | null)[], void, undefined> {
  for await (const batch of batches) {
    for (const row of batch) yield fitted(row).map((text) => (text === "" ? null : workbookText(text)));
  }
}
