// How many people work in a regency, by year and source: the denominator of every rate. Without a figure there is no rate; nothing is estimated.
import { type Month, yearOf } from "./month.ts";
import type { Bilingual } from "./text.ts";

/** Who is counted: working population (BPS, Sakernas), labour force, or those whom BPJS calls eligible. Rates of different ones are never compared. */
export const DENOMINATORS = ["penduduk-bekerja", "angkatan-kerja", "pekerja-layak"] as const;
export type Denominator = (typeof DENOMINATORS)[number];

export const DENOMINATOR_NAMES: Readonly<Record<Denominator, Bilingual>> = {
  "penduduk-bekerja": { id: "penduduk bekerja", en: "working population" },
  "angkatan-kerja": { id: "angkatan kerja", en: "labour force" },
  "pekerja-layak": { id: "pekerja yang memenuhi syarat", en: "eligible workers" },
};

export interface Workforce {
  readonly workers: number;
  readonly denominator: Denominator;
  readonly year: number;
  readonly source: string;
}

/** The newest figure that was of the month's year or an earlier one, of the first denominator that has any; null where none is known. */
export function workforceOf(known: readonly Workforce[], at: Month): Workforce | null {
  for (const denominator of DENOMINATORS) {
    const [newest] = known
      .filter((figure) => figure.denominator === denominator && figure.year <= yearOf(at))
      .sort((a, b) => b.year - a.year);
    if (newest !== undefined) return newest;
  }
  return null;
}
