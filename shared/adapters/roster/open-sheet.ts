// A file as one sheet of rows under a header, whatever it is by its content: CSV (UTF-8 or UTF-16) or one sheet of an XLSX workbook. Anything else
// is refused by what it is.
import type { Problem } from "#shared/domain/problem.ts";
import { isEmptyRow, type SheetRow, textOf } from "#shared/domain/roster-file/cell.ts";
import { columnKey } from "#shared/domain/roster-file/columns.ts";
import { findHeader, HEADER_WITHIN_ROWS, type Header } from "#shared/domain/roster-file/header.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { RosterSource } from "#shared/domain/roster-file/reading.ts";
import { collectBytes, type PeekedBytes, peekBytes } from "./byte-stream.ts";
import { csvRows, csvTop } from "./csv-rows.ts";
import { sniffKind } from "./sniff.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import { MOST_XLSX_BYTES, workbookSheets, xlsxRows } from "./xlsx-rows.ts";

interface Sheet {
  readonly kind: "sheet";
  readonly header: Header;
  /** `;` where the file itself has no separator. */
  readonly delimiter: string;
  readonly cellsMayShift: boolean;
  /** All rows below the header that hold anything; to be read once. */
  readonly batches: AsyncIterable<readonly SheetRow[]>;
}

export type OpenedSheet = Sheet | { readonly kind: "refused"; readonly problems: readonly Problem[] };

const HEAD_BYTES = 64 * 1024;
/** Enough of a sheet to see its header and whether persons stand below it. */
const PEEKED_ROWS = HEADER_WITHIN_ROWS + 20;

/** @throws UnreadableFile while the batches are read, when the file breaks off or cannot be told apart */
export async function openSheet(source: RosterSource): Promise<OpenedSheet> {
  const bytes = await peekBytes(source, HEAD_BYTES);
  const found = sniffKind(bytes.head);
  if (found.kind === "text") return openCsv(bytes, found.encoding);
  if (found.kind === "zip") return openXlsx(bytes);
  await bytes.close();
  return { kind: "refused", problems: [found.problem] };
}

async function openCsv(bytes: PeekedBytes, encoding: string): Promise<OpenedSheet> {
  const top = csvTop(new TextDecoder(encoding).decode(bytes.head));
  const header = findHeader(top.rows.slice(0, HEADER_WITHIN_ROWS));
  if ("refused" in header) {
    await bytes.close();
    return { kind: "refused", problems: [header.refused] };
  }
  const text = encoding === "utf-8" ? bytes.all : asUtf8(bytes.all, encoding);
  const batches = below(header, csvRows(text, top.delimiter));
  return { kind: "sheet", header, delimiter: top.delimiter, cellsMayShift: true, batches };
}

async function* asUtf8(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
}

async function openXlsx(bytes: PeekedBytes): Promise<OpenedSheet> {
  const file = await collectBytes(bytes.all, MOST_XLSX_BYTES);
  if (file === null) return { kind: "refused", problems: [problem("file-too-large", MOST_XLSX_BYTES / 1024 / 1024)] };
  const workbook = workbookSheets(file);
  if ("refused" in workbook) return { kind: "refused", problems: [workbook.refused] };
  try {
    return await chooseSheet(file, workbook.sheets);
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: "refused", problems: [error.problem] };
    throw error;
  }
}

/** The sheet with a NIK column and persons below it; two of them are one too many, for the row numbers of a receipt would mean either. */
async function chooseSheet(file: Uint8Array, sheets: number): Promise<OpenedSheet> {
  const seen: { readonly sheet: number; readonly header: Header; readonly peopled: boolean }[] = [];
  const refusals: Problem[] = [];
  for (let sheet = 0; sheet < sheets; sheet += 1) {
    const top = await peekRows(file, sheet);
    const header = findHeader(top.filter((row) => row.row <= HEADER_WITHIN_ROWS));
    if ("refused" in header) refusals.push(header.refused);
    else seen.push({ sheet, header, peopled: top.some((row) => row.row > header.row && namesPerson(row, header)) });
  }
  const peopled = seen.filter((candidate) => candidate.peopled);
  if (peopled.length > 1) return { kind: "refused", problems: [problem("several-sheets", peopled.length)] };
  const chosen = peopled[0] ?? seen[0];
  if (!chosen) {
    const telling = refusals.find((refusal) => refusal.code !== "no-nik-column") ?? problem("no-nik-column");
    return { kind: "refused", problems: [telling] };
  }
  const batches = below(chosen.header, xlsxRows(file, chosen.sheet));
  return { kind: "sheet", header: chosen.header, delimiter: ";", cellsMayShift: false, batches };
}

async function peekRows(file: Uint8Array, sheet: number): Promise<readonly SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of xlsxRows(file, sheet, PEEKED_ROWS)) rows.push(...batch);
  return rows;
}

/** An instruction sheet names the NIK column too, but has no digits below it. */
function namesPerson(row: SheetRow, header: Header): boolean {
  return /\d{10}|\dE\+/i.test(textOf(row.cells[header.columns.nik ?? 0]));
}

async function* below(
  header: Header,
  batches: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  for await (const batch of batches) {
    yield batch.filter((row) => row.row > header.row && !isEmptyRow(row.cells) && !isHeaderAgain(row, header));
  }
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
