// What can be wrong with the terms of a protection: programmes, months, wage, employer.
import { error, warning } from "./entry.ts";

const MONTH_ID = "Tulis yyyy-mm, misalnya 2023-01, atau tanggal dd-mm-yyyy.";
const MONTH_EN = "Write yyyy-mm, e.g. 2023-01, or a date dd-mm-yyyy.";

export const TERMS_PROBLEMS = {
  "programme-unknown": error(() => ({
    id: "PROGRAM memuat nama yang tidak dikenal. Tulis JKK, JKM, JHT, JP atau JKP, dipisahkan koma, misalnya JKK,JKM.",
    en: "PROGRAM holds a name that is not known. Write JKK, JKM, JHT, JP or JKP with commas between, e.g. JKK,JKM.",
  })),
  "programme-below-minimum": error((segment: string, least: string) => ({
    id: `PROGRAM kurang dari yang wajib untuk segmen ${segment}: sedikitnya ${least}. Lengkapi, atau kosongkan selnya.`,
    en: `PROGRAM is less than the segment ${segment} must have: at least ${least}. Complete it, or leave the cell empty.`,
  })),
  "programme-not-possible": error((segment: string, most: string) => ({
    id: `PROGRAM memuat program yang tidak ada untuk segmen ${segment}; yang ada: ${most}. Hapus yang lain.`,
    en: `PROGRAM holds a programme that the segment ${segment} cannot have; it can have: ${most}. Remove the others.`,
  })),
  "start-unreadable": error(() => ({
    id: `MULAI tidak terbaca sebagai bulan. ${MONTH_ID}`,
    en: `MULAI cannot be read as a month. ${MONTH_EN}`,
  })),
  "start-impossible": error(() => ({
    id: `MULAI bukan bulan atau tanggal yang ada (tahun 1950 sampai 2100). ${MONTH_ID}`,
    en: `MULAI is no month or date that exists (years 1950 to 2100). ${MONTH_EN}`,
  })),
  "end-unreadable": error(() => ({
    id: `AKHIR tidak terbaca sebagai bulan. ${MONTH_ID} Kosongkan kalau belum ada akhirnya.`,
    en: `AKHIR cannot be read as a month. ${MONTH_EN} Leave it empty if there is no end yet.`,
  })),
  "end-impossible": error(() => ({
    id: `AKHIR bukan bulan atau tanggal yang ada (tahun 1950 sampai 2100). ${MONTH_ID} Kosongkan kalau belum ada akhirnya.`,
    en: `AKHIR is no month or date that exists (years 1950 to 2100). ${MONTH_EN} Leave it empty if there is no end yet.`,
  })),
  "start-month-first": error(() => ({
    id: `MULAI tampaknya ditulis bulan dahulu (mm/dd/yyyy). ${MONTH_ID}`,
    en: `MULAI seems to be written month first (mm/dd/yyyy). ${MONTH_EN}`,
  })),
  "end-month-first": error(() => ({
    id: `AKHIR tampaknya ditulis bulan dahulu (mm/dd/yyyy). ${MONTH_ID}`,
    en: `AKHIR seems to be written month first (mm/dd/yyyy). ${MONTH_EN}`,
  })),
  "end-before-start": error((first: string, last: string) => ({
    id: `Perlindungan berakhir (${last}) sebelum mulai (${first}). Perbaiki MULAI atau AKHIR.`,
    en: `The protection ends (${last}) before it starts (${first}). Correct MULAI or AKHIR.`,
  })),
  "months-unreadable": error(() => ({
    id: "BULAN_IURAN harus berupa banyaknya bulan, 1 sampai 120. Perbaiki, atau kosongkan.",
    en: "BULAN_IURAN must be a number of months, 1 to 120. Correct it, or leave it empty.",
  })),
  "wage-unreadable": error(() => ({
    id: "UPAH tidak terbaca. Tulis angka rupiah per bulan saja, misalnya 3500000 atau 3.500.000.",
    en: "UPAH cannot be read. Write rupiah a month as digits only, e.g. 3500000 or 3.500.000.",
  })),
  "wage-too-large": error(() => ({
    id: "UPAH lebih dari Rp 4.294.967.295 sebulan. Periksa apakah ada angka nol yang berlebih.",
    en: "UPAH is more than Rp 4,294,967,295 a month. See whether there are zeros too many.",
  })),
  "start-far-ahead": warning((month: string) => ({
    id: `MULAI ${month} lebih dari 12 bulan setelah hari unggah; sebelum bulan itu tidak ada yang dilindungi karenanya. Cocokkan tahunnya, lalu perbaiki bila keliru.`,
    en: `MULAI ${month} is more than 12 months after the day of the upload; before that month nobody is protected by it. Compare the year, and correct it if it is wrong.`,
  })),
  "wage-not-read": warning(() => ({
    id: "UPAH tidak terbaca. Iuran segmen ini tidak dihitung dari upah: itu tidak menolak baris, dan yang dihitung iuran terendah. Tulis angka rupiah per bulan, atau kosongkan.",
    en: "UPAH cannot be read. This segment's contribution is not counted from the wage: that rejects no row, and the lowest contribution is counted. Write rupiah a month, or leave it empty.",
  })),
  "wage-very-low": warning(() => ({
    id: "UPAH kurang dari Rp 100.000 sebulan. Mungkin ditulis dalam ribuan; tulis rupiah penuh, misalnya 3500000.",
    en: "UPAH is less than Rp 100,000 a month. Perhaps it is written in thousands; write full rupiah, e.g. 3500000.",
  })),
  "wage-very-high": warning(() => ({
    id: "UPAH lebih dari Rp 100.000.000 sebulan. Mungkin kelebihan angka nol; cocokkan, lalu perbaiki bila keliru.",
    en: "UPAH is more than Rp 100,000,000 a month. Perhaps it has zeros too many; compare, and correct it if it is wrong.",
  })),
  "wage-missing": warning(() => ({
    id: "UPAH kosong atau nol, padahal iuran segmen ini dihitung dari upah: tanpa upah, iurannya dihitung nol. Isi upah per bulan.",
    en: "UPAH is empty or zero, but this segment's contribution is counted from the wage: without one it counts as zero. Fill in the monthly wage.",
  })),
  "employer-unreadable": error(() => ({
    id: "NPP tidak terbaca: paling panjang 32 huruf atau angka, tanpa baris baru, bukan rumus. Perbaiki, atau kosongkan.",
    en: "The NPP cannot be read: at most 32 characters on one line, and no formula. Correct it, or leave it empty.",
  })),
  "employer-has-nik": error(() => ({
    id: "NPP memuat 16 angka berurutan, yang mungkin sebuah NIK. Isi nomor pendaftaran perusahaan, atau kosongkan.",
    en: "The NPP holds 16 digits in a row, which may be a NIK. Fill in the employer's registration number, or leave it empty.",
  })),
};
