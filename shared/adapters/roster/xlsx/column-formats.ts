// Gives whole columns of a workbook's first sheet the format that their cell in row 2 has: what is typed or pasted below, however far down, is then
// kept as text. The writer in use formats cells only.
import { Buffer } from "node:buffer";
import { buffer } from "node:stream/consumers";
import { columnLetter } from "#shared/domain/roster-file/column-letter.ts";
import { type ZipPart, zipOf } from "./write-zip.ts";
import { zipDirectory } from "./zip-directory.ts";
import { partBytes } from "./zip-part.ts";

const FIRST_SHEET = "xl/worksheets/sheet1.xml";

/** @param workbook written by this project, with a width for every column and a formatted cell in each of row 2 */
export async function withColumnFormats(workbook: Uint8Array): Promise<Uint8Array> {
  const parts: ZipPart[] = [];
  for (const entry of zipDirectory(workbook) ?? []) {
    const bytes = await buffer(partBytes(workbook, entry));
    const isSheet = entry.name === FIRST_SHEET;
    parts.push({ name: entry.name, bytes: isSheet ? Buffer.from(formatted(bytes.toString("utf8"))) : bytes });
  }
  return zipOf(parts);
}

function formatted(sheet: string): string {
  return sheet.replace(/<col min="(\d+)"/g, (col, number: string) => {
    const cell = new RegExp(`<c r="${columnLetter(Number(number) - 1)}2" s="(\\d+)"`).exec(sheet);
    if (cell === null) throw new Error(`column ${number} has no formatted cell in row 2`);
    return `${col} style="${cell[1]}"`;
  });
}
