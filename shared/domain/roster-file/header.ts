// Finds the header of a roster and which column holds what, by name and never by position. Title rows may stand above it, workers may not. Column
// names are only repeated once a NIK column was found: without one, any row might be a person's.
import type { Problem } from "../problem.ts";
import type { SheetRow } from "./cell.ts";
import { textOf } from "./cell.ts";
import { columnLetter } from "./column-letter.ts";
import { columnKey, FIELD_KEYS, type Field, ignoredColumn, knownColumn } from "./columns.ts";
import { type HeaderLines, headerLines, isKnownName, keyOf, workerAbove } from "./header-lines.ts";
import { holdsRows } from "./held-rows.ts";
import { editDistance } from "./near.ts";
import { withoutNik } from "./no-nik.ts";
import { problem } from "./problems.ts";

/** How many rows from the top the header may stand in. */
export const HEADER_WITHIN_ROWS = 20;
/** Of unknown columns so many are named. */
const NAMED_UNKNOWN_COLUMNS = 20;

export interface Header {
  /** Row number of the header; of two lines, that of the lower. */
  readonly row: number;
  /** The names as the file writes them, by column. */
  readonly names: readonly string[];
  /** Column index of each field that the file has. */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** Unknown columns, named once. */
  readonly warnings: readonly Problem[];
}

export interface RefusedHeader {
  readonly refused: Problem;
  /** How many known columns the header has that is refused; 0: there is none. */
  readonly known: number;
}

export type HeaderReading = Header | RefusedHeader;

/** The header among the first rows of a sheet. */
export function findHeader(top: readonly SheetRow[]): HeaderReading {
  const lines = headerLines(top);
  if (lines === null) return { refused: withoutNik(top), known: 0 };
  const header = headerOf(lines);
  const known = lines.cells.filter((cell) => isKnownName(cell)).length;
  if ("refused" in header) return { refused: header.refused, known };
  if (lines.cells.some(holdsRows)) return { refused: problem("csv-quote-open", lines.first), known };
  const above = workerAbove(top, lines.first, header.columns.nik ?? 0);
  return above === null ? header : { refused: problem("rows-above-header", lines.first, above), known };
}

function headerOf(row: HeaderLines): Header | { readonly refused: Problem } {
  const best = new Map<Field, { rank: number; index: number }>();
  const seen = new Set<string>();
  const unknown: UnknownColumn[] = [];
  for (const [index, cell] of row.cells.entries()) {
    const key = keyOf(cell);
    const known = knownColumn(key);
    if (known && seen.has(key)) return { refused: problem("column-twice", known.name) };
    seen.add(key);
    if (known) {
      const before = best.get(known.field);
      if (!before || known.rank < before.rank) best.set(known.field, { rank: known.rank, index });
    } else if (textOf(cell) !== "" && ignoredColumn(key) === undefined) {
      unknown.push({ name: nameOf(cell), index });
    }
  }
  const columns: Partial<Record<Field, number>> = {};
  for (const [field, { index }] of best) columns[field] = index;
  return { row: row.last, names: row.cells.map(nameOf), columns, warnings: unknownColumns(unknown, best) };
}

function nameOf(cell: SheetRow["cells"][number] | undefined): string {
  return typeof cell === "string" ? cell.trim() : "";
}

interface UnknownColumn {
  readonly name: string;
  readonly index: number;
}

/** Named once; those that look like a name which the file lacks, with that name. */
function unknownColumns(unknown: readonly UnknownColumn[], found: ReadonlyMap<Field, unknown>): readonly Problem[] {
  const near = unknown.flatMap((column) => {
    const meant = nearField(columnKey(column.name), found);
    return meant === undefined ? [] : [{ column, meant }];
  });
  const others = unknown.filter((column) => !near.some((one) => one.column.name === column.name));
  const named = others.slice(0, NAMED_UNKNOWN_COLUMNS).map(shownColumn);
  const misspelt = near.map(({ column, meant }) => problem("column-misspelt", shownColumn(column), meant));
  return others.length === 0
    ? misspelt
    : [...misspelt, problem("columns-ignored", named.join(", "), others.length - named.length)];
}

function nearField(key: string, found: ReadonlyMap<Field, unknown>): string | undefined {
  if (key.length < 4) return undefined;
  for (const name of FIELD_KEYS) {
    const known = knownColumn(name);
    const most = name.length > 6 ? 2 : 1;
    if (known && !found.has(known.field) && name.length > 3 && editDistance(key, name) <= most) return known.name;
  }
  return undefined;
}

/** Where its name is not repeated, by its letter. */
function shownColumn({ name, index }: UnknownColumn): string {
  const shown = safeName(name);
  return shown === name ? name : `${shown} (${columnLetter(index)})`;
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
