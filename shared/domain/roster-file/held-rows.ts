// Whether a cell of a CSV holds rows that an open quotation mark has swallowed.
import type { Cell } from "./cell.ts";

/** 16 digits and no more, also as people space them. */
const NIK_INSIDE = /(?<!\d[ .-]?)\d(?:[ .-]?\d){15}(?![ .-]?\d)/;

/** A line break alone may stand behind a NIK, or in an address. */
export function holdsRows(cell: Cell): boolean {
  if (typeof cell !== "string" || !/[\r\n]/.test(cell)) return false;
  const text = cell.trim();
  return /[\r\n]/.test(text) && NIK_INSIDE.test(text);
}
