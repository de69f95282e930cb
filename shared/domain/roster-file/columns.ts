// The one table of column names: what the pipeline reads, under every name that templates and people give it, and what it knows but leaves alone.
// Names are compared without case, blanks and signs, so `NO. KTP`, `no_ktp` and `No KTP` are one.

/** What is read of a row; `row-cells.ts` numbers them in this order. */
export const FIELDS = [
  "nik",
  "birth",
  "sex",
  "programmes",
  "first",
  "last",
  "months",
  "wage",
  "employer",
  "occupation",
] as const;
export type Field = (typeof FIELDS)[number];

// Where a file has several of them, the one that stands first here is read: NO_KTP before NIK, which in firms may be their own number of the
// employee (Nomor Induk Karyawan). A bare KTP is no name: it is what JENIS_IDENTITAS holds in every row, and a person would be taken for a header.
// BERLAKU_SAMPAI is no end of protection, but that of an identity card; START_DATE and END_DATE are those of an employment.
const ALIASES: Readonly<Record<Field, string>> = {
  nik: `NIK_KTP, NO_KTP, NOMOR_KTP, NO_KTP_NIK, NIK_NO_KTP, NO_IDENTITAS, NOMOR_IDENTITAS, NOMOR_INDUK_KEPENDUDUKAN, NO_INDUK_KEPENDUDUKAN,
    NOMOR_INDUK_KEPENDUDUKAN_NIK, NIK_NPWP_16_DIGIT, NIK_16_DIGIT, NIK_SESUAI_KTP, NOMOR_KTP_NIK, NIK_NOMOR_KTP, NO_E_KTP, NOMOR_E_KTP,
    NIK_E_KTP, NIK_SESUAI_E_KTP, NO_INDUK_KTP, NOMOR_IDENTITAS_KEPENDUDUKAN, NO_NIK, NOMOR_NIK, NO_NIK_KTP, NIK, NIK_PESERTA, NIK_PEKERJA, NIK_TK,
    NIK_TENAGA_KERJA, NIK_PENERIMA, NIK_PENERIMA_MANFAAT, NIK_CALON_PESERTA, NIK_ANGGOTA, NIK_WARGA, NATIONAL_ID, NATIONAL_ID_NUMBER, IDENTITY_NUMBER,
    ID_NUMBER`,
  birth: "TGL_LAHIR, TANGGAL_LAHIR, TGL_LHR, TANGGAL_LHR, DATE_OF_BIRTH, BIRTH_DATE, DOB",
  sex: "JENIS_KELAMIN, KELAMIN, JK, L/P, GENDER, SEX",
  programmes: `PROGRAM, PROGRAM_BPJS, PROGRAM_BPJS_KETENAGAKERJAAN, PROGRAM_BPJSTK, PROGRAM_JAMSOSTEK, PROGRAM_YANG_DIIKUTI, JENIS_PROGRAM, PROGRAMME,
    PROGRAMMES, PROGRAMS`,
  first: `MULAI, BULAN_MULAI, MULAI_PERLINDUNGAN, AWAL_PERLINDUNGAN, PERIODE_MULAI, TANGGAL_MULAI, TGL_MULAI, MULAI_TANGGAL, TANGGAL_MULAI_PERLINDUNGAN,
    TGL_MULAI_PERLINDUNGAN, MULAI_KEPESERTAAN, TANGGAL_MULAI_KEPESERTAAN, MULAI_BERLAKU, BERLAKU_MULAI, BULAN_AWAL, PERIODE_AWAL, AWAL_PERIODE, AWAL,
    START, START_MONTH`,
  last: `AKHIR, BULAN_AKHIR, AKHIR_PERLINDUNGAN, BERAKHIR, SAMPAI, PERIODE_AKHIR, TANGGAL_AKHIR, TGL_AKHIR, TANGGAL_BERAKHIR, TGL_BERAKHIR,
    TANGGAL_AKHIR_PERLINDUNGAN, TGL_AKHIR_PERLINDUNGAN, AKHIR_KEPESERTAAN, TANGGAL_AKHIR_KEPESERTAAN, SAMPAI_DENGAN,
    SAMPAI_TANGGAL, SAMPAI_BULAN, AKHIR_PERIODE, SELESAI, TANGGAL_SELESAI, TGL_SELESAI, END, END_MONTH`,
  months: "BULAN_IURAN, JUMLAH_BULAN_IURAN, JUMLAH_BULAN, JML_BULAN, MASA_IURAN, MASA_PERLINDUNGAN, LAMA_PERLINDUNGAN",
  wage: `UPAH, UPAH_DILAPORKAN, UPAH_YANG_DILAPORKAN, UPAH_SEBULAN, UPAH_PER_BULAN, UPAH/BULAN, UPAH_BULANAN, UPAH_RP, BESAR_UPAH, BESARAN_UPAH,
    NOMINAL_UPAH, UPAH_POKOK, UPAH/GAJI, GAJI/UPAH, GAJI, GAJI_SEBULAN, GAJI_PER_BULAN, GAJI/BULAN, GAJI_BULANAN, GAJI_POKOK, PENGHASILAN,
    PENGHASILAN_PER_BULAN, PENGHASILAN/BULAN, PENGHASILAN_TETAP, SILTAP, JUMLAH_UPAH, HONOR, HONORARIUM, WAGE, SALARY, MONTHLY_WAGE, MONTHLY_SALARY, BASIC_SALARY`,
  employer:
    "NPP, NO_NPP, NOMOR_NPP, KODE_NPP, NPP_BPJS_KETENAGAKERJAAN, NPP_PERUSAHAAN, KODE_PERUSAHAAN, NOMOR_PENDAFTARAN_PERUSAHAAN",
  occupation: "JENIS_PEKERJAAN, JENIS_PEKERJAAN_1, PEKERJAAN, JABATAN, OCCUPATION",
};

