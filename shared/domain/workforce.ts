// How many people work in a regency, by year and source: the denominator of every rate. Without a figure there is no rate; nothing is estimated.
import { type Month, yearOf } from "./month.ts";
import { type RegencyCode, regencyCode } from "./region.ts";

/** Who is counted: working population (BPS, Sakernas), labour force, or those whom BPJS calls eligible. Rates of different ones are never compared. */
export const DENOMINATORS = ["penduduk-bekerja", "angkatan-kerja", "pekerja-layak"] as const;
export type Denominator = (typeof DENOMINATORS)[number];

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

/** The newest figure that was of the month's year or an earlier one; null where none is known. */
export function workforceOf(regency: RegencyCode, at: Month): Workforce | null {
  const known = FIGURES.filter((figure) => figure.regency === regency && figure.year <= yearOf(at)).sort(
    (a, b) => b.year - a.year,
  )[0];
  return known
    ? {
        workers: known.workers,
        denominator: known.denominator,
        year: known.year,
        source: known.source,
      }
    : null;
}
