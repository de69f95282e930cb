// What can be wrong with what a row says of a person besides the NIK.
import { error, warning } from "./entry.ts";

export const PERSON_PROBLEMS = {
  "birth-date-differs": warning(() => ({
    id: "Tanggal lahir tidak sama dengan yang ada di NIK. Itu tidak menolak baris; periksa mana yang benar di KTP.",
    en: "The birth date is not the one in the NIK. That rejects no row; see on the identity card which is right.",
  })),
  "birth-date-impossible": error(() => ({
    id: "Tanggal lahir tidak ada di kalender. Tulis dd-mm-yyyy (tanggal dahulu, lalu bulan), misalnya 31-12-1992.",
    en: "The birth date is not in the calendar. Write dd-mm-yyyy (day first, then month), e.g. 31-12-1992.",
  })),
  "birth-date-future": error(() => ({
    id: "Tanggal lahir sesudah hari berkas ini diunggah. Periksa tahunnya di KTP.",
    en: "The birth date is after the day on which this file was uploaded. See the year on the identity card.",
  })),
  "birth-date-month-first": warning(() => ({
    id: "Tanggal lahir ditulis bulan dahulu (mm/dd/yyyy): hanya begitu ia sama dengan NIK. Itu tidak menolak baris; tulis dd-mm-yyyy.",
    en: "The birth date is written month first (mm/dd/yyyy): only so is it the one in the NIK. That rejects no row; write dd-mm-yyyy.",
  })),
  "birth-date-swapped": warning(() => ({
    id: "Tanggal dan bulan lahir tertukar dibandingkan dengan NIK, seperti kalau Excel membaca dd/mm sebagai mm/dd. Itu tidak menolak baris; perbaiki tanggalnya, dan periksa juga MULAI dan AKHIR.",
    en: "Day and month of birth are the wrong way round compared with the NIK, as when Excel takes dd/mm for mm/dd. That rejects no row; correct the date, and look at MULAI and AKHIR as well.",
  })),
  "birth-date-unreadable": warning(() => ({
    id: "Tanggal lahir tidak terbaca, jadi tidak dicocokkan dengan NIK. Tulis dd-mm-yyyy dengan tahun empat angka, misalnya 31-12-1992.",
    en: "The birth date cannot be read, so it was not compared with the NIK. Write dd-mm-yyyy with a year of four digits, e.g. 31-12-1992.",
  })),
  "sex-differs": warning(() => ({
    id: "Jenis kelamin tidak sama dengan yang ada di NIK. Itu tidak menolak baris; periksa mana yang benar di KTP.",
    en: "The sex is not the one in the NIK. That rejects no row; see on the identity card which is right.",
  })),
};
