// Rows of a CSV whose cells are told apart by another sign than those of its header, as when two files were put together: to the header's separator
// such a row is one cell, or its NIK is followed by what should stand in other columns.
import { type Cell, textOf } from "./cell.ts";

/** What separates cells in the files that people send. */
export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Under which other separator the row shows a NIK where the header has it; null when it is as the header, or nothing so plain. */
export function otherSeparator(cells: readonly Cell[], nikColumn: number, width: number): Separator | null {
  if (width < 2 || cells.length > width) return null;
  if (nikColumn > 0 && textOf(cells[nikColumn]) !== "") return null;
  const [first] = cells;
  if (typeof first !== "string" || first.length <= NIK_LENGTH) return null;
  // A number with decimals.
  if (/^\d+,\d{1,2}$/.test(textOf(first))) return null;
  return SEPARATORS.find((one) => first.includes(one) && isNik(cellsUnder(one, first)[nikColumn])) ?? null;
}

/** The cells of a whole row; a separator between quotation marks separates nothing. */
export function cellsUnder(separator: Separator, text: string): readonly string[] {
  const cells: string[] = [];
  let open: string[] = [];
  let marks = 0;
  for (const part of text.split(separator)) {
    if (open.length > 0 || part.startsWith('"')) marks += part.split('"').length - 1;
    open.push(part);
    if (marks % 2 === 1) continue;
    cells.push(unquoted(open.join(separator)));
    open = [];
    marks = 0;
  }
  return open.length === 0 ? cells : [...cells, open.join(separator)];
}

function unquoted(cell: string): string {
  const text = cell.trim();
  return textOf(/^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text);
}

const NIK_LENGTH = 16;

function isNik(text: string | undefined): boolean {
  return text !== undefined && /^\d{16}$/.test(text);
}
