// Which rows of a sheet's top are its header: the first that names a NIK, unless a fuller one follows it before any worker does (a form above the list
// may ask for the NIK of whoever signs it). Official lists spread a header over two lines, cells being merged: over `MULAI` and `AKHIR` stands what
// they are of, and what has no second line stands in the first. The two are read as one.
import { isNik } from "../nik.ts";
import { type Cell, type SheetRow, textOf } from "./cell.ts";
import { columnKey, ignoredColumn, knownColumn } from "./columns.ts";
import { showsWorker } from "./no-worker.ts";

/** Names that columns have only under the name of what they are of: sexes to be ticked, places and dates of birth. */
const OF_SOMETHING: ReadonlySet<string> = new Set(["L", "P", "LK", "PR", "TEMPAT", "TANGGAL", "TGL", "BULAN", "TAHUN"]);
const OF_SOMEBODY_ELSE =
  /(?:^|[^a-z])(?:pasangan|suami|istri|isteri|anak|waris|orang ?tua|ayah|ibu|wali|spouse|heir)(?:[^a-z]|$)/i;

export interface HeaderLines {
  /** Row numbers of its first and last line. */
  readonly first: number;
  readonly last: number;
  /** The names as they are written, of two lines the one that is known. */
  readonly cells: readonly Cell[];
}

/** The form in which a name is looked up: without what stands in brackets (`Upah (Rp)`), where the whole is no known name. */
export function keyOf(cell: Cell | undefined): string {
  if (typeof cell !== "string" || cell.length >= 80) return "";
  // Without its stroke it would be a school.
  const whole = /^s ?[/.] ?d\.?$/i.test(cell.trim()) ? columnKey("SAMPAI_DENGAN") : columnKey(cell);
  if (knownColumn(whole) || ignoredColumn(whole) !== undefined) return whole;
  return columnKey(cell.replace(/\([^)]*\)/g, "")) || whole;
}

/** Whether a cell names a column, read or not. */
export function isKnownName(cell: Cell | undefined): boolean {
  const key = keyOf(cell);
  return knownColumn(key) !== undefined || ignoredColumn(key) !== undefined;
}

/** Whether a name is of what belongs to a relative of the worker. */
export function isOfSomebodyElse(name: string): boolean {
  return OF_SOMEBODY_ELSE.test(name);
}

/** null: no row names a NIK. */
export function headerLines(top: readonly SheetRow[]): HeaderLines | null {
  let best: SheetRow | null = null;
  for (const row of top) {
    if (!row.cells.some(isNikName)) continue;
    if (best === null || (isFuller(row, best) && !belongsTo(top, best, row))) best = row;
  }
  if (best === null) return null;
  const number = best.row;
  const above = top.find(({ row }) => row === number - 1)?.cells ?? [];
  const cells = isFormLine(above) ? best.cells : under(above, best.cells);
  const below = top.find(({ row }) => row === number + 1);
  if (!below || !isSecondLine(below.cells, cells)) return { first: number, last: number, cells };
  return { first: number, last: number + 1, cells: joined(cells, below.cells) };
}

/** The row number of a worker who stands above the header, as when the header was sorted with the list; null: none. */
export function workerAbove(top: readonly SheetRow[], header: number, nikColumn: number): number | null {
  const above = top.find(({ row, cells }) => row < header && showsNik(cells[nikColumn]) && !isFormLine(cells));
  return above?.row ?? null;
}

function isNikName(cell: Cell): boolean {
  return knownColumn(keyOf(cell))?.field === "nik";
}

/** `NIK : …`, of whoever answers for the list. */
function isFormLine(cells: readonly Cell[]): boolean {
  const label = cells.map(textOf).find((text) => text !== "") ?? "";
  if (/^(?:nik|npwp|(?:no\.?|nomor) (?:ktp|nik|npwp))\b/i.test(label)) return true;
  return cells.some((cell) => typeof cell === "string" && (isNikName(cell) || /:\s*$/.test(cell)));
}

/** A line that holds a NIK beside its name is of a form. */
function isFuller(row: SheetRow, than: SheetRow): boolean {
  return knownNames(row) > knownNames(than) || than.cells.some(showsNik);
}

function knownNames({ cells }: SheetRow): number {
  return cells.filter(isKnownName).length;
}

/** A sound one: an account at a bank may have as many digits. */
function showsNik(cell: Cell | undefined): boolean {
  return isNik(textOf(cell).replace(/[ .-]/g, ""));
}

/** Whether a row with the name of a NIK is in the list under a header: its second line, or below a worker. */
function belongsTo(top: readonly SheetRow[], from: SheetRow, to: SheetRow): boolean {
  if (to.row === from.row + 1 && isSecondLine(to.cells, from.cells)) return true;
  const nik = from.cells.findIndex(isNikName);
  return top.some(({ row, cells }) => row > from.row && row < to.row && showsWorker(textOf(cells[nik])));
}

/** Names of the line above, where this one has none. One alone, or beside a number, is of a form: `PROGRAM | JKK` over numbers without a name. */
function under(above: readonly Cell[], cells: readonly Cell[]): readonly Cell[] {
  const taken = above.filter((cell, at) => isKnownName(cell) && textOf(cells[at]) === "");
  if (taken.length < 2 || above.some((cell) => /\d/.test(textOf(cell)))) return cells;
  const width = Math.max(cells.length, above.findLastIndex(isKnownName) + 1);
  return Array.from({ length: width }, (_, at) => {
    const cell = cells[at] ?? null;
    return textOf(cell) === "" && isKnownName(above[at]) ? (above[at] ?? null) : cell;
  });
}

/** Whether a row only divides the columns of the header above it: names under cells that are merged with those beside them, and no worker. */
function isSecondLine(cells: readonly Cell[], header: readonly Cell[]): boolean {
  const filled = cells.flatMap((cell, at) => (textOf(cell) === "" ? [] : [at]));
  const isNameless = (at: number): boolean => textOf(header[at]) === "";
  const isDivided = (at: number): boolean => !isNameless(at) && isNameless(at + 1) && textOf(cells[at + 1]) !== "";
  return (
    filled.some((at) => isKnownName(cells[at]) || OF_SOMETHING.has(keyOf(cells[at]))) &&
    filled.some(isDivided) &&
    filled.every((at) => (isNameless(at) || isDivided(at)) && !isNikName(header[at] ?? null))
  );
}

/** What stands under a relative, or under another name a second time, is not of the worker. */
function joined(header: readonly Cell[], second: readonly Cell[]): readonly Cell[] {
  const named = new Set(header.map(keyOf));
  let over = "";
  return Array.from({ length: Math.max(header.length, second.length) }, (_, at) => {
    const [upper, lower] = [header[at] ?? null, second[at] ?? null];
    over = textOf(upper) || over;
    if (textOf(lower) === "") return upper;
    if (named.has(keyOf(lower)) || isOfSomebodyElse(over)) return textOf(upper) === "" ? null : upper;
    if (isKnownName(lower)) named.add(keyOf(lower));
    return isKnownName(lower) || textOf(upper) === "" ? lower : upper;
  });
}
