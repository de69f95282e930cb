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
  return SEPARATORS.find((one) => first.includes(one) && isNik(cellsUnder(one, first)[nikColumn])) ?? null;
}

/** @param text a whole row */
export function cellsUnder(separator: Separator, text: string): readonly string[] {
  return text.split(separator).map((part) => textOf(part.trim().replace(/^"(.*)"$/, "$1")));
}

const NIK_LENGTH = 16;

function isNik(text: string | undefined): boolean {
  return text !== undefined && /^\d{16}$/.test(text);
}
