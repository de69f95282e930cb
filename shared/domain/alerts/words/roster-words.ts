// What is said of rosters: that none came, that one waits, that one could not be used.
import { countEn, dayNameEn, dayNameId, formatNumberEn, formatNumberId } from "../../format.ts";
import type { FactsOf, Words } from "./words.ts";

export function overdueWords({ roster, reportedOn, countedFrom, days, name }: FactsOf<"roster.overdue">): Words {
  const sinceId = reportedOn === null ? "Belum pernah ada daftar" : `Daftar terakhir diterima ${dayNameId(reportedOn)}`;
  const sinceEn =
    reportedOn === null ? "No list has ever come in" : `The last list came in on ${dayNameEn(reportedOn)}`;
  const fromId =
    countedFrom === null ? "" : `, dihitung sejak ${dayNameId(countedFrom)}, saat masa perjanjiannya mulai`;
  const fromEn = countedFrom === null ? "" : `, counted from ${dayNameEn(countedFrom)}, when its agreement began`;
  return {
    subject: `terlambat ${days} hari: ${roster}`,
    id: [
      `Daftar bulanan ${roster} (${name}) sudah ${formatNumberId(days)} hari tidak dilaporkan${fromId}. ${sinceId}.`,
      "Angka cakupan dari daftar ini tidak lagi mutakhir. Yang perlu dilakukan: minta sumbernya mengunggah daftar terbaru.",
    ],
    en: [
      `The monthly list ${roster} (${name}) has not been reported for ${formatNumberEn(days)} days${fromEn}. ${sinceEn}.`,
      "Its figures are no longer fresh. To do: ask its source to upload the newest list.",
    ],
  };
}

export function heldWords({ roster, uploadId, fileName, withheld, name }: FactsOf<"roster.held">): Words {
  return {
    subject:
      withheld > 0
        ? `pengakhiran ${formatNumberId(withheld)} pekerja menunggu keputusan`
        : "sebuah daftar menunggu keputusan",
    id:
      withheld > 0
        ? [
            `Berkas ${fileName} untuk ${roster} (${name}) menunggu keputusan: pengakhiran ${formatNumberId(withheld)} pekerja ditahan.`,
            `Jalankan: npx cakupan release ${uploadId} (benar, akhiri) atau npx cakupan discard ${uploadId} (salah, biarkan terlindungi).`,
          ]
        : [
            `Berkas ${fileName} untuk ${roster} (${name}) ditahan: tidak satu pun barisnya dapat dipakai. Tidak ada perlindungan yang diakhiri.`,
            `Minta sumbernya mengunggah daftar yang terisi; atau jalankan: npx cakupan discard ${uploadId}.`,
          ],
    en:
      withheld > 0
        ? [
            `The file ${fileName} for ${roster} (${name}) waits for a decision: the removal of ${countEn(withheld, "worker")} is held.`,
            `Run: npx cakupan release ${uploadId} (right, end them) or npx cakupan discard ${uploadId} (wrong, keep them protected).`,
          ]
        : [
            `The file ${fileName} for ${roster} (${name}) is held: not one row of it could be used. Nobody's protection has been ended.`,
            `Ask its source to upload the list filled in; or run: npx cakupan discard ${uploadId}.`,
          ],
  };
}

export function refusedWords({ roster, fileName, reason, name }: FactsOf<"roster.refused">): Words {
  const forId = roster === null ? "" : ` untuk ${roster}`;
  const forEn = roster === null ? "" : ` for ${roster}`;
  return {
    subject: `berkas ditolak${roster === null ? "" : `: ${roster}`}`,
    id: [`Berkas ${fileName}${forId} (${name}) tidak dapat dipakai; tidak ada yang berubah.`, reason.id],
    en: [`The file ${fileName}${forEn} (${name}) could not be used; nothing has changed.`, reason.en],
  };
}

export function settledWords({ roster, clears, uploadId, name }: FactsOf<"roster.recovered">): Words {
  return clears === "roster.overdue"
    ? {
        subject: `sudah diterima: ${roster}`,
        id: [`Daftar ${roster} (${name}) sudah dilaporkan lagi.`],
        en: [`The list ${roster} (${name}) has been reported again.`],
      }
    : {
        subject: `tidak menunggu lagi: ${roster}`,
        id: [
          `Unggahan ${uploadId} untuk ${roster} (${name}) tidak lagi menunggu keputusan: sudah diputuskan, atau digantikan berkas yang lebih baru.`,
        ],
        en: [
          `Upload ${uploadId} for ${roster} (${name}) no longer waits for a decision: somebody has decided, or a newer file has taken its place.`,
        ],
      };
}
