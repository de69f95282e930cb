// A reading with row problems that were found after it: all are counted, the first in the order of rows are listed.
import { LISTED_PROBLEMS, type RowProblem } from "../problem.ts";
import type { FileReading } from "./reading.ts";

export function withRowProblems(reading: FileReading, found: readonly RowProblem[]): FileReading {
  if (found.length === 0) return reading;
  const problemCounts: Record<string, number> = { ...reading.problemCounts };
  for (const { code } of found) problemCounts[code] = (problemCounts[code] ?? 0) + 1;
  const problems = [...reading.problems, ...found].sort((a, b) => a.row - b.row).slice(0, LISTED_PROBLEMS);
  return { ...reading, problems, problemCounts };
}
