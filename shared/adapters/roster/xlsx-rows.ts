// Rows of an XLSX workbook, by hucre. Text and numeric cells stay apart; dates become `yyyy-mm-dd`. The packed file is held in memory, its sheets
// are streamed. What the archive says of its sizes is looked at first, and hucre unpacks nothing beyond what was said.
import { streamXlsxRows } from "hucre/xlsx";
import type { Problem } from "#shared/domain/problem.ts";
import type { Cell, SheetRow } from "#shared/domain/roster-file/cell.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import { type ZipEntry, zipDirectory } from "./zip-directory.ts";

const MEGABYTE = 1024 * 1024;
/** The packed file. */
export const MOST_XLSX_BYTES = 64 * MEGABYTE;
/** One sheet, unpacked; streamed. */
const MOST_SHEET_BYTES = 1024 * MEGABYTE;
/** Shared strings, styles and whatever else is held in memory, unpacked. */
const MOST_PART_BYTES = 96 * MEGABYTE;
const MOST_SHEETS = 50;
const BATCH_ROWS = 512;

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/i;

/** How many sheets a workbook has, or why it is none. */
export function workbookSheets(file: Uint8Array): { readonly sheets: number } | { readonly refused: Problem } {
  const entries = zipDirectory(file);
  if (entries === null) return { refused: problem("xlsx-broken") };
  const names = new Set(entries.map((entry) => entry.name.toLowerCase()));
  if (!names.has("xl/workbook.xml")) return { refused: problem(otherArchive(names)) };
  const parts = entries.filter((entry) => /\.(?:xml|rels)$/i.test(entry.name));
  if (parts.some((part) => part.bytes === 0 && part.compressedBytes > 2)) return { refused: problem("xlsx-broken") };
  const tooLarge = parts.find((part) => part.bytes > mostBytes(part));
  if (tooLarge) return { refused: problem("file-too-large", mostBytes(tooLarge) / MEGABYTE) };
  return { sheets: Math.min(parts.filter((part) => SHEET.test(part.name)).length, MOST_SHEETS) };
}

function mostBytes(part: ZipEntry): number {
  return SHEET.test(part.name) ? MOST_SHEET_BYTES : MOST_PART_BYTES;
}

function otherArchive(names: ReadonlySet<string>): "file-is-xlsb" | "file-is-word" | "file-is-ods" | "file-is-zip" {
  if (names.has("xl/workbook.bin")) return "file-is-xlsb";
  if (names.has("word/document.xml")) return "file-is-word";
  return names.has("content.xml") ? "file-is-ods" : "file-is-zip";
}

/** Rows of the sheet with that place in the workbook, at most `most` of them (0: all). Empty rows that the file leaves out still count. */
export async function* xlsxRows(
  file: Uint8Array,
  sheet: number,
  most = 0,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  let batch: SheetRow[] = [];
  let row = 0;
  try {
    for await (const { index, values } of streamXlsxRows(file, { sheet, ...(most > 0 ? { maxRows: most } : {}) })) {
      row = Number.isSafeInteger(index) && index >= row ? index + 1 : row + 1;
      batch.push({ row, cells: values.map(cellOf) });
      if (batch.length === BATCH_ROWS) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    // The bytes are all there, so whatever goes wrong lies in them.
    throw new UnreadableFile(problem("xlsx-broken"), error);
  }
  if (batch.length > 0) yield batch;
}

function cellOf(value: unknown): Cell {
  if (typeof value === "string" || typeof value === "number") return value;
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "########" : value.toISOString().slice(0, 10);
  return String(value).toUpperCase();
}
