// Rejected rows that come back corrected are part of a roster, never the whole of one: their file is named `….add.csv`. Under another name it would be
// read as the whole list and end everybody else, so its removals wait, and it is told why.
import type { Problem } from "../problem.ts";
import { isResultColumn } from "./columns.ts";
import type { Header } from "./header.ts";
import { problem } from "./problems.ts";

/** Whether a file has the columns that a file of rejected rows adds. */
export function isAnswer({ names }: Pick<Header, "names">): boolean {
  return names.some(isResultColumn);
}

export function answerAsWholeList(header: Pick<Header, "names">): readonly Problem[] {
  return isAnswer(header) ? [problem("answer-as-whole-list")] : [];
}
