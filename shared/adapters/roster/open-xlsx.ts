// The one sheet of a workbook that lists workers, among instructions and lists of codes.
import type { Problem } from "#shared/domain/problem.ts";
import { type SheetRow, textOf } from "#shared/domain/roster-file/cell.ts";
import { findHeader, HEADER_WITHIN_ROWS, type Header, safeName } from "#shared/domain/roster-file/header.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { collectBytes, type PeekedBytes } from "./byte-stream.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import type { MergedCells } from "./xlsx/sheet-rows.ts";
import { MOST_XLSX_BYTES, openWorkbook, type Workbook, type WorkbookSheet } from "./xlsx/workbook.ts";

export type ChosenSheet =
  | {
      readonly kind: "chosen";
      readonly header: Header;
      readonly rows: AsyncIterable<readonly SheetRow[]>;
      /** What is to be known of the sheet, once its rows are read. */
      readonly told: () => readonly Problem[];
    }
  | { readonly kind: "refused"; readonly problems: readonly Problem[] };

const DAYS_TO_1904 = 1462;
/** Enough of a sheet to see its header and whether workers stand below it. */
const PEEKED_ROWS = HEADER_WITHIN_ROWS + 20;

/** @throws UnreadableFile while the rows are read, when the sheet turns out damaged */
export async function openXlsx(bytes: PeekedBytes): Promise<ChosenSheet> {
  const file = await collectBytes(bytes.all, MOST_XLSX_BYTES);
  if (file === null) return refused(problem("file-too-large", MOST_XLSX_BYTES / 1024 / 1024));
  try {
    const workbook = await openWorkbook(file);
    return "refused" in workbook ? refused(workbook.refused) : await chooseSheet(workbook);
  } catch (error) {
    if (error instanceof UnreadableFile) return refused(error.problem);
    throw error;
  }
}

function refused(found: Problem): ChosenSheet {
  return { kind: "refused", problems: [found] };
}

/** The sheet with a NIK column and workers below it; two of them are one too many, for the row numbers of a receipt would mean either. */
async function chooseSheet({ sheets, date1904 }: Workbook): Promise<ChosenSheet> {
  const seen: { readonly sheet: WorkbookSheet; readonly header: Header; readonly peopled: boolean }[] = [];
  const refusals: Problem[] = [];
  for (const sheet of sheets) {
    const top = await topRows(sheet);
    const header = findHeader(top.filter((row) => row.row <= HEADER_WITHIN_ROWS));
    if ("refused" in header) refusals.push(header.refused);
    else seen.push({ sheet, header, peopled: top.some((row) => row.row > header.row && namesPerson(row, header)) });
  }
  const peopled = seen.filter((candidate) => candidate.peopled);
  if (peopled.length > 1) {
    return refused(problem("several-sheets", peopled.map(({ sheet }) => safeName(sheet.name)).join(", ")));
  }
  const chosen = peopled[0] ?? seen[0];
  if (!chosen) return refused(refusals.find(({ code }) => code !== "no-nik-column") ?? problem("no-nik-column"));
  const { header, sheet } = chosen;
  const hidden = { rows: 0, first: 0 };
  const rows = countingHidden(withoutMergedTerms(sheet, header), header, hidden);
  const told = () => (hidden.rows === 0 ? [] : [problem("hidden-rows", hidden.rows, hidden.first)]);
  return { kind: "chosen", header, rows: date1904 ? countedFrom1900(rows, header) : rows, told };
}

/** Who is hidden or filtered out is in the list all the same, and whoever sent it may not know. */
async function* countingHidden(
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
async function* withoutMergedTerms(
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

/** Bare numbers in columns of dates, as they would be in a workbook that counts from 1900. */
async function* countedFrom1900(
  rows: AsyncIterable<readonly SheetRow[]>,
  { columns }: Header,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  const dates = [columns.birth, columns.first, columns.last];
  for await (const batch of rows) {
    yield batch.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell, at) => (typeof cell === "number" && dates.includes(at) ? cell + DAYS_TO_1904 : cell)),
    }));
  }
}

async function topRows(sheet: WorkbookSheet): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of sheet.rows()) {
    rows.push(...batch.slice(0, PEEKED_ROWS - rows.length));
    if (rows.length >= PEEKED_ROWS) break;
  }
  return rows;
}

/** An instruction sheet names the NIK column too, but has no digits below it. */
function namesPerson(row: SheetRow, header: Header): boolean {
  return /\d{10}|\dE\+/i.test(textOf(row.cells[header.columns.nik ?? 0]));
}
