// The reference data of Riau, from data/14 of this project: what was known of workforces, claims and agreements on which day. Agreements whose months
// no report names are left out; they can be sent by `cakupan reference`.
import { readFile } from "node:fs/promises";
import { type Day, day } from "#shared/domain/day.ts";
import type { Bilingual } from "#shared/domain/text.ts";

export interface Arrival {
  readonly day: Day;
  /** In the Rosters bucket. */
  readonly objectKey: string;
  readonly what: Bilingual;
  readonly file: () => Promise<Uint8Array> | Uint8Array;
}

const DATA = new URL("../../data/14/", import.meta.url);

function arrival(on: string, objectKey: string, path: string, what: Bilingual): Arrival {
  return { day: day(on), objectKey, what, file: () => readFile(new URL(path, DATA)) };
}

function siakAgreement(on: string, year: number): Arrival {
  const what = { id: `Siak: perjanjian non-ASN ${year}`, en: `Siak: agreement for non-ASN staff, ${year}` };
  return arrival(on, "agreements/14.08/pemkab-siak.json", `agreements/14.08/pemkab-siak-${year}.json`, what);
}

/** Ascending by day. */
export const REFERENCE_HISTORY: readonly Arrival[] = [
  arrival("2021-12-01", "workforce/workforce.csv", "workforce.csv", {
    id: "Penduduk bekerja menurut BPS",
    en: "Working population as counted by BPS",
  }),
  siakAgreement("2021-12-01", 2021),
  siakAgreement("2021-12-21", 2022),
  arrival("2022-11-01", "agreements/14.03/apbd-2022.json", "agreements/14.03/apbd-2022.json", {
    id: "Bengkalis: perjanjian 24.000 pekerja rentan, November 2022 – Desember 2023",
    en: "Bengkalis: agreement for 24,000 vulnerable workers, November 2022 to December 2023",
  }),
  siakAgreement("2022-12-20", 2023),
  arrival("2022-12-31", "claims/claims-2022.csv", "claims-2022.csv", {
    id: "Siak: klaim yang dibayar pada 2022",
    en: "Siak: claims paid in 2022",
  }),
  arrival("2023-02-16", "agreements/14.03/perusahaan.json", "agreements/14.03/perusahaan.json", {
    id: "Bengkalis: kewajiban perusahaan, tanpa batas akhir",
    en: "Bengkalis: duty of the firms, without an end",
  }),
  arrival("2023-09-01", "agreements/14.03/apbd-2022.json", "agreements/14.03/apbd-2022-anggaran-2023.json", {
    id: "Bengkalis: anggaran Rp 403 juta, seperti yang diberitakan",
    en: "Bengkalis: a budget of Rp 403 million, as reported",
  }),
  siakAgreement("2023-12-20", 2024),
];
