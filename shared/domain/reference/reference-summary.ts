// One sentence on a file of reference data, for those who get no more than that.
import { formatNumberEn, formatNumberId } from "../format.ts";
import type { Bilingual } from "../text.ts";
import type { ReferenceKind } from "./reference-key.ts";
import type { ReferenceReceipt, ReferenceStatus } from "./reference-receipt.ts";

export const REFERENCE_KIND_NAMES: Readonly<Record<ReferenceKind, Bilingual>> = {
  agreement: { id: "Perjanjian", en: "Agreement" },
  workforce: { id: "Jumlah pekerja", en: "Workforce figures" },
  targets: { id: "Target cakupan", en: "Targets" },
  claims: { id: "Klaim", en: "Claims" },
};

const OUTCOME: Readonly<Record<ReferenceStatus, Bilingual>> = {
  applied: { id: "sudah diterapkan", en: "applied" },
  unchanged: { id: "tidak mengubah apa pun", en: "changed nothing" },
  superseded: {
    id: "tidak dipakai karena ada berkas yang lebih baru",
    en: "not used because a newer file was there first",
  },
  refused: { id: "ditolak seluruhnya", en: "refused as a whole" },
};

export function referenceSummary({
  kind,
  agreement,
  fileName,
  status,
  counts,
  file,
  problems,
}: ReferenceReceipt): Bilingual {
  const name = REFERENCE_KIND_NAMES[kind];
  const about = agreement ?? fileName;
  const why = [...file, ...problems].find(({ severity }) => severity === "error")?.message;
  return {
    id: `${name.id} (${about}) ${OUTCOME[status].id}: baris atau masa dibaca ${formatNumberId(counts.read)}, yang mengubah sesuatu ${formatNumberId(counts.applied)}.${why ? ` ${why.id}` : ""}`,
    en: `${name.en} (${about}) ${OUTCOME[status].en}: rows or periods read ${formatNumberEn(counts.read)}, of which changed something ${formatNumberEn(counts.applied)}.${why ? ` ${why.en}` : ""}`,
  };
}
