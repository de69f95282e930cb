// A sheet without a NIK column: what it has instead, told in words of the templates only, for any row might be a person's.
import type { Problem } from "../problem.ts";
import { type SheetRow, textOf } from "./cell.ts";
import { columnLetter } from "./column-letter.ts";
import { ignoredColumn, knownColumn, NIK_KEYS } from "./columns.ts";
import { isKnownName, isOfSomebodyElse, keyOf } from "./header-lines.ts";
import { editDistance } from "./near.ts";
import { problem } from "./problems.ts";

const NAMED_COLUMNS = 20;

/** Why no header was found, as near to what was meant as can be told without repeating the file. */
export function withoutNik(top: readonly SheetRow[]): Problem {
  const crowded = top.find((row) => isCrowded(row));
  if (crowded) return problem("columns-in-one-cell", crowded.row);
  const candidates = top
    .map((row) => ({ row, seen: templateNames(row) }))
    .sort((a, b) => b.seen.length - a.seen.length);
  const best = candidates[0];
  if (!best || best.seen.length === 0) return problem("no-nik-column");
  const near = best.row.cells.findIndex((cell) => isNearNik(textOf(cell), keyOf(cell)));
  if (near >= 0) return problem("nik-column-misspelt", best.row.row, columnLetter(near));
  if (best.seen.length === 1) return problem("no-nik-column");
  return problem("no-nik-among-columns", best.row.row, best.seen.slice(0, NAMED_COLUMNS).join(", "));
}

/** All names in one cell: a CSV that was opened and saved where cells are separated by another sign. */
function isCrowded({ cells }: SheetRow): boolean {
  const [only, ...more] = cells.map(textOf).filter((text) => text !== "");
  if (only === undefined || more.length > 0) return false;
  const names = only.split(/[,;\t|:]|\s{2,}/).filter(isKnownName);
  return names.length > 1 && names.some((name) => knownColumn(keyOf(name))?.field === "nik");
}

/** Names from the templates only, so that nothing of the file itself is repeated. */
function templateNames(row: SheetRow): readonly string[] {
  return row.cells
    .map((cell) => knownColumn(keyOf(cell))?.name ?? ignoredColumn(keyOf(cell)) ?? "")
    .filter((name) => name !== "");
}

function isNearNik(text: string, key: string): boolean {
  if (key.length < 2 || isKnownName(text) || isOfSomebodyElse(text)) return false;
  if (/(?:^|[^a-z])(?:nik|ktp)(?:[^a-z]|$)/i.test(text)) return true;
  return NIK_KEYS.some((nik) => editDistance(key, nik) <= (nik.length > 4 ? 2 : 1));
}
