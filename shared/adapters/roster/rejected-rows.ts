// The rejected rows in the uploader's own columns, with what is wrong at the end: to be corrected and uploaded again under its own name.
// The rows are checked a second time by the same rules, so nothing of them had to be kept.
import type { RowProblem } from "#shared/domain/problem.ts";
import { readDay } from "#shared/domain/roster-file/calendar-cell.ts";
import { type Cell, type SheetRow, textOf } from "#shared/domain/roster-file/cell.ts";
import { rowChecker } from "#shared/domain/roster-file/check-row.ts";
import { isResultColumn, RESULT_COLUMNS } from "#shared/domain/roster-file/columns.ts";
import type { Header } from "#shared/domain/roster-file/header.ts";
import { cellsUnder, otherSeparator } from "#shared/domain/roster-file/other-separator.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { FileReading, RosterSource } from "#shared/domain/roster-file/reading.ts";
import { csvCell } from "./csv-cell.ts";
import { openSheet } from "./open-sheet.ts";
import { inOrder, pickCsvRows } from "./pick-csv-rows.ts";

const BOM = "\ufeff";

/** Rejected rows as they are written back, whatever the form of the file. */
export interface CorrectableRows {
  /** The uploader's columns in their order, then ours. */
  readonly head: readonly string[];
  /** How many of them are the uploader's. */
  readonly ownColumns: number;
  /** `;` for a workbook. */
  readonly delimiter: string;
  readonly batches: AsyncIterable<readonly (readonly string[])[]>;
}

export async function correctableRows(source: RosterSource, reading: FileReading): Promise<CorrectableRows> {
  const sheet = await openSheet(source);
  if (sheet.kind === "refused")
    throw new Error(`a file that could be read can no longer be: ${sheet.problems[0]?.code ?? ""}`);
  const { header } = reading.rules;
  const check = rowChecker(reading.rules);
  const columns = header.names.map((_, index) => index).filter((index) => !isResultColumn(header.names[index] ?? ""));
  const written = (row: SheetRow): readonly string[] => {
    const cells = sheet.cellsMayShift ? inColumns(row.cells, header, sheet.delimiter) : row.cells;
    const own = columns.map((index) => cellText(cells[index], index, header.columns));
    // The cells as they are read, too: what is not given back may still make a row's shape.
    if (reading.holdsErased([...own, ...row.cells.map(textOf)]))
      return [
        ...own.map(() => ""),
        String(row.row),
        ...results([{ row: row.row, column: null, ...problem("erased-person") }]),
      ];
    const contradiction = reading.contradictions.get(row.row);
    const problems = [...check(row.row, row.cells).problems, ...(contradiction === undefined ? [] : [contradiction])];
    return [...own, String(row.row), ...results(problems)];
  };
  const rows = sheet.csv ? pickCsvRows(sheet.csv.bytes, sheet.csv.delimiter, reading.rejectedRows) : sheet.batches;
  return {
    head: [...columns.map((index) => header.names[index] ?? ""), ...RESULT_COLUMNS],
    ownColumns: columns.length,
    delimiter: sheet.delimiter,
    batches: rejectedOf(rows, reading.rejectedRows, written),
  };
}

/** CSV in UTF-8 with a byte order mark, under the separator of the file, one batch at a time. */
export async function* rejectedRowsCsv(
  source: RosterSource,
  reading: FileReading,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { head, delimiter, batches } = await correctableRows(source, reading);
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
  yield Buffer.from(BOM + line(head));
  for await (const batch of batches) yield Buffer.from(batch.map(line).join(""));
}

async function* rejectedOf(
  batches: AsyncIterable<readonly SheetRow[]>,
  rejected: Uint32Array,
  written: (row: SheetRow) => readonly string[],
): AsyncGenerator<readonly (readonly string[])[], void, undefined> {
  const isRejected = inOrder(rejected);
  for await (const batch of batches) {
    const rows = batch.filter(({ row }) => isRejected(row)).map(written);
    if (rows.length > 0) yield rows;
  }
}

/** A row under another separator than the header's as it was meant. */
function inColumns(cells: SheetRow["cells"], { columns, names }: Header, delimiter: string): SheetRow["cells"] {
  const separator = otherSeparator(cells, columns.nik ?? 0, names.length);
  return separator === null ? cells : cellsUnder(separator, cells.map(textOf).join(delimiter));
}

function results(problems: readonly RowProblem[]): readonly string[] {
  const tell = (language: "id" | "en"): string =>
    problems.map(({ column, message }) => ofColumn(column, message[language])).join(" | ");
  return [problems.map((found) => found.code).join(" "), tell("id"), tell("en")];
}

/** The column first, unless the words begin with it. */
function ofColumn(column: string | null, words: string): string {
  const isNamed = column !== null && (words.startsWith(`${column} `) || words.startsWith(`The ${column} `));
  return column === null || isNamed ? words : `${column}: ${words}`;
}

/**
 * A NIK that was a number goes back as Excel shows it, so that it is refused again until it is typed anew: its digits, written out, would look
 * sound. Serial numbers in columns of dates become dates.
 */
function cellText(cell: Cell | undefined, index: number, columns: Header["columns"]): string {
  if (typeof cell !== "number") return cell ?? "";
  if (index === columns.nik) return cell.toExponential(5).replace(".", ",").toUpperCase();
  if (index === columns.birth || index === columns.first || index === columns.last) {
    const reading = readDay(cell);
    if (typeof reading === "object") return reading.day;
  }
  return textOf(cell);
}
