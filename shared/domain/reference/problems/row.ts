// What can be wrong with a row of workforce figures, targets or claims.
import { error, warning } from "../../roster-file/problems/entry.ts";

export const REFERENCE_ROW_PROBLEMS = {
  "code-bare": error((code: string, dotted: string) => ({
    id: `Kode ${code} ditulis tanpa titik; angka yang sama berarti kabupaten lain menurut BPS. Tulis kode Kemendagri dengan titik, misalnya ${dotted}.`,
    en: `The code ${code} has no dot; the same digits mean another regency at BPS. Write the Kemendagri code with its dot, e.g. ${dotted}.`,
  })),
  "code-of-other-province": error((code: string, name: string, known: string) => ({
    id: `${code} adalah ${name}, bukan di provinsi ini. Pakai salah satu dari: ${known}.`,
    en: `${code} is ${name}, which is not in this province. Use one of: ${known}.`,
  })),
  "code-unknown": error((known: string) => ({
    id: `Kode kabupaten tidak dikenal. Tulis sebagai teks, salah satu dari: ${known}.`,
    en: `The regency code is not known. Write it as text, one of: ${known}.`,
  })),
  "name-of-other-regency": error((code: string, own: string, other: string) => ({
    id: `${code} adalah ${own}, tetapi nama di baris ini adalah nama ${other}. Periksa kodenya: kode BPS berbeda dengan kode Kemendagri.`,
    en: `${code} is ${own}, but the name in this row is that of ${other}. Look at the code: BPS codes differ from Kemendagri's.`,
  })),
  "number-unreadable": error(() => ({
    id: "Isinya bukan bilangan bulat yang dapat dibaca. Tulis angkanya saja, misalnya 253988.",
    en: "This is not a whole number that can be read. Write its digits only, e.g. 253988.",
  })),
  "number-missing": error(() => ({
    id: "Angkanya kosong. Isi, atau hapus baris ini.",
    en: "The number is empty. Fill it in, or delete this row.",
  })),
  "percent-unreadable": error(() => ({
    id: "Isinya bukan persentase di atas 1 sampai 100. Tulis misalnya 55,05 untuk 55,05 %.",
    en: "This is not a percentage above 1 and up to 100. Write e.g. 55.05 for 55.05 %.",
  })),
  "year-unreadable": error(() => ({
    id: "Isinya bukan tahun. Tulis empat angka, misalnya 2022.",
    en: "This is not a year. Write four digits, e.g. 2022.",
  })),
  "month-unreadable": error(() => ({
    id: "Isinya bukan bulan. Tulis yyyy-mm, misalnya 2022-12.",
    en: "This is not a month. Write yyyy-mm, e.g. 2022-12.",
  })),
  "month-or-year": error(() => ({
    id: "Isi bulan atau tahun, salah satu saja.",
    en: "Fill in the month or the year, one of the two.",
  })),
  "denominator-unknown": error((known: string) => ({
    id: `Penyebut tidak dikenal. Pakai salah satu dari: ${known}.`,
    en: `The denominator is not known. Use one of: ${known}.`,
  })),
  "reference-programme-unknown": error((known: string) => ({
    id: `Program tidak dikenal. Pakai salah satu dari ${known}, atau kosongkan untuk semuanya bersama.`,
    en: `The programme is not known. Use one of ${known}, or leave it empty for all of them together.`,
  })),
  "reference-segment-unknown": error((known: string) => ({
    id: `Segmen tidak dikenal. Pakai salah satu dari ${known}, atau kosongkan untuk semuanya bersama.`,
    en: `The segment is not known. Use one of ${known}, or leave it empty for all of them together.`,
  })),
  "source-missing": error(() => ({
    id: "Sumbernya kosong. Setiap angka perlu sumber: tulis dari mana angka ini.",
    en: "The source is empty. Every figure needs one: write where it is from.",
  })),
  "source-too-long": error((most: number) => ({
    id: `Sumbernya lebih panjang dari ${most} huruf. Persingkat.`,
    en: `The source is longer than ${most} characters. Shorten it.`,
  })),
  "rows-disagree": error((first: number) => ({
    id: `Baris ini tentang hal yang sama dengan baris ${first}, tetapi isinya lain. Sisakan yang benar.`,
    en: `This row is about the same as row ${first}, but says something else. Leave the right one.`,
  })),
  "row-repeated": warning((first: number) => ({
    id: `Baris ini sama dengan baris ${first} dan dihitung satu kali.`,
    en: `This row is the same as row ${first} and counts once.`,
  })),
};
