// The generations of upload templates, as far as public payroll code shows them: their headers in order, and one worker in each.
import { bornOn, nikOf } from "./people.ts";

export interface Template {
  readonly id: string;
  readonly en: string;
  readonly header: readonly string[];
  readonly row: readonly string[];
}

const split = (names: string): readonly string[] => names.split(/\s*,\s*/);

const PHONES = "TELEPON_AREA_RUMAH, TELEPON_RUMAH, TELEPON_AREA_KANTOR, TELEPON_KANTOR, TELEPON_EXT_KANTOR, HP, EMAIL";
const IDENTITY = `TEMPAT_LAHIR, TANGGAL_LAHIR, NAMA_IBU_KANDUNG, JENIS_IDENTITAS, NOMOR_IDENTITAS, MASA_LAKU_IDENTITAS, JENIS_KELAMIN,
  SURAT_MENYURAT_KE, TANGGAL_KEPESERTAAN, STATUS_KAWIN, GOLONGAN_DARAH`;
const NAMES = "NAMA_DEPAN, NAMA_TENGAH, NAMA_BELAKANG, GELAR";
const CHILD = (who: string): string => `NAMA_${who}, TGL_LAHIR_${who}, JENIS_KELAMIN_${who}, GOLONGAN_DARAH_${who}`;
const CURRENT = `NO_PEGAWAI, NAMA_LENGKAP, GELAR, ${PHONES}, ${IDENTITY}, NPWP, KODE_NEGARA, UPAH, ALAMAT, KODE_POS, LOKASI_PEKERJAAN,
  STATUS_PEGAWAI, TGL_AWAL_BEKERJA, TGL_AKHIR_KONTRAK`;

const VALUES: Readonly<Record<string, string>> = {
  NO_PEGAWAI: "P-001",
  JENIS_IDENTITAS: "KTP",
  MASA_LAKU_IDENTITAS: "01-01-2090",
  NOMOR_IDENTITAS: nikOf(0),
  NO_IDENTITAS: nikOf(0),
  NIK: nikOf(0),
  "NIK (NPWP 16 digit)": nikOf(0),
  TANGGAL_LAHIR: bornOn(0),
  TGL_LAHIR: bornOn(0),
  "Date of Birth": bornOn(0),
  JENIS_KELAMIN: "L",
  Gender: "1",
  UPAH: "3.500.000",
  KODE_PAKET: "T",
  BULAN_IURAN: "1",
  PROGRAM: "JKK,JKM",
  MULAI: "2022-11",
  AKHIR: "2023-12",
  STATUS_KAWIN: "Y",
};

function template(id: string, en: string, names: string): Template {
  const header = split(names);
  return { id, en, header, row: header.map((name) => VALUES[name] ?? "") };
}

export const TEMPLATES: readonly Template[] = [
  template(
    "Templat SIPP lama (50 kolom)",
    "Old SIPP template (50 columns)",
    `NO_PEGAWAI, ${NAMES}, ${PHONES}, ${IDENTITY}, NAMA_BANK, CABANG_BANK, NO_REKENING, NAMA_REKENING, NPWP, KODE_PAKET, KODE_NEGARA,
    PESERTA_JPK, UPAH, ALAMAT, KODE_POS, ${["PASANGAN", "ANAK_1", "ANAK_2", "ANAK_3"].map(CHILD).join(", ")}`,
  ),
  template(
    "Templat SIPP tengah (29 kolom)",
    "Middle SIPP template (29 columns)",
    `NO_PEGAWAI, ${NAMES}, ${PHONES}, ${IDENTITY}, NPWP, KODE_NEGARA, UPAH, ALAMAT, KODE_POS, LOKASI_PEKERJAAN`,
  ),
  template("Templat SIPP sekarang (30 kolom)", "Current SIPP template (30 columns)", CURRENT),
  template(
    "Templat SIPP sekarang dengan NO_IDENTITAS (31 kolom)",
    "Current SIPP template with NO_IDENTITAS (31 columns)",
    CURRENT.replace("TELEPON_KANTOR,", "TELEPON_KANTOR, ,").replace("NOMOR_IDENTITAS", "NO_IDENTITAS"),
  ),
  template(
    "Templat SIPP sekarang dengan RAPEL dan NATIONALITY (33 kolom)",
    "Current SIPP template with RAPEL and NATIONALITY (33 columns)",
    `${CURRENT.replace("NOMOR_IDENTITAS", "NO_IDENTITAS")}, RAPEL, NATIONALITY, `,
  ),
  template(
    "Templat BPU kolektif (11 kolom)",
    "BPU collective template (11 columns)",
    "NOMOR_IDENTITAS, NAMA_LENGKAP, TGL_LAHIR, HANDPHONE, EMAIL, JENIS_PEKERJAAN_1, JENIS_PEKERJAAN_2, LOKASI_PEKERJAAN, UPAH, KODE_PAKET, BULAN_IURAN",
  ),
  template(
    "Lembar impor program gaji (Inggris)",
    "Import sheet of a payroll program (English)",
    "NIK (NPWP 16 digit), First Name, Date of Birth, Gender, BPJS Ketenagakerjaan, NPP BPJS Ketenagakerjaan",
  ),
  template(
    "Templat Cakupan sendiri",
    "Cakupan's own template",
    "NIK, NAMA_LENGKAP, TGL_LAHIR, JENIS_KELAMIN, PROGRAM, MULAI, AKHIR, UPAH, NPP, JENIS_PEKERJAAN",
  ),
];
