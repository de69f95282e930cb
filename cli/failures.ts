// The two ways in which a command ends early with a word to the person, in both languages. Anything else is a fault of ours.
import type { Problem } from "#shared/domain/problem.ts";
import type { Bilingual } from "#shared/domain/text.ts";

/** What was asked cannot be understood, or is not there to be asked for: exit code 64. */
export class UsageError extends Error {
  override readonly name = "UsageError";

  constructor(why: Bilingual) {
    super(`${why.id}\n${why.en}`);
  }
}

/** What was asked cannot be done now, and the person can do something about it: exit code 70. */
export class CannotDo extends Error {
  override readonly name = "CannotDo";

  constructor(why: Bilingual) {
    super(`${why.id}\n${why.en}`);
  }
}

/** What the pipeline would refuse, said before anything is sent. */
export function refusedFor(problems: readonly Problem[]): UsageError {
  const said = (language: keyof Bilingual): string => problems.map(({ message }) => message[language]).join("\n");
  return new UsageError({ id: said("id"), en: said("en") });
}
