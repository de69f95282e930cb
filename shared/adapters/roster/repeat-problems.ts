// What is told of workers who stand in a file more than once.
import { LISTED_PROBLEMS, type RowProblem } from "#shared/domain/problem.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { SettledRows } from "#shared/domain/roster-file/repeats.ts";

/** Row numbers that are named in one message. */
const NAMED_ROWS = 10;

/** By row number. Rows that are contradicted by the same ones share the words. */
export function contradictionProblems(settled: SettledRows): ReadonlyMap<number, RowProblem> {
  const problems = new Map<number, RowProblem>();
  const told = new Map<readonly number[], RowProblem>();
  for (const [row, others] of settled.contradictions) {
    const known = told.get(others);
    const named = others.slice(0, NAMED_ROWS).join(", ") + (others.length > NAMED_ROWS ? ", …" : "");
    const found = known ? { ...known, row } : { row, column: null, ...problem("rows-contradict", named) };
    if (!known) told.set(others, found);
    problems.set(row, found);
  }
  return problems;
}

/** The first of them: a file pasted twice has as many as rows. */
export function duplicateProblems({ duplicates }: SettledRows): readonly RowProblem[] {
  const rows = Uint32Array.from({ length: duplicates.length / 2 }, (_, index) => duplicates[2 * index] ?? 0).sort();
  const last = rows[Math.min(rows.length, LISTED_PROBLEMS) - 1] ?? 0;
  const found: RowProblem[] = [];
  for (let index = 0; index < duplicates.length; index += 2) {
    const row = duplicates[index] ?? 0;
    if (row <= last) found.push({ row, column: null, ...problem("duplicate", duplicates[index + 1] ?? 0) });
  }
  return found;
}
