// Every problem that a file of reference data can have: its code, how grave it is, and what to say. An error refuses the whole file, for half a table is
// worse than none. A message never holds a NIK, nor a text of the file that is not known to be harmless.
import type { Problem } from "../problem.ts";
import { problemOf } from "../roster-file/problems/entry.ts";
import { AGREEMENT_PROBLEMS } from "./problems/agreement.ts";
import { REFERENCE_FILE_PROBLEMS } from "./problems/file.ts";
import { REFERENCE_ROW_PROBLEMS } from "./problems/row.ts";

const CATALOGUE = { ...REFERENCE_FILE_PROBLEMS, ...REFERENCE_ROW_PROBLEMS, ...AGREEMENT_PROBLEMS };

type Catalogue = typeof CATALOGUE;
export type ReferenceProblemCode = keyof Catalogue;

export const REFERENCE_PROBLEM_CODES = Object.keys(CATALOGUE) as readonly ReferenceProblemCode[];

export function referenceProblem<Code extends ReferenceProblemCode>(
  code: Code,
  ...details: Parameters<Catalogue[Code]["say"]>
): Problem {
  return problemOf<Catalogue, Code>(CATALOGUE, code, ...details);
}