/** Columns of the known templates (SIPP old, middle, current; BPU collective; our own) that are not read, and so not worth a word. */
const LEFT_ALONE = `NO, NO_URUT, NOMOR, NO_PEGAWAI, NAMA, NAMA_LENGKAP, NAMA_DEPAN, NAMA_TENGAH, NAMA_BELAKANG, NAMA_TK, NAMA_PESERTA, NAMA_PEKERJA,
  FULL_NAME, FIRST_NAME, MIDDLE_NAME, LAST_NAME, NAME, GELAR, TELEPON_AREA_RUMAH, TELEPON_RUMAH, TELEPON_AREA_KANTOR, TELEPON_KANTOR,
  TELEPON_EXT_KANTOR, HP, NO_HP, HANDPHONE, TELEPON, EMAIL, TEMPAT_LAHIR, NAMA_IBU_KANDUNG, JENIS_IDENTITAS, MASA_LAKU_IDENTITAS,
  SURAT_MENYURAT_KE, TANGGAL_KEPESERTAAN, STATUS_KAWIN, GOLONGAN_DARAH, NAMA_BANK, CABANG_BANK, NO_REKENING, NAMA_REKENING, NPWP, KODE_PAKET,
  KODE_NEGARA, PESERTA_JPK, ALAMAT, KODE_POS, LOKASI_PEKERJAAN, STATUS_PEGAWAI, TGL_AWAL_BEKERJA, TGL_AKHIR_KONTRAK, JENIS_PEKERJAAN_2, NO_KPJ,
  KPJ, NOMOR_PESERTA, NO_REFERENSI, BPJS_KETENAGAKERJAAN, NAMA_PASANGAN, TGL_LAHIR_PASANGAN, JENIS_KELAMIN_PASANGAN, GOLONGAN_DARAH_PASANGAN,
  NAMA_ANAK_1, TGL_LAHIR_ANAK_1, JENIS_KELAMIN_ANAK_1, GOLONGAN_DARAH_ANAK_1, NAMA_ANAK_2, TGL_LAHIR_ANAK_2, JENIS_KELAMIN_ANAK_2,
  GOLONGAN_DARAH_ANAK_2, NAMA_ANAK_3, TGL_LAHIR_ANAK_3, JENIS_KELAMIN_ANAK_3, GOLONGAN_DARAH_ANAK_3, DESA, KELURAHAN, KECAMATAN, KABUPATEN,
  KOTA/KAB, KABUPATEN/KOTA, PROVINSI, DUSUN, RT, RW, RT/RW, NO_KK, NOMOR_KK, NATIONALITY, RAPEL, KODE_DIVISI, NAMA_PERUSAHAAN, KETERANGAN, CATATAN`;

/** The columns that the file of rejected rows adds; ignored when it comes back corrected. */
export const RESULT_COLUMNS = ["CAKUPAN_BARIS", "CAKUPAN_KODE", "CAKUPAN_MASALAH", "CAKUPAN_PROBLEM"] as const;

/** Whether a name is one of those, as a file writes it. */
export function isResultColumn(name: string): boolean {
  return RESULT_KEYS.has(columnKey(name));
}

/** The form in which two names are compared. */
export function columnKey(name: string): string {
  return name
    .normalize("NFKD")
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
}

export interface KnownColumn {
  readonly field: Field;
  /** Lower is read first. */
  readonly rank: number;
  /** The name as templates write it: safe to repeat, whatever the file holds. */
  readonly name: string;
}

const RESULT_KEYS: ReadonlySet<string> = new Set(RESULT_COLUMNS.map(columnKey));
const names = (list: string): readonly string[] => list.split(",").map((name) => name.trim());

const KNOWN: ReadonlyMap<string, KnownColumn> = new Map(
  FIELDS.flatMap((field) =>
    names(ALIASES[field]).map((name, rank) => [columnKey(name), { field, rank, name }] as const),
  ),
);
const IGNORED: ReadonlyMap<string, string> = new Map(
  [...names(LEFT_ALONE), ...RESULT_COLUMNS].map((name) => [columnKey(name), name]),
);

/** Every name under which a field is read, by its key. */
export const FIELD_KEYS: readonly string[] = [...KNOWN.keys()];

export function knownColumn(key: string): KnownColumn | undefined {
  return KNOWN.get(key);
}

/** The template's name of a column that is known and not read. */
export function ignoredColumn(key: string): string | undefined {
  return IGNORED.get(key);
}

/** Every key under which a NIK is looked for. */
export const NIK_KEYS: readonly string[] = names(ALIASES.nik).map(columnKey);
