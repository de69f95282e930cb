// What a reconciliation found, for a person.
import { countEn, formatNumberId } from "#shared/domain/format.ts";
import type { FindingKind, Mending } from "#shared/domain/reconcile/finding.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import type { Reconciliation } from "#shared/reconcile/reconcile-province.ts";
import { table } from "./table.ts";

const KINDS: Readonly<Record<FindingKind, Bilingual>> = {
  "object-never-processed": { id: "berkas belum pernah diproses", en: "file never processed" },
  "upload-stuck": { id: "unggahan terhenti", en: "upload stuck" },
  "upload-unfinished": { id: "unggahan berlaku tetapi belum diselesaikan", en: "upload applied but not finished" },
  "upload-object-gone": { id: "unggahan terhenti, berkasnya hilang", en: "upload stuck, its file is gone" },
  "hold-overtaken": { id: "ditahan, tetapi daftarnya sudah berubah", en: "held, but its roster has moved on" },
  "slices-missing": { id: "isi daftar hilang", en: "contents of a roster are missing" },
  "coverage-missing": { id: "cakupan belum dihitung", en: "coverage not counted" },
  "coverage-behind": { id: "cakupan tertinggal", en: "coverage behind" },
  "coverage-differs": { id: "cakupan berbeda dari hitungan ulang", en: "coverage differs from a recount" },
};

const MENDINGS: Readonly<Record<Mending, Bilingual>> = {
  mended: { id: "diperbaiki", en: "mended" },
  "would-mend": { id: "akan diperbaiki", en: "would be mended" },
  failed: { id: "gagal diperbaiki", en: "could not be mended" },
  "cannot-mend": { id: "perlu orang", en: "needs a person" },
};

export function reconciliationText({ objects, uploads, regencies, findings }: Reconciliation): string {
  return [
    `${formatNumberId(objects)} berkas, ${formatNumberId(uploads)} unggahan, ${formatNumberId(regencies)} kabupaten/kota dibandingkan.`,
    `${countEn(objects, "file")}, ${countEn(uploads, "upload")}, ${countEn(regencies, "regency", "regencies")} compared.`,
    "",
    findings.length === 0
      ? "Semua cocok. / Everything agrees."
      : table({
          head: ["Temuan / finding", "Di / in", "Tentang / about", "Hasil / outcome"],
          rows: findings.map(({ kind, scope, about, mending, error }) => [
            words(KINDS[kind]),
            scope ?? "-",
            about,
            `${words(MENDINGS[mending])}${error === null ? "" : ` (${error})`}`,
          ]),
        }),
  ].join("\n");
}

function words({ id, en }: Bilingual): string {
  return `${id} / ${en}`;
}
