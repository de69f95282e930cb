// Every problem that a roster's key, file or row can have: its code, how grave it is, and what to say. A message names the thing and the way
// out; it never holds a NIK, a name or a birth date.
import type { Problem } from "../problem.ts";
import { AGE_PROBLEMS } from "./problems/age.ts";
import { problemOf } from "./problems/entry.ts";
import { FILE_PROBLEMS } from "./problems/file.ts";
import { FILE_KIND_PROBLEMS } from "./problems/file-kind.ts";
import { KEY_PROBLEMS } from "./problems/key.ts";
import { LIST_PROBLEMS } from "./problems/list.ts";
import { METADATA_PROBLEMS } from "./problems/metadata.ts";
import { NIK_PROBLEMS } from "./problems/nik.ts";
import { PERSON_PROBLEMS } from "./problems/person.ts";
import { REPEAT_PROBLEMS } from "./problems/repeat.ts";
import { TERMS_PROBLEMS } from "./problems/terms.ts";
import { UPLOAD_PROBLEMS } from "./problems/upload.ts";

const CATALOGUE = {
  ...KEY_PROBLEMS,
  ...METADATA_PROBLEMS,
  ...FILE_KIND_PROBLEMS,
  ...FILE_PROBLEMS,
  ...LIST_PROBLEMS,
  ...NIK_PROBLEMS,
  ...PERSON_PROBLEMS,
  ...AGE_PROBLEMS,
  ...TERMS_PROBLEMS,
  ...REPEAT_PROBLEMS,
  ...UPLOAD_PROBLEMS,
};

type Catalogue = typeof CATALOGUE;
export type ProblemCode = keyof Catalogue;

export const PROBLEM_CODES = Object.keys(CATALOGUE) as readonly ProblemCode[];

/** A problem of the catalogue, with what its message needs. */
export function problem<Code extends ProblemCode>(code: Code, ...details: Parameters<Catalogue[Code]["say"]>): Problem {
  return problemOf<Catalogue, Code>(CATALOGUE, code, ...details);
}
