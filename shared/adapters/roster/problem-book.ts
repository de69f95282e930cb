// The different problems of one file by small numbers: a cell that is wrong is remembered by the number of what is told of it, and a thousand rows
// share the words.
import type { Problem, RowProblem } from "#shared/domain/problem.ts";
import { columnName } from "#shared/domain/roster-file/check-row.ts";
import type { Field } from "#shared/domain/roster-file/columns.ts";
import type { Header } from "#shared/domain/roster-file/header.ts";

export type ProblemOfRow = Omit<RowProblem, "row">;

export interface ProblemBook {
  /** The number of what is told of a field, or of the row; NOTHING_TOLD when there is nothing. */
  numberOf(field: Field | null, found: Problem | null): number;
  problemAt(number: number): ProblemOfRow | undefined;
}

export const NOTHING_TOLD = 0;
/** The cell alone does not say. */
export const DEPENDS = -1;

export function problemBook(header: Header): ProblemBook {
  const problems: (ProblemOfRow | undefined)[] = [undefined];
  const numbers = new Map<string, number>();
  return {
    numberOf(field, found) {
      if (found === null) return NOTHING_TOLD;
      const key = JSON.stringify([field, found.code, found.message]);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, problems.length);
      return problems.push({ column: field === null ? null : columnName(header, field), ...found }) - 1;
    },
    problemAt: (number) => problems[number],
  };
}
