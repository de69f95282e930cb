// Problems of the rows of one file: all are counted, the first are listed, in the order of the rows although some are only known at the end.
import { LISTED_PROBLEMS, type RowProblem } from "#shared/domain/problem.ts";

export interface ProblemLog {
  /** Rows must come in ascending order. */
  add(problems: readonly RowProblem[]): void;
  /** What is known after the last row only; in any order. */
  addLate(problems: readonly RowProblem[]): void;
  listed(): readonly RowProblem[];
  counts(): Readonly<Record<string, number>>;
}

export function problemLog(): ProblemLog {
  const first: RowProblem[] = [];
  let late: readonly RowProblem[] = [];
  const counts = new Map<string, number>();
  const count = (found: RowProblem): void => {
    counts.set(found.code, (counts.get(found.code) ?? 0) + 1);
  };
  return {
    add(problems) {
      for (const found of problems) {
        count(found);
        if (first.length < LISTED_PROBLEMS) first.push(found);
      }
    },
    addLate(problems) {
      for (const found of problems) count(found);
      late = [...late, ...problems].sort((a, b) => a.row - b.row).slice(0, LISTED_PROBLEMS);
    },
    listed: () => [...first, ...late].sort((a, b) => a.row - b.row).slice(0, LISTED_PROBLEMS),
    counts: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
