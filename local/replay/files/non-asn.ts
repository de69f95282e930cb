// The files of two regencies for their staff without civil-servant status: Siak's as Indonesian Excel saves it, Bengkalis' as a program writes it.
import { regencyCode } from "#shared/domain/region.ts";
import { type SyntheticWorker, syntheticWorkers } from "../workers.ts";
import { csvText, dayFirst } from "./csv-text.ts";

/** 800,000,000 / 7,753 / 12 is 0.54 % of this wage. */
const SIAK_WAGE = 1_592_000;
/** Synthetic; the reported wage is not known. */
const BENGKALIS_WAGE = 2_000_000;
const NON_ASN_STAFF = 7_994;
const BYTE_ORDER_MARK = "\uFEFF";

const SIAK = regencyCode("14.08");
const BENGKALIS = regencyCode("14.03");

/** The first `count` of Siak's 7,753 for one calendar year. */
export function siakNonAsn(count: number, year: number): Buffer {
  const header = ["NIK", "NAMA_LENGKAP", "TGL_LAHIR", "JENIS_KELAMIN", "UPAH", "MULAI", "AKHIR"];
  const row = (worker: SyntheticWorker): readonly string[] => [
    worker.nik,
    worker.name,
    dayFirst(worker.birth, "/"),
    worker.sex,
    String(SIAK_WAGE),
    `${year}-01`,
    `${year}-12`,
  ];
  return Buffer.from(BYTE_ORDER_MARK + csvText(";", [header, ...syntheticWorkers(SIAK, 0, count).map(row)]));
}

/** Bengkalis: January 2022 to December 2024. */
export function bengkalisNonAsn(): Buffer {
  const header = ["NIK", "NAMA_LENGKAP", "TGL_LAHIR", "JENIS_KELAMIN", "PROGRAM", "MULAI", "AKHIR", "UPAH"];
  const row = (worker: SyntheticWorker): readonly string[] => [
    worker.nik,
    worker.name,
    worker.birth,
    worker.sex,
    "JKK,JKM",
    "2022-01",
    "2024-12",
    String(BENGKALIS_WAGE),
  ];
  return Buffer.from(csvText(",", [header, ...syntheticWorkers(BENGKALIS, 0, NON_ASN_STAFF).map(row)]));
}
