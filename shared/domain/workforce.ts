// How many people work in a regency, by year and source: the denominator of every rate. Without a figure there is no rate; nothing is estimated.
import { type Month, yearOf } from "./month.ts";
import { type RegencyCode, regencyCode } from "./region.ts";
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

const BENGKALIS =
  "BPS Kab. Bengkalis, dikutip Disnaker Bengkalis, MenaraRiau 29-09-2023 (https://menarariau.com/2023/09/lembaga-kerja-sama-lks-tripartit.html)";
const SIAK =
  "Selisih angkatan kerja 234.574 dan penganggur 14.338 menurut BPS Kab. Siak, ANTARA Riau (https://riau.antaranews.com/berita/349521/tingkat-pengangguran-siak-tinggi-gubri-minta-ini-diperhatikan)";

const FIGURES: readonly (Workforce & { readonly regency: RegencyCode })[] = [
  { regency: regencyCode("14.03"), year: 2019, workers: 255_151, denominator: "penduduk-bekerja", source: BENGKALIS },
  { regency: regencyCode("14.03"), year: 2021, workers: 269_957, denominator: "penduduk-bekerja", source: BENGKALIS },
  { regency: regencyCode("14.03"), year: 2022, workers: 253_988, denominator: "penduduk-bekerja", source: BENGKALIS },
  { regency: regencyCode("14.08"), year: 2022, workers: 220_236, denominator: "penduduk-bekerja", source: SIAK },
];

/** All figures of a regency. */
export function workforcesOf(regency: RegencyCode): readonly Workforce[] {
  return FIGURES.filter((figure) => figure.regency === regency).map(({ regency: _, ...figure }) => figure);
}

/** The newest figure that was of the month's year or an earlier one, of the first denominator that has one; null where none is known. */
export function workforceOf(known: readonly Workforce[], at: Month): Workforce | null {
  const past = known.filter(({ year }) => year <= yearOf(at)).toSorted((a, b) => b.year - a.year);
  for (const denominator of DENOMINATORS) {
    const newest = past.find((figure) => figure.denominator === denominator);
    if (newest !== undefined) return newest;
  }
  return null;
}
