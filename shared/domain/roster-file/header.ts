// Finds the header of a roster and which column holds what, by name and never by position. Title rows may stand above it. Column names are only
// repeated once a NIK column was found: without one, any row might be a person's.
import type { Problem } from "../problem.ts";
import type { SheetRow } from "./cell.ts";
import { textOf } from "./cell.ts";
import { columnKey, FIELD_KEYS, type Field, ignoredColumn, knownColumn, NIK_KEYS } from "./columns.ts";
import { editDistance } from "./near.ts";
import { problem } from "./problems.ts";

/** How many rows from the top the header may stand in. */
export const HEADER_WITHIN_ROWS = 20;
const NAMED_UNKNOWN_COLUMNS = 20;

export interface Header {
  /** Row number of the header. */
  readonly row: number;
  /** The names as the file writes them, by column. */
  readonly names: readonly string[];
  /** Column index of each field that the file has. */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** Unknown columns, named once. */
  readonly warnings: readonly Problem[];
}

export type HeaderReading = Header | { readonly refused: Problem };

/** The header among the first rows of a sheet. */
export function findHeader(top: readonly SheetRow[]): HeaderReading {
  for (const row of top) {
    if (row.cells.some((cell) => knownColumn(keyOf(cell))?.field === "nik")) return headerOf(row);
  }
  return { refused: withoutNik(top) };
}

/** Without what stands in brackets (`Upah (Rp)`), where the whole is no known name. */
function keyOf(cell: SheetRow["cells"][number] | undefined): string {
  if (typeof cell !== "string" || cell.length >= 80) return "";
  const whole = columnKey(cell);
  if (knownColumn(whole) || ignoredColumn(whole) !== undefined) return whole;
  return columnKey(cell.replace(/\([^)]*\)/g, "")) || whole;
}

function headerOf(row: SheetRow): HeaderReading {
  const best = new Map<Field, { rank: number; index: number }>();
  const seen = new Set<string>();
  const unknown: string[] = [];
  for (const [index, cell] of row.cells.entries()) {
    const key = keyOf(cell);
    const known = knownColumn(key);
    if (known && seen.has(key)) return { refused: problem("column-twice", known.name) };
    seen.add(key);
    if (known) {
      const before = best.get(known.field);
      if (!before || known.rank < before.rank) best.set(known.field, { rank: known.rank, index });
    } else if (textOf(cell) !== "" && ignoredColumn(key) === undefined) {
      unknown.push(nameOf(cell));
    }
  }
  const columns: Partial<Record<Field, number>> = {};
  for (const [field, { index }] of best) columns[field] = index;
  return { row: row.row, names: row.cells.map(nameOf), columns, warnings: unknownColumns(unknown, best) };
}

function nameOf(cell: SheetRow["cells"][number] | undefined): string {
  return typeof cell === "string" ? cell.trim() : "";
}

/** Named once; those that look like a name which the file lacks, with that name. */
function unknownColumns(unknown: readonly string[], found: ReadonlyMap<Field, unknown>): readonly Problem[] {
  const near = unknown.flatMap((name) => {
    const meant = nearField(columnKey(name), found);
    return meant === undefined ? [] : [{ name, meant }];
  });
  const others = unknown.filter((name) => !near.some((one) => one.name === name));
  const named = others.slice(0, NAMED_UNKNOWN_COLUMNS).map(safeName);
  const misspelt = near.map(({ name, meant }) => problem("column-misspelt", safeName(name), meant));
  return others.length === 0
    ? misspelt
    : [...misspelt, problem("columns-ignored", named.join(", "), others.length - named.length)];
}

/** Names that are not read, for they may be of employment as well; what they mean for protection has another name. */
const MEANT: ReadonlyMap<string, "first" | "last"> = new Map([
  ...["TGLMULAI", "TANGGALMULAI"].map((key) => [key, "first"] as const),
  ...["TGLAKHIR", "TANGGALAKHIR", "TGLBERAKHIR", "TANGGALBERAKHIR"].map((key) => [key, "last"] as const),
]);

function nearField(key: string, found: ReadonlyMap<Field, unknown>): string | undefined {
  if (key.length < 4) return undefined;
  const meant = MEANT.get(key);
  if (meant !== undefined) return found.has(meant) ? undefined : { first: "MULAI", last: "AKHIR" }[meant];
  for (const name of FIELD_KEYS) {
    const known = knownColumn(name);
    const most = name.length > 6 ? 2 : 1;
    if (known && !found.has(known.field) && name.length > 3 && editDistance(key, name) <= most) return known.name;
  }
  return undefined;
}

/** A name with a number in it may be a person's after all (a second heading row, a cell of data): it is not repeated. */
export function safeName(name: string): string {
  return /\d{5}/.test(name) || mayHoldNik(name) || name.length > 40 ? "…" : name;
}

/** A name that is known, without a number in it that may be a person's: `NIK (…)`. */
export function withoutNumbers(name: string): string {
  return mayHoldNik(name) ? name.replace(/\d[\d .-]*/g, "…") : name;
}

/** However its digits are set apart. */
function mayHoldNik(name: string): boolean {
  return name.replace(/\D/g, "").length >= 12;
}

function withoutNik(top: readonly SheetRow[]): Problem {
  const candidates = top
    .map((row) => ({ row, seen: templateNames(row) }))
    .sort((a, b) => b.seen.length - a.seen.length);
  const best = candidates[0];
  if (!best || best.seen.length < 2) return problem("no-nik-column");
  const near = best.row.cells.findIndex((cell) => isNearNik(keyOf(cell)));
  const seen = best.seen.slice(0, NAMED_UNKNOWN_COLUMNS).join(", ");
  return near < 0
    ? problem("no-nik-among-columns", best.row.row, seen)
    : problem("nik-column-misspelt", best.row.row, columnLetter(near));
}

/** Names from the templates only, so that nothing of the file itself is repeated. */
function templateNames(row: SheetRow): readonly string[] {
  return row.cells
    .map((cell) => knownColumn(keyOf(cell))?.name ?? ignoredColumn(keyOf(cell)) ?? "")
    .filter((name) => name !== "");
}

function isNearNik(key: string): boolean {
  if (key.length < 2 || knownColumn(key) || ignoredColumn(key) !== undefined) return false;
  return NIK_KEYS.some((nik) => editDistance(key, nik) <= (nik.length > 4 ? 2 : 1));
}

/** The letters by which a spreadsheet names a column, from index 0 = `A`. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
