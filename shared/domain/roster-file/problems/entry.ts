// How an entry of the catalogue is written: its severity and what to say, in both languages, from the details it needs.
import type { Severity } from "../../problem.ts";
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
