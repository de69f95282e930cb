// What became of an upload, in words, and what its uploader does next.
import { countEn, formatNumberId } from "../format.ts";
import { type Html, html } from "../html.ts";
import type { Receipt } from "../receipt.ts";
import type { Bilingual } from "../text.ts";
import { both, bothMarkup } from "./page.ts";

type Tone = "good" | "look" | "bad" | "plain";

export interface Outcome {
  readonly tone: Tone;
  readonly headline: Bilingual;
  /** One paragraph each. */
  readonly next: readonly Html[];
}

/** @param checkedOnly whether the file was checked and not sent anywhere */
export function outcomeOf(receipt: Receipt, checkedOnly: boolean): Outcome {
  const rejected = receipt.rows.rejected > 0;
  if (checkedOnly) return checkedOutcome(receipt, rejected);
  switch (receipt.status) {
    case "refused":
      return { tone: "bad", headline: REFUSED, next: [both(MEND_FILE)] };
    case "planned":
      return { tone: "plain", headline: UNDER_WAY, next: [both(LOOK_AGAIN)] };
    case "superseded":
      return isOvertaken(receipt)
        ? { tone: "look", headline: OVERTAKEN, next: [both(WHOLE_AGAIN)] }
        : { tone: "look", headline: SUPERSEDED, next: [both(AGAIN_IF_RIGHT)] };
    case "held":
      return {
        tone: "look",
        headline: isOfNobody(receipt) ? HELD_OF_NOBODY : HELD,
        next: [...heldNext(receipt), ...(rejected ? [both(isOfNobody(receipt) ? MEND_ROWS : MEND_AFTERWARDS)] : [])],
      };
    case "applied":
      return {
        tone: rejected ? "look" : "good",
        headline: appliedHeadline(receipt),
        next: [...decided(receipt), rejected ? both(MEND_ROWS) : both(NOTHING_TO_DO)],
      };
  }
}

function checkedOutcome(receipt: Receipt, rejected: boolean): Outcome {
  if (receipt.status === "refused") return { tone: "bad", headline: WOULD_BE_REFUSED, next: [both(MEND_FILE)] };
  return {
    tone: rejected ? "look" : "good",
    headline: rejected ? CHECKED_PARTLY : CHECKED,
    next: [both(NOTHING_SENT), ...(rejected ? [both(MEND_OWN_FILE)] : [])],
  };
}

/** Applied without its removals, which can no longer be decided on. */
function isOvertaken({ version, decision }: Receipt): boolean {
  return version !== null || decision !== null;
}

function isOfNobody({ changes }: Receipt): boolean {
  return (changes?.withheld ?? 0) === 0;
}

function appliedHeadline({ rows }: Receipt): Bilingual {
  if (rows.rejected === 0) return APPLIED;
  return rows.accepted === 0 ? ALL_REJECTED : APPLIED_PARTLY;
}

function heldNext(receipt: Receipt): readonly Html[] {
  const { uploadId, changes } = receipt;
  if (isOfNobody(receipt)) return [both(FILL_IN)];
  const withheld = changes?.withheld ?? 0;
  const command = (decision: string): Html => html`<code>npx cakupan ${decision} ${uploadId}</code>`;
  return [
    both({
      id: `${formatNumberId(withheld)} pekerja yang tidak lagi ada di berkas, atau bulannya di berkas sudah lewat, belum diakhiri; itu menunggu keputusan petugas.`,
      en: `${countEn(withheld, "worker who is no longer in the file, or only with months that are over, has", "workers who are no longer in the file, or only with months that are over, have")} not been ended; that waits for a decision.`,
    }),
    bothMarkup({
      id: html`Kalau berkasnya kurang lengkap atau bulannya keliru: perbaiki dan unggah lagi seluruhnya; berkas baru menggantikan yang ditahan. Atau batalkan pengakhirannya: ${command("discard")}`,
      en: html`If the file was not complete or its months are wrong: correct it and upload all of it again; the new file takes the place of the one that waits. Or drop the removals: ${command("discard")}`,
    }),
    bothMarkup({
      id: html`Kalau mereka memang berhenti: ${command("release")}`,
      en: html`If they have indeed left: ${command("release")}`,
    }),
    both(DECIDE_FIRST),
  ];
}

function decided({ decision }: Receipt): readonly Html[] {
  if (decision === null) return [];
  return [both(decision === "release" ? RELEASED : DISCARDED)];
}

