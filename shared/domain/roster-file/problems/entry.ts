// How an entry of the catalogue is written: its severity and what to say, in both languages, from the details it needs.
import type { Problem, Severity } from "../../problem.ts";
import type { Bilingual } from "../../text.ts";

export interface Entry<Details extends readonly unknown[]> {
  readonly severity: Severity;
  readonly say: (...details: Details) => Bilingual;
}

/** The row or file is not taken. */
export function error<Details extends readonly unknown[]>(say: (...details: Details) => Bilingual): Entry<Details> {
  return { severity: "error", say };
}

/** Taken, but to be looked at. */
export function warning<Details extends readonly unknown[]>(say: (...details: Details) => Bilingual): Entry<Details> {
  return { severity: "warning", say };
}

type AnyCatalogue = Readonly<Record<string, Entry<never>>>;

/** A problem of a catalogue, with what its message needs. */
export function problemOf<Catalogue extends AnyCatalogue, Code extends keyof Catalogue & string>(
  catalogue: Catalogue,
  code: Code,
  ...details: Parameters<Catalogue[Code]["say"]>
): Problem {
  const { severity, say } = catalogue[code] as Entry<never>;
  return { code, severity, message: (say as (...all: readonly unknown[]) => Bilingual)(...details) };
}
