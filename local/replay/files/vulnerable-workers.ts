// The workbook of Bengkalis' 24,000 vulnerable workers, in the columns of the BPU template with the months of protection added; and the newer one,
// a year later, with 37 rows such as people send by mistake. None of those names one of the 24,000, except three who stand there twice.
import { writeXlsx } from "hucre/xlsx";
import { regencyCode } from "#shared/domain/region.ts";
import { type SyntheticWorker, syntheticWorkers } from "../workers.ts";
import { badRows } from "./bad-rows.ts";
import { dayFirst } from "./csv-text.ts";

const VULNERABLE_WORKERS = 24_000;
/** Worker numbers of Bengkalis: after the non-ASN staff, before the firms. */
const FIRST_NUMBER = 10_000;
/** The smallest bracket: Rp 10,000 + 6,800 a month. */
const INCOME_BRACKET = 1_000_000;

/** A row by header; what is not named stays empty. */
export type SheetCells = Readonly<Record<string, string | number>>;

const BPU_HEADERS = [
  "NOMOR_IDENTITAS",
  "NAMA_LENGKAP",
  "TGL_LAHIR",
  "HANDPHONE",
  "EMAIL",
  "JENIS_PEKERJAAN_1",
  "JENIS_PEKERJAAN_2",
  "LOKASI_PEKERJAAN",
  "UPAH",
  "KODE_PAKET",
  "BULAN_IURAN",
] as const;
const HEADERS_2022: readonly string[] = [...BPU_HEADERS, "MULAI", "AKHIR"];
const HEADERS_2023: readonly string[] = [...BPU_HEADERS, "PROGRAM", "MULAI", "AKHIR"];

/** 11,000 farmers, 8,000 fishers, 5,000 dock workers (the split is synthetic). */
const OCCUPATIONS: readonly (readonly [string, number])[] = [
  ["Petani", 11_000],
  ["Nelayan", 19_000],
  ["Buruh pelabuhan", 24_000],
];

export function vulnerableWorkers(): Promise<Uint8Array> {
  return workbook(HEADERS_2022, goodRows());
}

/** 24,037 rows; the bad ones are spread among the others. */
export function vulnerableWorkersAgain(): Promise<Uint8Array> {
  const good = goodRows();
  const bad = badRows(good);
  const every = Math.floor(good.length / bad.length);
  const rows = good.flatMap((row, index) => {
    const extra = index % every === every - 1 ? bad[(index + 1) / every - 1] : undefined;
    return extra === undefined ? [row] : [row, extra];
  });
  return workbook(HEADERS_2023, rows);
}

function goodRows(): readonly SheetCells[] {
  return syntheticWorkers(regencyCode("14.03"), FIRST_NUMBER, VULNERABLE_WORKERS).map(rowOf);
}

function rowOf(worker: SyntheticWorker, index: number): SheetCells {
  return {
    NOMOR_IDENTITAS: worker.nik,
    NAMA_LENGKAP: worker.name,
    TGL_LAHIR: dayFirst(worker.birth),
    JENIS_PEKERJAAN_1: OCCUPATIONS.find(([, before]) => index < before)?.[0] ?? "",
    LOKASI_PEKERJAAN: worker.district,
    UPAH: INCOME_BRACKET,
    PROGRAM: "JKK,JKM",
    MULAI: "2022-11",
    AKHIR: "2023-12",
  };
}

function workbook(headers: readonly string[], rows: readonly SheetCells[]): Promise<Uint8Array> {
  const cells = rows.map((row) => headers.map((header) => row[header] ?? null));
  return writeXlsx({ sheets: [{ name: "Data TK Baru", rows: [[...headers], ...cells] }] });
}
