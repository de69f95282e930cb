// What can be wrong with an agreement's file.
import { formatNumberEn, formatNumberId } from "../../format.ts";
import { error, warning } from "../../roster-file/problems/entry.ts";

export const AGREEMENT_PROBLEMS = {
  "agreement-not-json": error(() => ({
    id: 'Berkas ini bukan JSON yang utuh. Periksa kurung dan komanya, atau isi lembar XLSX dari "npx cakupan template --agreement".',
    en: 'This file is not whole JSON. Look at its brackets and commas, or fill in the XLSX of "npx cakupan template --agreement".',
  })),
  "agreement-not-a-file": error(() => ({
    id: 'Perjanjian dikirim sebagai JSON atau XLSX. Isi lembar dari "npx cakupan template --agreement".',
    en: 'An agreement is sent as JSON or XLSX. Fill in the sheet of "npx cakupan template --agreement".',
  })),
  "agreement-field": error((field: string) => ({
    id: `Isian ${field} tidak seperti yang diharapkan. Contoh yang benar ada di docs/events.md, bagian "agreement file".`,
    en: `The field ${field} is not what is expected. A right example stands in docs/events.md, section "agreement file".`,
  })),
  "agreement-field-unknown": error((where: string) => ({
    id: `Ada isian yang tidak dikenal di ${where}. Perbaiki namanya atau hapus.`,
    en: `There is a field that is not known in ${where}. Correct its name or delete it.`,
  })),
  "agreement-no-sheet": error((name: string) => ({
    id: `Tidak ada lembar (sheet) "${name}". Pakai buku kerja dari "npx cakupan template --agreement".`,
    en: `There is no sheet "${name}". Use the workbook of "npx cakupan template --agreement".`,
  })),
  "agreement-value-missing": error((field: string) => ({
    id: `${field} kosong atau tidak ada. Isi lalu unggah lagi.`,
    en: `${field} is empty or missing. Fill it in and upload again.`,
  })),
  "agreement-choice": error((field: string, known: string) => ({
    id: `Isi ${field} tidak dikenal. Pilih dari: ${known}.`,
    en: `What ${field} holds is not known. Choose from: ${known}.`,
  })),
  "agreement-programmes": error((segment: string, minimum: string, possible: string) => ({
    id: `Program tidak sesuai dengan segmen ${segment}: paling sedikit ${minimum}, dan tidak lebih dari ${possible}.`,
    en: `The programmes do not fit the segment ${segment}: at least ${minimum}, and no more than ${possible}.`,
  })),
  "agreement-rosters": error((regency: string) => ({
    id: `Daftar pekerja ditulis sebagai ${regency}/{segmen}/{nama daftar}, semuanya dari kabupaten/kota perjanjian ini.`,
    en: `A roster is written as ${regency}/{segment}/{roster name}, and all are of this agreement's regency.`,
  })),
  "agreement-email": error((field: string) => ({
    id: `${field} bukan alamat surel. Perbaiki atau kosongkan.`,
    en: `${field} is not an e-mail address. Correct it or leave it empty.`,
  })),
  "agreement-legal-basis": error(() => ({
    id: 'Dasar hukum ditulis sebagai "Perbup Bengkalis 65/2023", beberapa dipisahkan dengan titik koma; keraguan dalam kurung di belakangnya.',
    en: 'A legal basis is written as "Perbup Bengkalis 65/2023", several are parted by semicolons; a doubt stands in brackets behind it.',
  })),
  "agreement-no-period": error(() => ({
    id: "Perjanjian ini tidak menyebut masa perlindungan satu pun. Isi setidaknya satu masa.",
    en: "This agreement names no period of protection. Fill in at least one.",
  })),
  "period-ends-before-start": error((period: string) => ({
    id: `Masa ${period}: bulan terakhir lebih awal daripada bulan pertama. Perbaiki salah satunya.`,
    en: `The period ${period}: its last month is before the first. Correct one of them.`,
  })),
  "period-overlaps": error((period: string, other: string) => ({
    id: `Masa ${period} bertumpang tindih dengan masa ${other}. Perbaiki, atau kirim masa ${other} sekali lagi dengan bulan terakhir yang lebih awal.`,
    en: `The period ${period} overlaps with ${other}. Correct it, or send the period ${other} once more with an earlier last month.`,
  })),
  "budget-without-end": error((first: string) => ({
    id: `Masa dari ${first} tidak punya bulan terakhir, jadi anggarannya tidak dapat dibandingkan. Isi bulan terakhir, atau kosongkan anggaran.`,
    en: `The period from ${first} has no last month, so its budget cannot be compared with anything. Fill in the last month, or leave the budget empty.`,
  })),
  "budget-implausible": warning((period: string, perHead: number) => ({
    id: `Anggaran masa ${period} berarti Rp ${formatNumberId(perHead)} per orang dan bulan; itu tidak cukup untuk seluruh masa. Mungkin yang dilaporkan hanya satu bulan atau sebagian.`,
    en: `The budget of ${period} comes to Rp ${formatNumberEn(perHead)} a head and month; that does not pay for the whole period. Perhaps only a month or a part was reported.`,
  })),
};
