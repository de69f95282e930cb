// The problems of a receipt by kind, in the order in which a person should look at them: errors before warnings, the commoner first. The same
// words are gathered once, with the rows that they are for.
import type { RowProblem, Severity } from "./problem.ts";
import type { Receipt } from "./receipt.ts";
import type { Bilingual } from "./text.ts";

export interface ProblemKind {
  readonly code: string;
  readonly severity: Severity;
  /** All of them; the receipt lists the first 1,000 problems only. */
  readonly count: number;
  readonly sayings: readonly ProblemSaying[];
}

/** One message and all that it was said of. */
export interface ProblemSaying {
  readonly message: Bilingual;
  /** In the order of rows. */
  readonly problems: readonly RowProblem[];
}

export function problemKinds({
  problems,
  problemCounts,
}: Pick<Receipt, "problems" | "problemCounts">): readonly ProblemKind[] {
  const listed = Map.groupBy(problems, (problem) => problem.code);
  return Object.entries(problemCounts)
    .map(([code, count]) => kindOf(code, count, listed.get(code) ?? []))
    .sort((a, b) => rankOf(a) - rankOf(b) || b.count - a.count || (a.code < b.code ? -1 : 1));
}

function kindOf(code: string, count: number, listed: readonly RowProblem[]): ProblemKind {
  const sayings = [...Map.groupBy(listed, ({ message }) => message.id).values()].flatMap((problems) => {
    const [first] = problems;
    return first === undefined ? [] : [{ message: first.message, problems }];
  });
  return { code, severity: listed[0]?.severity ?? "error", count, sayings };
}

function rankOf({ severity }: ProblemKind): number {
  return severity === "error" ? 0 : 1;
}
