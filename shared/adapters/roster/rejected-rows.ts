// The rejected rows in the uploader's own columns, with what is wrong at the end: to be corrected and uploaded again under its name `….add.csv`.
// The rows are checked a second time by the same rules, so nothing of them had to be kept.
import type { RowProblem } from "#shared/domain/problem.ts";
import { readDay } from "#shared/domain/roster-file/calendar-cell.ts";
import { type Cell, type SheetRow, textOf } from "#shared/domain/roster-file/cell.ts";
import { rowChecker } from "#shared/domain/roster-file/check-row.ts";
import { columnKey, RESULT_COLUMNS } from "#shared/domain/roster-file/columns.ts";
import type { Header } from "#shared/domain/roster-file/header.ts";
import type { FileReading, RosterSource } from "#shared/domain/roster-file/reading.ts";
import { csvCell } from "./csv-cell.ts";
import { openSheet } from "./open-sheet.ts";

const BOM = "\ufeff";
const RESULT_KEYS: ReadonlySet<string> = new Set(RESULT_COLUMNS.map(columnKey));

/** CSV in UTF-8 with a byte order mark, under the separator of the file (`;` for a workbook), one batch at a time. */
export async function* rejectedRowsCsv(
  source: RosterSource,
  reading: FileReading,
): AsyncGenerator<Uint8Array, void, undefined> {
  const sheet = await openSheet(source);
  if (sheet.kind === "refused")
    throw new Error(`a file that could be read can no longer be: ${sheet.problems[0]?.code ?? ""}`);
  const { rules } = reading;
  const check = rowChecker(rules);
  const columns = rules.header.names
    .map((_, index) => index)
    .filter((index) => !RESULT_KEYS.has(columnKey(rules.header.names[index] ?? "")));
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => csvCell(cell, sheet.delimiter)).join(sheet.delimiter)}\r\n`;
  const written = (row: SheetRow): string => {
    const problems = [
      ...check(row.row, row.cells).problems,
      ...(reading.contradictions.has(row.row) ? [reading.contradictions.get(row.row)] : []),
    ];
    const own = columns.map((index) => cellText(row.cells[index], index, rules.header.columns));
    return line([...own, String(row.row), ...results(problems.filter((found) => found !== undefined))]);
  };

  yield Buffer.from(BOM + line([...columns.map((index) => rules.header.names[index] ?? ""), ...RESULT_COLUMNS]));
  for await (const batch of sheet.batches) {
    const text = batch
      .filter((row) => reading.rejectedRows.has(row.row))
      .map(written)
      .join("");
    if (text !== "") yield Buffer.from(text);
  }
}

function results(problems: readonly RowProblem[]): readonly string[] {
  const tell = (language: "id" | "en"): string =>
    problems.map((found) => (found.column === null ? "" : `${found.column}: `) + found.message[language]).join(" | ");
  return [problems.map((found) => found.code).join(" "), tell("id"), tell("en")];
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
