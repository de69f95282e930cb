// What can be wrong with where a file was put.
import { error } from "./entry.ts";

const SHAPE = "rosters/14.03/rentan/apbd-2022/data.csv";

export const KEY_PROBLEMS = {
  "key-shape": error(() => ({
    id: `Berkas tidak berada di tempat yang benar. Taruh di rosters/{kode kabupaten}/{segmen}/{nama daftar}/{nama berkas}, misalnya ${SHAPE}.`,
    en: `The file is not where it belongs. Put it at rosters/{regency code}/{segment}/{roster name}/{file name}, e.g. ${SHAPE}.`,
  })),
  "key-has-nik": error(() => ({
    id: "Nama berkas atau foldernya memuat 16 angka berurutan, yang mungkin sebuah NIK. Ganti namanya tanpa NIK lalu unggah lagi, dan hapus berkas yang lama.",
    en: "The name of the file or its folder holds 16 digits in a row, which may be a NIK. Rename it without the NIK, upload it again, and delete the old file.",
  })),
  "regency-code-bare": error((code: string, dotted: string) => ({
    id: `Kode kabupaten ${code} ditulis tanpa titik; angka yang sama berarti kabupaten lain menurut BPS. Tulis kode Kemendagri dengan titik, misalnya ${dotted}.`,
    en: `The regency code ${code} has no dot; the same digits mean another regency at BPS. Write the Kemendagri code with its dot, e.g. ${dotted}.`,
  })),
  "regency-unknown": error((known: string) => ({
    id: `Kode kabupaten pada foldernya tidak dikenal. Pakai salah satu dari: ${known}.`,
    en: `The regency code in the folder is not known. Use one of: ${known}.`,
  })),
  "regency-retired": error((code: string, law: string, known: string) => ({
    id: `Kode kabupaten ${code} tidak berlaku lagi sejak pemekaran provinsi (${law}). Pakai kode yang sekarang, salah satu dari: ${known}; atau unggah ke provinsi barunya.`,
    en: `The regency code ${code} has not been in force since its province was divided (${law}). Use the present code, one of: ${known}; or upload to its new province.`,
  })),
  "regency-of-other-province": error((code: string, name: string, province: string, known: string) => ({
    id: `${code} adalah ${name}, bukan di Provinsi ${province}. Pakai salah satu dari: ${known}; atau unggah ke provinsi yang benar.`,
    en: `${code} is ${name}, which is not in the province of ${province}. Use one of: ${known}; or upload it to its own province.`,
  })),
  "segment-unknown": error((nearest: string, known: string) => ({
    id: `Segmen pada foldernya tidak dikenal. Mungkin maksudnya "${nearest}". Segmen yang ada: ${known}.`,
    en: `The segment in the folder is not known. Perhaps "${nearest}" is meant. The segments are: ${known}.`,
  })),
  "slug-bad": error(() => ({
    id: "Nama daftar (folder ketiga) hanya boleh berisi huruf kecil, angka dan tanda hubung tunggal, paling panjang 60 huruf, misalnya apbd-2022. Ganti nama foldernya lalu unggah lagi.",
    en: "The roster's name (the third folder) may only have small letters, digits and single hyphens, at most 60 characters, e.g. apbd-2022. Rename the folder and upload again.",
  })),
};
