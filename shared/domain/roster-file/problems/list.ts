// What is to be known of a list as a whole, once for all its rows.
import { error, warning } from "./entry.ts";

const REPAIR_ID =
  "Excel hanya menyimpan 15 angka. Kembali ke berkas asal sebelum dibuka di Excel (atau ke KTP), format kolom NIK sebagai Teks (Text) lebih dahulu, baru isi atau tempel NIK-nya, simpan, lalu unggah lagi.";
const REPAIR_EN =
  "Excel keeps only 15 digits. Go back to the file as it was before Excel opened it (or to the identity cards), format the NIK column as Text first, then fill in or paste the NIK, save, and upload again.";

const skipped = (what: { readonly id: string; readonly en: string }) =>
  warning((rows: number, first: number) => ({
    id: `${rows} baris dilewati karena bukan pekerja: ${what.id} (yang pertama baris ${first}).`,
    en: `${rows === 1 ? "1 row was passed over as it is no worker" : `${rows} rows were passed over as they are no workers`}: ${what.en} (the first is row ${first}).`,
  }));

export const LIST_PROBLEMS = {
  "nik-column-damaged": error((rows: number) => ({
    id: `Semua ${rows} NIK di berkas ini berakhiran 0; itu tidak mungkin kebetulan: angka ke-16 sudah dihilangkan Excel di seluruh kolom. ${REPAIR_ID}`,
    en: `All ${rows} NIK in this file end in 0, which cannot be chance: Excel has lost the 16th digit in the whole column. ${REPAIR_EN}`,
  })),
  "nik-column-suspect": warning((zeros: number, rows: number) => ({
    id: `${zeros} dari ${rows} NIK di berkas ini berakhiran 0, jauh lebih banyak daripada biasanya: mungkin angka ke-16 sebagian sudah dihilangkan Excel. Cocokkan beberapa di antaranya dengan KTP. ${REPAIR_ID}`,
    en: `${zeros} of the ${rows} NIK in this file end in 0, far more than usual: Excel may have lost the 16th digit of some. Compare a few of them with the identity cards. ${REPAIR_EN}`,
  })),
  "dates-month-first": warning((column: string) => ({
    id: `Kolom ${column} memuat tanggal yang hanya ada kalau bulan ditulis dahulu (mm/dd/yyyy). Tanggal lain di kolom itu dibaca dd/mm/yyyy; kalau semuanya mm/dd, bulannya keliru. Ubah format kolom menjadi yyyy-mm-dd lalu unggah lagi.`,
    en: `Column ${column} has dates that exist only if the month is written first (mm/dd/yyyy). Other dates in it were read as dd/mm/yyyy; if all are mm/dd, their months are wrong. Give the column the format yyyy-mm-dd and upload again.`,
  })),
  "dates-perhaps-month-first": warning((column: string) => ({
    id: `Di tanggal lain di berkas ini bulan ada di depan (mm/dd/yyyy), atau tertukar dengan tanggalnya. Periksa kolom ${column}: 11/01/2022 dibaca Januari, bukan November. Kalau bulannya keliru, ubah formatnya menjadi yyyy-mm-dd lalu unggah lagi.`,
    en: `In other dates of this file the month comes first (mm/dd/yyyy), or has changed places with the day. Look at column ${column}: 11/01/2022 was read as January, not November. If its months are wrong, give it the format yyyy-mm-dd and upload again.`,
  })),
  "hidden-rows": warning((rows: number, first: number) => ({
    id: `${rows} pekerja ada di baris yang tersembunyi atau tersaring (hidden, filter) dan ikut dibaca (yang pertama baris ${first}). Kalau mereka tidak termasuk, hapus barisnya, jangan disembunyikan, lalu unggah lagi.`,
    en: `${rows === 1 ? "1 worker stands" : `${rows} workers stand`} in rows that are hidden or filtered out, and were read as well (the first is row ${first}). If they do not belong to the list, delete the rows instead of hiding them, and upload again.`,
  })),
  "column-misspelt": warning((written: string, meant: string) => ({
    id: `Kolom ${written} tidak dibaca. Kalau maksudnya ${meant}, ganti judulnya lalu unggah lagi.`,
    en: `Column ${written} was not read. If ${meant} is meant, rename it and upload again.`,
  })),
  "header-repeated": skipped({ id: "judul kolom yang berulang", en: "the header again" }),
  "column-numbers": skipped({ id: "nomor kolom di bawah judul", en: "numbers of the columns under the header" }),
  "totals-skipped": skipped({ id: "jumlah atau total tanpa NIK", en: "totals without a NIK" }),
  "empty-rows-skipped": skipped({ id: "hanya nomor urut, tanpa isi", en: "only a running number, nothing else" }),
  "sections-skipped": skipped({
    id: "judul kelompok (misalnya nama desa) di kolom nomor urut",
    en: "headings of groups (such as a village) in the column of running numbers",
  }),
  "signature-skipped": skipped({
    id: "tanda tangan atau catatan di bawah daftar",
    en: "signatures or notes below the list",
  }),
};
