// A cell as a reader hands it over: text, or a number where the file says that it is one (XLSX). A NIK in a numeric cell has already lost digits,
// so the two are never mixed. Dates of XLSX arrive as text `yyyy-mm-dd` or, where the cell is not formatted as a date, as Excel's serial number.
export type Cell = string | number | null;

/** One row of a sheet; `row` counts as the person's spreadsheet does, the first line being 1. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** Nobody who opens the sheet sees it: hidden, or filtered out. */
  readonly hidden?: true;
}

const APOSTROPHES = "'’‘`´";

/**
 * The text of a cell as it was meant: without the blanks around it, without the apostrophe by which people and exporters keep Excel from taking
 * digits for a number (in front, sometimes behind), and without the `="…"` that serves the same end.
 */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || cell === "") return "";
  if (typeof cell === "number") return String(cell);
  let text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"')) text = text.slice(2, -1).trim();
  if (APOSTROPHES.includes(text.charAt(0))) text = text.slice(1).trim();
  if (APOSTROPHES.includes(text.charAt(text.length - 1))) text = text.slice(0, -1).trim();
  return text;
}

/** Whether nothing was written: empty, or a dash (of any length, as Word makes them) as people put it for "none". */
export function isBlank(text: string): boolean {
  return text === "" || text === "-" || text === "–" || text === "—";
}

/** Whether a formula stands in place of what it gives, or the error that it gives. */
export function isFormula(text: string): boolean {
  return /^(?:=|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$)/i.test(text);
}

/** By which programs from the days of DOS end a text. */
const END_OF_TEXT = "\u001a";

/** Whether no cell of the row holds anything. */
export function isEmptyRow(cells: readonly Cell[]): boolean {
  for (const cell of cells) {
    if (cell === null || cell === END_OF_TEXT) continue;
    if (typeof cell === "number" || cell.trim() !== "") return false;
  }
  return true;
}
