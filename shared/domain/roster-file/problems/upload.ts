// What is to be known of an upload besides its file: how it meets what was there before.
import { countEn, formatNumberEn, formatNumberId, formatRupiahEn, formatRupiahId } from "../../format.ts";
import { error, warning } from "./entry.ts";

export const UPLOAD_PROBLEMS = {
  "object-gone": error(() => ({
    id: "Berkas ini sudah diganti atau dihapus sebelum diterapkan; isinya tidak diterapkan. Unggah sekali lagi bila isinya masih berlaku.",
    en: "This file was replaced or deleted before it could be applied; nothing of it was applied. Upload it once more if it still holds.",
  })),
  "removals-held": warning((workers: number, upload: string) => ({
    id: `${formatNumberId(workers)} pekerja tidak ada lagi di berkas ini, barisnya tidak dapat dibaca, atau bulannya di berkas ini sudah lewat. Perlindungan mereka belum diakhiri. Bila mereka memang keluar, mintalah pengelola menjalankan "npx cakupan release ${upload}"; bila tidak, "npx cakupan discard ${upload}", lalu unggah daftar yang lengkap dengan bulan yang benar. Putuskan sebelum mengirim baris yang sudah diperbaiki (….add.*): sesudah itu tidak dapat diputuskan lagi.`,
    en: `${countEn(workers, "worker is", "workers are")} no longer in this file, not readable in it, or named in it only with months that are over. Their protection has not been ended. If they did leave, ask the operator to run "npx cakupan release ${upload}"; if not, "npx cakupan discard ${upload}", then upload the whole roster with the right months. Decide before corrected rows (….add.*) are sent: after that it can no longer be decided.`,
  })),
  "rejected-rows-csv-only": warning((rejected: number, most: number) => ({
    id: `${formatNumberId(rejected)} baris ditolak; karena lebih dari ${formatNumberId(most)}, baris itu hanya tersedia sebagai CSV. Periksa dahulu apakah kolomnya keliru.`,
    en: `${countEn(rejected, "row was", "rows were")} rejected; being more than ${formatNumberEn(most)}, they are given back as CSV only. See first whether a column is wrong.`,
  })),
  "months-closed": warning((open: string, workers: number) => ({
    id: `Bulan sebelum ${open} sudah ditutup: untuk ${formatNumberId(workers)} pekerja, bulan-bulan itu tercatat di daftar tetapi tidak mengubah angka cakupan yang sudah ada.`,
    en: `Months before ${open} are closed: for ${countEn(workers, "worker")} they stand in the roster but change no figure of coverage that is there already.`,
  })),
  "hold-overtaken": warning(() => ({
    id: "Daftar ini sudah berubah sejak penghapusan ditahan: penghapusan itu tidak dijalankan dan tidak dapat diputuskan lagi. Bila mereka memang keluar, unggah daftar lengkap yang terbaru.",
    en: "This roster has changed since these removals were held: they were not carried out and can no longer be decided on. If those workers did leave, upload the newest whole roster.",
  })),
  "released-file-gone": warning(() => ({
    id: "Berkas unggahan ini sudah tidak ada lagi (dihapus, diganti, atau habis masa simpannya), sehingga pengakhiran yang ditahan tidak dapat dijalankan: tidak seorang pun diakhiri, dan yang sudah ditambahkan tetap berlaku. Bila mereka memang keluar, unggah daftar lengkap yang terbaru.",
    en: "The file of this upload is no longer there (it was deleted, replaced, or kept long enough), so the removals that waited cannot be carried out: nobody was ended, and what was added stays. If those workers did leave, upload the newest whole roster.",
  })),
  "hold-lapses": warning((workers: number, upload: string) => ({
    id: `Pengakhiran ${formatNumberId(workers)} pekerja dari unggahan ${upload} masih menunggu keputusan. Karena berkas ini mengubah daftar, pengakhiran itu tidak dapat diputuskan lagi; mereka tetap terlindungi. Bila mereka memang keluar, unggah daftar lengkap yang terbaru.`,
    en: `The removal of ${countEn(workers, "worker")} of upload ${upload} was waiting for a decision. As this file changes the roster, it can no longer be decided on; they stay protected. If they did leave, upload the newest whole roster.`,
  })),
  "put-before-newer": warning((files: number) => ({
    id: `${formatNumberId(files)} berkas yang lebih baru dari daftar ini sudah diterapkan lebih dahulu. Urutan unggahan yang berlaku: apa yang dinyatakan berkas yang lebih baru tetap berlaku.`,
    en: `${countEn(files, "newer file")} of this roster had been applied before this one. The order of upload is what counts: what was sent later stands.`,
  })),
  "too-late": error(() => ({
    id: "Berkas ini baru diolah sesudah berkas lain yang lebih baru dari daftar ini diterapkan, dan tidak dapat lagi ditempatkan sebelum berkas itu. Isinya tidak diterapkan. Unggah sekali lagi bila isinya masih berlaku.",
    en: "This file was handled only after newer files of this roster had been applied, and can no longer be put before them. Nothing of it was applied. Upload it once more if it still holds.",
  })),
  "newer-file-gone": error(() => ({
    id: "Berkas ini baru diolah sesudah berkas lain yang lebih baru dari daftar ini diterapkan, dan salah satu berkas itu tidak dapat dibaca lagi untuk diterapkan kembali. Isi berkas ini tidak diterapkan. Unggah sekali lagi bila isinya masih berlaku.",
    en: "This file was handled only after newer files of this roster had been applied, and one of those can no longer be read to be applied again. Nothing of this file was applied. Upload it once more if it still holds.",
  })),
  "not-in-roster": warning(() => ({
    id: "Pekerja ini tidak ada di daftar ini, atau tidak ada lagi yang dapat diakhiri padanya. Cocokkan NIK-nya dengan KTP, dan periksa apakah berkas ini untuk daftar yang benar.",
    en: "This worker is not in this roster, or has nothing left that could end. Compare the NIK with the identity card, and see whether this file is for the right roster.",
  })),
  "end-changes-nothing": warning(() => ({
    id: "Pekerja ini ada di daftar ini, tetapi baris ini tidak mengakhiri apa pun: AKHIR di berkas .end adalah bulan terakhirnya, dan perlindungannya memang berakhir tidak sesudah itu, atau NPP-nya lain. Kosongkan AKHIR untuk mengakhirinya mulai bulan ini, atau tulis bulan terakhir yang lebih awal.",
    en: "This worker is in this roster, but the row ends nothing: AKHIR in an .end file is the last month that stays, and the protection does end no later than that, or the NPP is another. Leave AKHIR empty to end it from this month on, or write an earlier last month.",
  })),
  "already-protected": warning(
    (roster: string, segment: { id: string; en: string }, months: string, rupiah: number) => ({
      id: `Pekerja ini sudah dilindungi dalam daftar ${roster} (${segment.id}) pada ${months}; ${rupiah > 0 ? `iuran ${formatRupiahId(rupiah)} sebulan` : "iurannya"} dibayar dua kali. Pastikan siapa yang membayar.`,
      en: `This worker is already protected in roster ${roster} (${segment.en}) in ${months}; ${rupiah > 0 ? `${formatRupiahEn(rupiah)} a month is` : "the contribution is"} paid twice. Settle who pays.`,
    }),
  ),
};
