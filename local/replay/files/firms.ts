// The branch's list of all firms of Bengkalis, in the columns of SIPP's template: 50,132 workers of 1,174 firms, a few large and many small.
import { regencyCode } from "#shared/domain/region.ts";
import { chance } from "../random.ts";
import { type SyntheticWorker, syntheticWorker } from "../workers.ts";
import { csvText, dayFirst } from "./csv-text.ts";

const FIRM_WORKERS = 50_132;
const FIRMS = 1_174;
/** Worker numbers of Bengkalis below this belong to other rosters. */
const FIRST_NUMBER = 40_000;
const LEAST_WAGE = 3_300_000;
const WAGE_STEPS = 57;
const WAGE_STEP = 100_000;

const SIPP_HEADERS =
  "NO_PEGAWAI,NAMA_LENGKAP,GELAR,TELEPON_AREA_RUMAH,TELEPON_RUMAH,TELEPON_AREA_KANTOR,TELEPON_KANTOR,TELEPON_EXT_KANTOR,HP,EMAIL,TEMPAT_LAHIR," +
  "TANGGAL_LAHIR,NAMA_IBU_KANDUNG,JENIS_IDENTITAS,NOMOR_IDENTITAS,MASA_LAKU_IDENTITAS,JENIS_KELAMIN,SURAT_MENYURAT_KE,TANGGAL_KEPESERTAAN,STATUS_KAWIN," +
  "GOLONGAN_DARAH,NPWP,KODE_NEGARA,UPAH,ALAMAT,KODE_POS,LOKASI_PEKERJAAN,STATUS_PEGAWAI,TGL_AWAL_BEKERJA,TGL_AKHIR_KONTRAK";
const FIRM_HEADERS: readonly string[] = [...SIPP_HEADERS.split(","), "NPP", "PROGRAM", "MULAI"];

export function companyWorkers(): Buffer {
  return Buffer.from(csvText(",", rows()));
}

function* rows(): Iterable<readonly string[]> {
  yield FIRM_HEADERS;
  const luck = chance(FIRMS);
  let number = FIRST_NUMBER;
  for (const [firm, size] of firmSizes().entries()) {
    for (let staff = 1; staff <= size; staff += 1) {
      const wage = LEAST_WAGE + Math.min(luck.below(WAGE_STEPS), luck.below(WAGE_STEPS)) * WAGE_STEP;
      yield rowOf(syntheticWorker(regencyCode("14.03"), number), nppOf(firm), staff, wage);
      number += 1;
    }
  }
}

/** Sizes of the firms, largest first, as sizes of firms go: the n-th has about 1/n of the largest. */
function firmSizes(): readonly number[] {
  const weights = Array.from({ length: FIRMS }, (_, rank) => 1 / (rank + 3));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.max(1, Math.floor((weight / total) * FIRM_WORKERS)));
  const missing = FIRM_WORKERS - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, rank) => (rank < missing ? size + 1 : size));
}

/** Eight characters, as NPP are; the letters mark a synthetic one. */
function nppOf(firm: number): string {
  return `SY${String(firm + 1).padStart(6, "0")}`;
}

function rowOf(worker: SyntheticWorker, npp: string, staff: number, wage: number): readonly string[] {
  const cells: Readonly<Record<string, string>> = {
    NO_PEGAWAI: `${npp}-${staff}`,
    NAMA_LENGKAP: worker.name,
    TEMPAT_LAHIR: worker.district,
    TANGGAL_LAHIR: dayFirst(worker.birth),
    JENIS_IDENTITAS: "KTP",
    NOMOR_IDENTITAS: worker.nik,
    MASA_LAKU_IDENTITAS: "01-01-2090",
    JENIS_KELAMIN: worker.sex,
    SURAT_MENYURAT_KE: "S",
    STATUS_KAWIN: "Y",
    KODE_NEGARA: "ID",
    UPAH: String(wage),
    NPP: npp,
    PROGRAM: "JKK,JKM,JHT,JP",
    MULAI: "2023-02",
  };
  return FIRM_HEADERS.map((header) => cells[header] ?? "");
}
