// Rejected rows that come back corrected are part of a roster, never the whole of one: their file is named `….add.csv`. Under another name it would be
// read as the whole list and end everybody else, so its removals wait, and it is told why.
import type { Problem } from "../problem.ts";
import { columnKey, RESULT_COLUMNS } from "./columns.ts";
import type { Header } from "./header.ts";
import { problem } from "./problems.ts";

const RESULT_KEYS = RESULT_COLUMNS.map(columnKey);

/** Whether a file has the columns that a file of rejected rows adds. */
export function isAnswer({ names }: Pick<Header, "names">): boolean {
  const keys = new Set(names.map(columnKey));
  return RESULT_KEYS.some((key) => keys.has(key));
}

export function answerAsWholeList(header: Pick<Header, "names">): readonly Problem[] {
  return isAnswer(header) ? [problem("answer-as-whole-list")] : [];
}
