// A problem names the thing, the place and the way out, in both languages.
import type { Bilingual } from "./text.ts";

/** `error`: the row or file is not taken; `warning`: taken, but to be looked at. */
export type Severity = "error" | "warning";

export interface Problem {
  /** Kebab-case, stable: what programs and counts go by. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: Bilingual;
}

export interface RowProblem extends Problem {
  /** As the person's spreadsheet counts: the first line of the file is 1. */
  readonly row: number;
  /** The header as the file writes it; null for the row as a whole. */
  readonly column: string | null;
}

/** How many problems a receipt lists; all are counted. */
export const LISTED_PROBLEMS = 1000;
