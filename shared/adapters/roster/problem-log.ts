// Problems of the rows of one file: all are counted, the first are listed, in the order of the rows although some are only known at the end.
import { LISTED_PROBLEMS, type RowProblem } from "#shared/domain/problem.ts";
import type { ProblemOfRow } from "./problem-book.ts";

export interface ProblemLog {
  /** Rows must come in ascending order. */
  add(row: number, problems: readonly ProblemOfRow[]): void;
  /** What is known after the last row only, all of one code: how many there are, and the first of them in any order. */
  addLate(code: string, count: number, first: readonly RowProblem[]): void;
  listed(): readonly RowProblem[];
  counts(): Readonly<Record<string, number>>;
}

export function problemLog(): ProblemLog {
  const first: RowProblem[] = [];
  let late: readonly RowProblem[] = [];
  const counts = new Map<string, number>();
  const count = (code: string, more: number): void => {
    if (more > 0) counts.set(code, (counts.get(code) ?? 0) + more);
  };
  return {
    add(row, problems) {
      for (const found of problems) {
        count(found.code, 1);
        if (first.length < LISTED_PROBLEMS) first.push({ row, ...found });
      }
    },
    addLate(code, more, problems) {
      count(code, more);
      late = [...late, ...problems].sort((a, b) => a.row - b.row).slice(0, LISTED_PROBLEMS);
    },
    listed: () => [...first, ...late].sort((a, b) => a.row - b.row).slice(0, LISTED_PROBLEMS),
    counts: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
