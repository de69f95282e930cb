// What can be wrong with a file of reference data as a whole, or with where it was put.
import { error, warning } from "../../roster-file/problems/entry.ts";

export const REFERENCE_FILE_PROBLEMS = {
  "reference-key-nik": error(() => ({
    id: "Nama berkas atau foldernya memuat 16 angka berurutan, yang mungkin sebuah NIK. Ganti namanya tanpa NIK lalu unggah lagi, dan hapus berkas yang lama.",
    en: "The name of the file or its folder holds 16 digits in a row, which may be a NIK. Rename it without the NIK, upload it again, and delete the old file.",
  })),
  "agreement-key-shape": error(() => ({
    id: "Berkas perjanjian tidak berada di tempat yang benar. Taruh di agreements/{kode kabupaten}/{nama perjanjian}.json atau .xlsx, nama dalam huruf kecil, angka dan tanda hubung, misalnya agreements/14.03/apbd-2022.xlsx.",
    en: "The agreement's file is not where it belongs. Put it at agreements/{regency code}/{agreement name}.json or .xlsx, the name in small letters, digits and hyphens, e.g. agreements/14.03/apbd-2022.xlsx.",
  })),
  "table-key-shape": error((folder: string) => ({
    id: `Berkas tidak berada di tempat yang benar. Taruh langsung di ${folder}/, misalnya ${folder}/2022.csv.`,
    en: `The file is not where it belongs. Put it directly into ${folder}/, e.g. ${folder}/2022.csv.`,
  })),
  "reference-other-kind": error(() => ({
    id: 'Berkas ini bukan CSV atau XLSX. Kirim tabelnya sendiri; untuk perjanjian, isi buku kerja dari "npx cakupan template --agreement".',
    en: 'This file is not a CSV or XLSX. Send the table itself; for an agreement, fill in the workbook of "npx cakupan template --agreement".',
  })),
  "reference-too-large": error((megabytes: number) => ({
    id: `Berkas lebih besar dari ${megabytes} MB; data acuan tidak pernah sebesar itu. Periksa apakah ini berkas yang benar.`,
    en: `The file is larger than ${megabytes} MB; reference data never are. See whether it is the right file.`,
  })),
  "reference-nik": error(() => ({
    id: "Ada 16 angka berurutan, yang mungkin sebuah NIK. Data acuan tidak memuat orang: hapus angka itu lalu unggah lagi, dan hapus berkas yang lama.",
    en: "There are 16 digits in a row, which may be a NIK. Reference data hold no person: delete them, upload again, and delete the old file.",
  })),
  "reference-no-header": error((wanted: string) => ({
    id: `Tidak ada judul kolom kode_kemendagri di 20 baris pertama. Kolom yang diperlukan: ${wanted}.`,
    en: `There is no header kode_kemendagri in the first 20 rows. The columns that are needed: ${wanted}.`,
  })),
  "reference-column-missing": error((name: string) => ({
    id: `Tidak ada kolom ${name}. Tambahkan kolom itu lalu unggah lagi.`,
    en: `There is no column ${name}. Add it and upload again.`,
  })),
  "reference-column-twice": error((name: string) => ({
    id: `Judul kolom ${name} ada dua kali. Hapus salah satu kolom itu lalu unggah lagi.`,
    en: `The header ${name} is there twice. Delete one of the columns and upload again.`,
  })),
  "reference-column-unknown": warning((known: string) => ({
    id: `Kolom ini tidak dikenal dan tidak dibaca. Kolom yang dibaca: ${known}.`,
    en: `This column is not known and was not read. The columns that are read: ${known}.`,
  })),
  "reference-no-rows": error(() => ({
    id: "Berkas hanya berisi judul kolom. Isi datanya lalu unggah lagi.",
    en: "The file has a header and nothing else. Fill in the data and upload again.",
  })),
  "reference-several-sheets": error(() => ({
    id: "Ada beberapa lembar (sheet) dengan kolom kode_kemendagri. Sisakan satu lalu unggah lagi.",
    en: "There are several sheets with a column kode_kemendagri. Leave one and upload again.",
  })),
};
