// An XLSX workbook: which sheets it has and how its cells are to be understood, or what else the ZIP is. The packed file is held in memory, its
// sheets are streamed. What the archive says of its sizes is looked at before anything is unpacked.
import type { Problem } from "#shared/domain/problem.ts";
import type { SheetRow } from "#shared/domain/roster-file/cell.ts";
import { type ProblemCode, problem } from "#shared/domain/roster-file/problems.ts";
import { readDateStyles } from "./date-styles.ts";
import { NO_STRINGS, readSharedStrings } from "./shared-strings.ts";
import { type MergedCells, sheetRows } from "./sheet-rows.ts";
import { readRelations, readWorkbookPart, relationsName } from "./workbook-part.ts";
import { type ZipEntry, zipDirectory } from "./zip-directory.ts";
import { broken, partBytes, partText, tooLarge } from "./zip-part.ts";

export interface WorkbookSheet {
  readonly name: string;
  /** @param merged is told of merged cells, after the last row */
  rows(merged?: (cells: MergedCells) => void): AsyncIterable<readonly SheetRow[]>;
}

export interface Workbook {
  /** In the order of their tabs; without charts and what only macros can show. */
  readonly sheets: readonly WorkbookSheet[];
  /** Days are counted from 1904, as older Excel for Mac does. */
  readonly date1904: boolean;
}

const MEGABYTE = 1024 * 1024;
/** The packed file. */
export const MOST_XLSX_BYTES = 64 * MEGABYTE;
/** Unpacked: sheets are streamed, the texts of cells and what describes the workbook are held. */
const MOST_SHEET_BYTES = 1024 * MEGABYTE;
const MOST_STRING_BYTES = 96 * MEGABYTE;
const MOST_PART_BYTES = 8 * MEGABYTE;
/** A sheet of this size that was packed so many times smaller holds nothing that people wrote. */
const BOMB_BYTES = 64 * MEGABYTE;
const BOMB_FOLD = 200;
const MOST_SHEETS = 255;

/** @throws UnreadableFile when the workbook is damaged or too large */
export async function openWorkbook(file: Uint8Array): Promise<Workbook | { readonly refused: Problem }> {
  const entries = zipDirectory(file);
  if (entries === null) return { refused: problem("xlsx-broken") };
  if (entries.some((entry) => entry.locked)) return { refused: problem("file-is-encrypted") };
  const parts = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const text = async (name: string): Promise<string | null> => {
    const part = parts.get(name.toLowerCase());
    if (part && part.bytes > MOST_PART_BYTES) throw tooLarge(MOST_PART_BYTES);
    return part ? partText(file, part) : null;
  };
  const rootRelations = parts.has("_rels/.rels") ? readRelations((await text("_rels/.rels")) ?? "", "") : [];
  const path = rootRelations.find((relation) => relation.type === "officeDocument")?.path ?? "xl/workbook.xml";
  const workbookXml = /workbook[^/]*\.xml$/i.test(path) ? await text(path) : null;
  if (workbookXml === null) return { refused: problem(otherArchive(parts, (await text("mimetype")) ?? "")) };

  const { sheets, date1904 } = readWorkbookPart(workbookXml);
  if (sheets.length > MOST_SHEETS) return { refused: problem("too-many-sheets", MOST_SHEETS) };
  const relations = readRelations((await text(relationsName(path))) ?? "", path);
  const pathOf = (type: string): string => relations.find((relation) => relation.type === type)?.path ?? "";
  const stringsPart = parts.get(pathOf("sharedStrings").toLowerCase());
  if (stringsPart && stringsPart.bytes > MOST_STRING_BYTES) throw tooLarge(MOST_STRING_BYTES);
  const strings = stringsPart ? await readSharedStrings(partBytes(file, stringsPart)) : NO_STRINGS;
  const styles = await text(pathOf("styles"));
  const meanings = { strings, date1904, dateStyles: styles === null ? new Set<number>() : readDateStyles(styles) };

  const shown = sheets.flatMap(({ name, relation, veryHidden }) => {
    const target = relations.find(({ id }) => id === relation);
    if (veryHidden || (target && target.type !== "worksheet")) return [];
    const part = parts.get(target?.path.toLowerCase() ?? "");
    if (!part) throw broken();
    if (isBomb(part)) throw tooLarge(MOST_SHEET_BYTES);
    const rows: WorkbookSheet["rows"] = (merged) => sheetRows(partBytes(file, part), meanings, merged);
    return [{ name, rows }];
  });
  return { sheets: shown, date1904 };
}

function isBomb({ bytes, compressedBytes }: ZipEntry): boolean {
  return bytes > MOST_SHEET_BYTES || (bytes > BOMB_BYTES && bytes > compressedBytes * BOMB_FOLD);
}

function otherArchive(parts: ReadonlyMap<string, unknown>, mimeType: string): ProblemCode {
  const has = (pattern: RegExp): boolean => [...parts.keys()].some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/)) return "file-is-xlsb";
  if (has(/^word\//)) return "file-is-word";
  if (has(/^ppt\//)) return "file-is-powerpoint";
  if (has(/^index(?:\.zip$|\/.*\.iwa$)/)) return "file-is-iwork";
  if (mimeType.includes("opendocument") && !mimeType.includes("spreadsheet")) return "file-is-odf";
  if (has(/^content\.xml$/)) return "file-is-ods";
  return "file-is-zip";
}
