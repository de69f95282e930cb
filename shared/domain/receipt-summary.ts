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

export function receiptSummary(receipt: Receipt): Bilingual {
  const { rows } = receipt;
  const outcome = OUTCOME[receipt.status];
  const why = receipt.file[0]?.message;
  const about = receipt.roster ?? receipt.fileName;
  return {
    id: `Unggahan ${about} ${outcome.id}: ${formatNumberId(rows.read)} baris dibaca, ${formatNumberId(rows.accepted)} diterima, ${formatNumberId(rows.duplicate)} ganda, ${formatNumberId(rows.rejected)} ditolak.${why ? ` ${why.id}` : ""}`,
    en: `Upload ${about} ${outcome.en}: ${countEn(rows.read, "row")} read, ${formatNumberEn(rows.accepted)} accepted, ${formatNumberEn(rows.duplicate)} duplicate, ${formatNumberEn(rows.rejected)} rejected.${why ? ` ${why.en}` : ""}`,
  };
}
