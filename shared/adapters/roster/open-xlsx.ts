// The one sheet of a workbook that lists workers, among instructions and lists of codes.
import type { Problem } from "#shared/domain/problem.ts";
import { type SheetRow, textOf } from "#shared/domain/roster-file/cell.ts";
import { findHeader, HEADER_WITHIN_ROWS, type Header, safeName } from "#shared/domain/roster-file/header.ts";
import { type ProblemCode, problem } from "#shared/domain/roster-file/problems.ts";
import { collectBytes, type PeekedBytes } from "./byte-stream.ts";
import { countingHidden, namesPerson, withoutMergedTerms } from "./list-rows.ts";
import { UnreadableFile } from "./unreadable-file.ts";
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

interface SeenSheet {
  readonly sheet: WorkbookSheet;
  readonly header: Header;
  readonly peopled: boolean;
}

/** Of a sheet whose NIK column was all but found. */
const OF_A_LIST: ReadonlySet<string> = new Set<ProblemCode>([
  "nik-column-misspelt",
  "column-twice",
  "rows-above-header",
  "columns-in-one-cell",
]);

/**
 * The sheet with a NIK column and workers below it; two of them are one too many, for the row numbers of a receipt would mean either. A sheet that
 * holds numbers like NIK under no header is told of, and one whose header is only faulty is one of the two.
 */
async function chooseSheet({ sheets, date1904 }: Workbook): Promise<ChosenSheet> {
  const seen: SeenSheet[] = [];
  const refusals: Problem[] = [];
  const faulty: string[] = [];
  const unread: string[] = [];
  for (const sheet of sheets) {
    const top = await topRows(sheet);
    const header = findHeader(top.filter((row) => row.row <= HEADER_WITHIN_ROWS));
    if (!("refused" in header)) {
      seen.push({ sheet, header, peopled: top.some((row) => row.row > header.row && namesPerson(row, header)) });
      continue;
    }
    refusals.push(header.refused);
    if (top.some(holdsNik)) (OF_A_LIST.has(header.refused.code) ? faulty : unread).push(safeName(sheet.name));
  }
  const peopled = seen.filter((candidate) => candidate.peopled);
  const lists = [...peopled.map(({ sheet }) => safeName(sheet.name)), ...faulty];
  if (peopled.length > 0 && lists.length > 1) return refused(problem("several-sheets", lists.join(", ")));
  const chosen = peopled[0] ?? seen[0];
  if (!chosen || faulty.length > 0) {
    const nearest = refusals.find(({ code }) => OF_A_LIST.has(code));
    return refused(nearest ?? refusals.find(({ code }) => code !== "no-nik-column") ?? problem("no-nik-column"));
  }
  const { header, sheet } = chosen;
  const hidden = { rows: 0, first: 0 };
  const rows = countingHidden(withoutMergedTerms(sheet, header), header, hidden);
  const told = (): readonly Problem[] => [
    ...(hidden.rows === 0 ? [] : [problem("hidden-rows", hidden.rows, hidden.first)]),
    ...(unread.length === 0 ? [] : [problem("sheets-not-read", unread.join(", "))]),
  ];
  return { kind: "chosen", header, rows: date1904 ? countedFrom1900(rows, header) : rows, told };
}

/** 16 digits by themselves, under whatever name. */
function holdsNik({ cells }: SheetRow): boolean {
  return cells.some((cell) => /(?<!\d)\d{16}(?!\d)/.test(textOf(cell)));
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
