// What can be wrong with a NIK.
import { error, warning } from "./entry.ts";

const REPAIR_ID =
  "Format kolomnya sebagai Teks (Text) di Excel lebih dahulu, lalu ketik ulang NIK dari KTP; angka yang hilang tidak dapat dikembalikan dengan mengubah format saja.";
const REPAIR_EN =
  "Format the column as Text in Excel first, then type the NIK again from the identity card; lost digits do not come back by changing the format.";

export const NIK_PROBLEMS = {
  "nik-missing": error(() => ({
    id: "NIK kosong. Isi 16 angka NIK dari KTP, atau hapus baris ini kalau bukan pekerja.",
    en: "The NIK is empty. Fill in the 16 digits from the identity card, or delete this row if it is no worker.",
  })),
  "nik-is-number": error(() => ({
    id: `NIK tersimpan sebagai angka, dan Excel hanya menyimpan 15 angka pertama: angka ke-16 tidak dapat dipercaya. ${REPAIR_ID}`,
    en: `The NIK is stored as a number, of which Excel keeps only the first 15 digits: the 16th cannot be trusted. ${REPAIR_EN}`,
  })),
  "nik-scientific": error(() => ({
    id: `NIK berubah menjadi bentuk ilmiah (seperti 1,40E+15) oleh Excel: angkanya sudah hilang. ${REPAIR_ID}`,
    en: `Excel has turned the NIK into scientific notation (like 1.40E+15): its digits are lost. ${REPAIR_EN}`,
  })),
  "nik-digits-lost": error(() => ({
    id: `NIK berakhiran 0000, yang tidak pernah diberikan: angka terakhirnya kemungkinan dihilangkan oleh Excel. ${REPAIR_ID}`,
    en: `The NIK ends in 0000, which is never issued: Excel has most likely lost its last digits. ${REPAIR_EN}`,
  })),
  "nik-length": error((digits: number) => ({
    id: `NIK berisi ${digits} angka; seharusnya 16. Cocokkan dengan KTP lalu perbaiki.`,
    en: `The NIK has ${digits} digits; it must have 16. Compare it with the identity card and correct it.`,
  })),
  "nik-not-digits": error(() => ({
    id: "NIK memuat selain angka (huruf, spasi, tanda baca, atau tanda tak terlihat yang ikut tersalin). Ketik ulang 16 angka saja, seperti pada KTP.",
    en: "The NIK holds something other than digits (letters, blanks, signs, or unseen marks that were copied along). Type the 16 digits anew, as on the identity card.",
  })),
  "nik-is-formula": error(() => ({
    id: "NIK diisi dengan rumus yang gagal atau yang hasilnya tidak tersimpan (misalnya #N/A). Di Excel, salin kolom NIK lalu Tempel sebagai Nilai (Paste Values), perbaiki yang gagal, simpan, lalu unggah lagi.",
    en: "The NIK is a formula that failed or whose result was not saved (such as #N/A). In Excel, copy the NIK column and paste it as values, correct what failed, save, and upload again.",
  })),
  "nik-region-unknown": error(() => ({
    id: "Empat angka pertama NIK bukan kode kabupaten/kota mana pun, sekarang maupun dahulu. Cocokkan dengan KTP lalu perbaiki.",
    en: "The first four digits of the NIK are no regency's code, present or former. Compare it with the identity card and correct it.",
  })),
  "nik-region-unlisted": warning(() => ({
    id: "Empat angka pertama NIK tidak ada dalam daftar kabupaten/kota, sekarang maupun dahulu. Itu tidak menolak baris; cocokkan dengan KTP.",
    en: "The first four digits of the NIK are in no list of regencies, present or former. That rejects no row; compare it with the identity card.",
  })),
  "nik-spaced": warning(() => ({
    id: "NIK ditulis dengan spasi, titik atau tanda hubung; ke-16 angkanya dibaca tanpa itu. Tulis 16 angka saja.",
    en: "The NIK is written with blanks, dots or hyphens; its 16 digits were read without them. Write the 16 digits only.",
  })),
  "nik-is-passport": error(() => ({
    id: "Ini tampaknya nomor paspor, bukan NIK. Cakupan menghitung pekerja menurut NIK; isi NIK dari KTP.",
    en: "This looks like a passport number, not a NIK. Workers are counted by their NIK; fill in the one on the identity card.",
  })),
  "nik-date-impossible": error(() => ({
    id: "Angka ke-7 sampai ke-12 NIK bukan tanggal yang ada (untuk perempuan, tanggal ditambah 40). Cocokkan dengan KTP lalu perbaiki.",
    en: "Digits 7 to 12 of the NIK are no date that exists (for women, 40 is added to the day). Compare it with the identity card and correct it.",
  })),
  "erased-person": error(() => ({
    id: "Data orang ini telah dihapus atas permintaan (UU 27/2022) dan tidak diterima lagi. Hapus baris ini dari daftar Anda; isinya tidak dikembalikan.",
    en: "The data of this person were erased on request (UU 27/2022) and are no longer taken. Delete this row from your list; what it holds is not given back.",
  })),
  "row-swallowed": error(() => ({
    id: 'Tanda kutip (") yang tidak ditutup membuat beberapa baris terbaca sebagai satu sel. Hapus atau tutup tanda kutip di baris ini, lalu unggah lagi.',
    en: 'A quotation mark (") that is not closed has made several rows into one cell. Delete or close the mark in this row, and upload again.',
  })),
  "row-other-separator": error((separatorId: string, separatorEn: string) => ({
    id: `Baris ini memakai pemisah ${separatorId}, lain dari baris judul. Di berkas baris yang ditolak isinya sudah dipisah ke kolomnya: periksa, lalu unggah berkas itu; atau samakan pemisahnya di berkas asal.`,
    en: `This row is separated by ${separatorEn}, unlike the header. In the file of rejected rows its cells stand in their columns: look at them, then upload that file; or use one separator in the original file.`,
  })),
  "row-too-wide": error(() => ({
    id: "Baris ini berisi lebih banyak sel daripada judul kolom, sehingga isinya mungkin bergeser. Periksa pemisah kolom dan tanda kutip di baris ini.",
    en: "This row has more cells than the header has columns, so its content may have shifted. Look at the separators and quotation marks in this row.",
  })),
};
