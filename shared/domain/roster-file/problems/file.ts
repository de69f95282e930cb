// What can be wrong with a file as a whole.
import { countEn, formatNumberEn, formatNumberId } from "../../format.ts";
import { error, warning } from "./entry.ts";

const SAVE_ID = 'Buka dengan Excel atau LibreOffice, lalu "Simpan sebagai" Excel (.xlsx) atau CSV, dan unggah lagi.';
const SAVE_EN = 'Open it with Excel or LibreOffice, "Save as" Excel (.xlsx) or CSV, and upload it again.';

export const FILE_PROBLEMS = {
  "file-empty": error(() => ({
    id: "Berkas kosong. Periksa berkas di komputer Anda lalu unggah lagi.",
    en: "The file is empty. Look at the file on your computer and upload it again.",
  })),
  "xlsx-broken": error(() => ({
    id: `Buku kerja Excel ini rusak atau terpotong. ${SAVE_ID}`,
    en: `This Excel workbook is damaged or cut short. ${SAVE_EN}`,
  })),
  "cell-too-long": error((most: number) => ({
    id: `Ada sel berisi lebih dari ${most} huruf; sel Excel tidak pernah sepanjang itu. Hapus isi sel itu lalu unggah lagi.`,
    en: `There is a cell of more than ${most} characters; no cell of Excel is that long. Delete what is in it and upload again.`,
  })),
  "file-too-large": error((megabytes: number) => ({
    id: `Isi berkas lebih besar daripada yang diterima (${megabytes} MB). Bagi menjadi beberapa daftar, atau simpan sebagai CSV, lalu unggah lagi.`,
    en: `The file's content is larger than is accepted (${megabytes} MB). Split it into several rosters, or save it as CSV, and upload again.`,
  })),
  "gzip-broken": error(() => ({
    id: "Berkas .gz ini rusak atau terpotong. Mampatkan sekali lagi, atau unggah tanpa dimampatkan.",
    en: "This .gz file is damaged or cut short. Compress it again, or upload it uncompressed.",
  })),
  "gzip-too-large": error((megabytes: number, times: number) => ({
    id: `Isi berkas .gz ini jauh lebih besar daripada sebuah daftar pekerja: lebih dari ${megabytes} MB, atau lebih dari ${times} kali berkasnya. Periksa isinya, atau unggah tanpa dimampatkan.`,
    en: `What this .gz file unpacks to is far larger than any roster: more than ${megabytes} MB, or more than ${times} times the file. Look at its content, or upload it uncompressed.`,
  })),
  "csv-quote-open": error((row: number) => ({
    id: `Ada tanda kutip (") yang tidak ditutup pada atau setelah baris ${row}, atau baris itu tidak pernah berakhir. Hapus atau tutup tanda kutip itu, lalu unggah lagi.`,
    en: `A quotation mark (") is not closed in or after row ${row}, or that row never ends. Delete or close the mark, and upload again.`,
  })),
  "no-nik-column": error(() => ({
    id: "Tidak ada kolom NIK di 20 baris pertama. Beri judul NIK pada kolom NIK, di satu baris di atas data, lalu unggah lagi.",
    en: "There is no NIK column in the first 20 rows. Give the column of the NIK the header NIK, in one row above the data, and upload again.",
  })),
  "no-nik-among-columns": error((row: number, seen: string) => ({
    id: `Baris ${row} memuat judul kolom ${seen}, tetapi tidak ada NIK. Tambahkan kolom berjudul NIK lalu unggah lagi.`,
    en: `Row ${row} has the headers ${seen}, but no NIK. Add a column with the header NIK and upload again.`,
  })),
  "nik-column-misspelt": error((row: number, column: string) => ({
    id: `Tidak ada kolom NIK, tetapi judul kolom ${column} di baris ${row} mirip. Kalau itu NIK, ganti judulnya menjadi NIK lalu unggah lagi.`,
    en: `There is no NIK column, but the header of column ${column} in row ${row} is close. If that is the NIK, rename it to NIK and upload again.`,
  })),
  "columns-in-one-cell": error((row: number) => ({
    id: `Semua judul kolom di baris ${row} terkumpul dalam satu sel, seperti kalau CSV dibuka dan disimpan lagi di Excel yang memakai pemisah lain. Unggah berkas aslinya, sebelum dibuka di Excel; atau pisahkan dengan Data, Teks ke Kolom (Text to Columns), dengan kolom NIK sebagai Teks, lalu unggah lagi.`,
    en: `All headers in row ${row} stand in one cell, as when a CSV is opened and saved in an Excel that uses another separator. Upload the original file, as it was before Excel opened it; or split it by Data, Text to Columns, with the NIK column as Text, and upload again.`,
  })),
  "rows-above-header": error((header: number, above: number) => ({
    id: `Judul kolom ada di baris ${header}, tetapi di atasnya (baris ${above}) sudah ada NIK: pekerja di atas judul tidak akan terbaca. Pindahkan baris judul ke atas semua pekerja lalu unggah lagi.`,
    en: `The header is row ${header}, but a NIK stands above it (row ${above}): workers above the header would not be read. Move the header above all workers and upload again.`,
  })),
  "cells-merged": error((column: string, first: number, last: number) => ({
    id: `Sel di kolom ${column} digabung (merge) dari baris ${first} sampai ${last}: hanya baris ${first} yang berisi, baris lainnya kosong. Pisahkan sel itu (Unmerge Cells), isi setiap baris, lalu unggah lagi.`,
    en: `Cells in column ${column} are merged from row ${first} to row ${last}: only row ${first} holds anything, the others are empty. Unmerge them, fill in every row, and upload again.`,
  })),
  "column-twice": error((name: string) => ({
    id: `Judul kolom ${name} ada dua kali. Kalau keduanya berisi pekerja, pindahkan yang kedua ke bawah yang pertama; kalau tidak, ganti judul atau hapus kolom yang keliru. Lalu unggah lagi.`,
    en: `The header ${name} is there twice. If both columns hold workers, move those of the second below the first; if not, rename or delete the wrong one. Then upload again.`,
  })),
  "several-sheets": error((names: string) => ({
    id: `Ada beberapa lembar (sheet) berisi pekerja: ${names}. Satu berkas adalah satu daftar utuh: gabungkan dalam satu lembar, atau unggah tiap lembar sebagai daftar tersendiri (dengan nama lain di belakang segmennya).`,
    en: `There are several sheets with workers: ${names}. One file is one whole roster: put them into one sheet, or upload each sheet as a roster of its own (with another name behind the segment).`,
  })),
  "sheets-not-read": warning((names: string) => ({
    id: `Lembar (sheet) ${names} memuat nomor seperti NIK, tetapi tidak dibaca karena tidak ada judul kolom NIK di atasnya. Kalau berisi pekerja, gabungkan ke lembar daftar pekerja lalu unggah lagi.`,
    en: `The sheet ${names} holds numbers like NIK, but was not read, having no header NIK above them. If it lists workers, move them to the sheet of the list and upload again.`,
  })),
  "too-many-sheets": error((most: number) => ({
    id: `Buku kerja ini berisi lebih dari ${most} lembar (sheet). Simpan lembar daftar pekerja sebagai berkas sendiri lalu unggah lagi.`,
    en: `This workbook has more than ${most} sheets. Save the sheet with the workers as a file of its own and upload that.`,
  })),
  "no-rows": warning(() => ({
    id: "Berkas hanya berisi judul kolom, tanpa satu pun pekerja. Tidak ada perlindungan yang diakhiri karenanya sebelum ada yang memutuskan; isi datanya lalu unggah lagi.",
    en: "The file has a header but not a single worker. It ends nobody's protection before somebody decides; fill in the data and upload again.",
  })),
  "answer-as-whole-list": warning(() => ({
    id: "Berkas ini memuat kolom hasil Cakupan (CAKUPAN_…), jadi tampaknya hanya berisi baris yang sudah diperbaiki; tetapi menurut namanya ia daftar lengkap. Kalau hanya perbaikan, akhiri namanya dengan .add.csv atau .add.xlsx, misalnya perbaikan.add.xlsx, lalu unggah lagi; kalau memang daftar lengkap, hapus kolom-kolom itu.",
    en: "This file has Cakupan's own columns (CAKUPAN_…), so it seems to hold only rows that were corrected; but by its name it is the whole list. If it is only corrections, end its name with .add.csv or .add.xlsx, e.g. corrections.add.xlsx, and upload it again; if it is the whole list, delete those columns.",
  })),
  "too-many-rows": error((most: number) => ({
    id: `Berkas berisi lebih dari ${most} baris. Bagi menjadi beberapa daftar lalu unggah lagi.`,
    en: `The file has more than ${most} rows. Split it into several rosters and upload again.`,
  })),
  "too-many-employers": error((most: number) => ({
    id: `Berkas menyebut lebih dari ${most} NPP yang berbeda. Periksa kolom NPP, atau bagi menjadi beberapa daftar.`,
    en: `The file names more than ${most} different NPP. Look at the NPP column, or split it into several rosters.`,
  })),
  "columns-ignored": warning((names: string, more: number) => ({
    id: `Kolom yang tidak dikenal dan tidak dibaca: ${names}${more > 0 ? ` dan ${more} lainnya` : ""}.`,
    en: `Columns that are not known and were not read: ${names}${more > 0 ? ` and ${more} more` : ""}.`,
  })),
  "start-empty-in-some": warning((empty: number, rows: number, month: string) => ({
    id: `MULAI kosong di ${empty} dari ${rows} baris; di sana perlindungan dihitung mulai ${month}. Kalau bukan itu maksudnya, isi MULAI di setiap baris (sel yang digabung hanya terisi di baris pertamanya), lalu unggah lagi.`,
    en: `MULAI is empty in ${empty} of ${rows} rows; there protection counts from ${month}. If that is not meant, fill in MULAI in every row (merged cells are filled in their first row only) and upload again.`,
  })),
  "end-empty-in-some": warning((empty: number, rows: number, month: string | null) => ({
    id: `AKHIR kosong di ${empty} dari ${rows} baris; di sana perlindungan dihitung ${month === null ? "tanpa akhir, dan tidak ada peringatan sebelum berakhir" : `sampai ${month}`}. Kalau bukan itu maksudnya, isi AKHIR di setiap baris (sel yang digabung hanya terisi di baris pertamanya), lalu unggah lagi.`,
    en: `AKHIR is empty in ${empty} of ${rows} rows; there protection counts ${month === null ? "without an end, and nobody is warned before it is over" : `until ${month}`}. If that is not meant, fill in AKHIR in every row (merged cells are filled in their first row only) and upload again.`,
  })),
  "end-perhaps-unread": warning((column: string, rows: number) => ({
    id: `Kolom ${column} tidak dibaca, dan berkas ini tidak punya kolom AKHIR: ${formatNumberId(rows)} baris dihitung terlindungi tanpa akhir, dan tidak ada peringatan sebelum habis. Kalau perlindungan berakhir menurut kolom itu, ganti judulnya menjadi AKHIR lalu unggah lagi.`,
    en: `Column ${column} was not read, and the file has no column AKHIR: ${countEn(rows, "row counts", "rows count")} as protected without an end, and nobody is warned before it is over. If protection ends by that column, rename it to AKHIR and upload again.`,
  })),
  "perhaps-other-regency": warning((count: number, rows: number, other: string, own: string) => ({
    id: `${formatNumberId(count)} dari ${formatNumberId(rows)} NIK diawali kode ${other}, tetapi daftar ini untuk ${own}. Kalau salah tujuan, akhiri dengan mengunggah berkas yang sama ke sini dengan nama ….end.csv, lalu unggah ke daftar yang benar.`,
    en: `${formatNumberEn(count)} of ${formatNumberEn(rows)} NIK begin with the number of ${other}, but this roster is of ${own}. If it went to the wrong place, end it by uploading the same file here under a name ….end.csv, and upload it to the right roster.`,
  })),
  "no-wage-column": warning((segment: string) => ({
    id: `Tidak ada kolom UPAH, padahal iuran segmen ${segment} dihitung dari upah; iurannya dihitung nol. Tambahkan kolom UPAH.`,
    en: `There is no UPAH column, but the contribution of the segment ${segment} is counted from the wage; it counts as zero. Add a column UPAH.`,
  })),
};
