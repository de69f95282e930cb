// One sentence on an upload, for those who get no more than that.
import { countEn, formatNumberEn, formatNumberId } from "./format.ts";
import type { Receipt } from "./receipt.ts";
import type { Bilingual } from "./text.ts";

const OUTCOME: Readonly<Record<Receipt["status"], Bilingual>> = {
  planned: { id: "sedang diproses", en: "is being processed" },
  applied: { id: "sudah diterapkan", en: "has been applied" },
  held: { id: "diterapkan, tetapi penghapusan ditahan", en: "has been applied, but removals wait" },
  superseded: {
    id: "tidak dipakai karena ada berkas yang lebih baru",
    en: "was not used because a newer file was there first",
  },
  refused: { id: "ditolak", en: "was refused" },
};

/** Where the status alone would say too much, or too little. */
const BUT = {
  overtaken: {
    id: "diterapkan, tetapi penghapusannya tidak dijalankan",
    en: "has been applied, but its removals were not carried out",
  },
  ofNobody: {
    id: "ditahan karena tidak satu pun barisnya dapat dipakai; daftar tidak berubah",
    en: "is held, as not one row of it could be used; the roster is as it was",
  },
  allRejected: {
    id: "tidak mengubah daftar karena semua barisnya ditolak",
    en: "has changed nothing, as all of its rows were rejected",
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

function outcomeWords({ status, version, decision, rows, changes }: Receipt): Bilingual {
  if (status === "superseded" && (version !== null || decision !== null)) return BUT.overtaken;
  if (status === "held" && changes?.withheld === 0) return BUT.ofNobody;
  if (status === "applied" && rows.accepted === 0 && rows.rejected > 0) return BUT.allRejected;
  return OUTCOME[status];
}

export function receiptSummary(receipt: Receipt): Bilingual {
  const { rows } = receipt;
  const outcome = outcomeWords(receipt);
  const why = receipt.file[0]?.message;
  const about = receipt.roster ?? receipt.fileName;
  return {
    id: `Unggahan ${about} ${outcome.id}: ${formatNumberId(rows.read)} baris dibaca, ${formatNumberId(rows.accepted)} diterima, ${formatNumberId(rows.duplicate)} ganda, ${formatNumberId(rows.rejected)} ditolak.${why ? ` ${why.id}` : ""}`,
    en: `Upload ${about} ${outcome.en}: ${countEn(rows.read, "row")} read, ${formatNumberEn(rows.accepted)} accepted, ${formatNumberEn(rows.duplicate)} duplicate, ${formatNumberEn(rows.rejected)} rejected.${why ? ` ${why.en}` : ""}`,
  };
}
