// The two ways in which a command ends early with a word to the person. Anything else is a fault of ours.
import type { Bilingual } from "#shared/domain/text.ts";

/** The command line cannot be understood: exit code 64. */
export class UsageError extends Error {
  override readonly name = "UsageError";

  constructor(why: string | Bilingual) {
    super(typeof why === "string" ? why : `${why.id}\n${why.en}`);
  }
}

/** What was asked cannot be done now, and the person can do something about it: exit code 70. */
export class CannotDo extends Error {
  override readonly name = "CannotDo";

  constructor(why: Bilingual) {
    super(`${why.id}\n${why.en}`);
  }
}