const REFUSED = { id: "Berkas ditolak; daftar tidak berubah.", en: "The file was refused; the roster is as it was." };
const WOULD_BE_REFUSED = { id: "Berkas ini akan ditolak.", en: "This file would be refused." };
const UNDER_WAY = { id: "Sedang diproses.", en: "Being processed." };
const SUPERSEDED = {
  id: "Tidak dipakai: sudah ada berkas lengkap yang lebih baru.",
  en: "Not used: a newer full file was there first.",
};
const OVERTAKEN = {
  id: "Penambahan dan perubahan sudah dipakai; pengakhirannya tidak dijalankan dan tidak dapat diputuskan lagi.",
  en: "Additions and changes were applied; the removals were not carried out and can no longer be decided on.",
};
const WHOLE_AGAIN = {
  id: "Kalau masih ada yang harus diakhiri: unggah daftar lengkap yang terbaru.",
  en: "If there still are workers to be ended: upload the newest whole list.",
};
const HELD_OF_NOBODY = {
  id: "Ditahan: tidak satu pun baris dapat dipakai; daftar tidak berubah.",
  en: "Held: not one row could be used; the roster is as it was.",
};
const FILL_IN = {
  id: "Tidak ada perlindungan yang diakhiri. Isi atau perbaiki datanya, lalu unggah lagi.",
  en: "Nobody's protection has been ended. Fill in or correct the data, then upload again.",
};
const DECIDE_FIRST = {
  id: "Putuskan dahulu, sebelum mengirim berkas lain untuk daftar ini: begitu daftarnya berubah, pengakhiran ini tidak dapat diputuskan lagi.",
  en: "Decide first, before another file is sent for this roster: once the roster changes, these removals can no longer be decided on.",
};
const ALL_REJECTED = {
  id: "Semua baris ditolak; daftar tidak berubah.",
  en: "Every row was rejected; the roster is as it was.",
};
const HELD = {
  id: "Penambahan dan perubahan sudah dipakai; pengakhiran ditahan.",
  en: "Additions and changes have been applied; removals wait.",
};
const APPLIED = { id: "Semua baris sudah dipakai.", en: "Every row has been applied." };
const APPLIED_PARTLY = {
  id: "Sudah dipakai, kecuali baris yang ditolak.",
  en: "Applied, except for the rows that were rejected.",
};
const CHECKED = { id: "Semua baris akan diterima.", en: "Every row would be accepted." };
const CHECKED_PARTLY = { id: "Sebagian baris akan ditolak.", en: "Some rows would be rejected." };
const NOTHING_SENT = {
  id: "Berkas hanya diperiksa di komputer ini; tidak ada yang dikirim.",
  en: "The file was only checked on this computer; nothing was sent.",
};
const MEND_FILE = {
  id: "Perbaiki yang disebut di bawah ini, lalu unggah lagi.",
  en: "Mend what is named below, then upload it again.",
};
const MEND_ROWS = {
  id: "Perbaiki hanya baris yang ditolak, di berkas baris yang ditolak, lalu unggah berkas itu dengan namanya sendiri. Baris yang sudah diterima tidak perlu dikirim lagi.",
  en: "Correct only the rejected rows, in the file of rejected rows, and upload that file under its own name. Rows that were accepted need not be sent again.",
};
const MEND_AFTERWARDS = {
  id: `Sesudah diputuskan: ${MEND_ROWS.id.charAt(0).toLowerCase()}${MEND_ROWS.id.slice(1)}`,
  en: `Once that is decided: ${MEND_ROWS.en.charAt(0).toLowerCase()}${MEND_ROWS.en.slice(1)}`,
};
const MEND_OWN_FILE = {
  id: "Perbaiki baris itu di berkas Anda lalu periksa lagi. Atau unggah berkas ini dahulu, dan sesudah itu berkas baris yang ditolak yang sudah diperbaiki, dengan namanya sendiri.",
  en: "Correct those rows in your file and check it again. Or upload this file first, and after it the file of rejected rows, corrected, under its own name.",
};
const NOTHING_TO_DO = { id: "Tidak ada yang perlu dilakukan.", en: "There is nothing to do." };
const LOOK_AGAIN = {
  id: "Buka tanda terima ini lagi beberapa menit kemudian.",
  en: "Open this receipt again in a few minutes.",
};
const AGAIN_IF_RIGHT = {
  id: "Tidak ada yang perlu dilakukan. Kalau justru berkas ini yang benar, unggah sekali lagi.",
  en: "There is nothing to do. Should this file be the right one after all, upload it once more.",
};
const RELEASED = {
  id: "Pengakhiran yang ditahan sudah diperiksa dan dijalankan.",
  en: "The removals that waited were looked at and carried out.",
};
const DISCARDED = {
  id: "Pengakhiran yang ditahan sudah diperiksa dan dibatalkan.",
  en: "The removals that waited were looked at and dropped.",
};
