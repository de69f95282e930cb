// A receipt for a person: what became of the file, the counts, and each problem with its way out.

import { formatNumberId } from "#shared/domain/format.ts";
import { notToDecide } from "#shared/domain/overtaken-hold.ts";
import type { HoldDecision, Receipt } from "#shared/domain/receipt.ts";
import { receiptSummary } from "#shared/domain/receipt-summary.ts";
import type { Bilingual } from "#shared/domain/text.ts";
import { messageText, problemsText } from "./problems-text.ts";
import { columns, wrapped } from "./table.ts";

const WIDTH = 96;
const DECIDED: Readonly<Record<HoldDecision, string>> = {
  release: "pengakhiran dilepas / removals released",
  discard: "pengakhiran dibuang / removals discarded",
};

export function receiptText(receipt: Receipt): string {
  const { id, en } = receiptSummary({ ...receipt, file: [] });
  const upload = ["Unggahan / upload", receipt.uploadId];
  const received = ["Diterima / received", `${receipt.receivedAt} (${receipt.asOf})`];
  const decided = receipt.decision === null ? [] : [["Keputusan / decision", DECIDED[receipt.decision]]];
  return sheet([...wrapped(id, WIDTH), ...wrapped(en, WIDTH)], [upload, received, ...decided], withoutDecided(receipt));
}

/** Once it is decided, or can no longer be, nobody is to be told to decide. */
function withoutDecided(receipt: Receipt): Receipt {
  return receipt.decision === null && receipt.status !== "superseded"
    ? receipt
    : { ...receipt, file: notToDecide(receipt.file) };
}

/** The same of a file that was checked and not sent anywhere. @param whose day it was checked as of; null where that was said */
export function checkedText(receipt: Receipt, whose: Bilingual | null = null): string {
  const said =
    receipt.status === "refused"
      ? ["Berkas ini akan ditolak.", "This file would be refused."]
      : [
          "Hanya diperiksa, seakan-akan diunggah; tidak ada yang dikirim.",
          "Checked only, as if it were uploaded; nothing was sent.",
        ];
  const day = whose === null ? receipt.asOf : `${receipt.asOf} (${whose.id} / ${whose.en})`;
  return sheet(said, [["Per tanggal / as of", day]], receipt);
}

type Rows = readonly (readonly string[])[];

function sheet(said: readonly string[], about: Rows, receipt: Receipt): string {
  const problems = problemsText(receipt);
  return [
    said.join("\n"),
    columns([
      ["Berkas / file", receipt.fileName],
      ["Daftar / roster", receipt.roster ?? "-"],
      ...about,
      ...counts(receipt),
    ]),
    ...receipt.file.map(messageText),
    ...(problems === "" ? [] : [problems]),
  ].join("\n\n");
}

function counts({ version, rows, changes, employers }: Receipt): Rows {
  return [
    ["Baris dibaca / rows read", formatNumberId(rows.read)],
    ["  diterima / accepted", formatNumberId(rows.accepted)],
    ["  ganda / duplicate", formatNumberId(rows.duplicate)],
    ["  ditolak / rejected", formatNumberId(rows.rejected)],
    ...(changes === null ? [] : changeRows(changes)),
    ...(employers === 0 ? [] : [["Pemberi kerja / employers", formatNumberId(employers)]]),
    ...(version === null ? [] : [["Versi / version", String(version)]]),
  ];
}

function changeRows(changes: NonNullable<Receipt["changes"]>): Rows {
  return [
    ["Pekerja baru / enrolled", formatNumberId(changes.enrolled)],
    ["  berubah / changed", formatNumberId(changes.changed)],
    ["  tetap / unchanged", formatNumberId(changes.unchanged)],
    ["  dipertahankan / kept", formatNumberId(changes.kept)],
    ["  berakhir / ended", formatNumberId(changes.ended)],
    ["  ditahan / withheld", formatNumberId(changes.withheld)],
    ...(changes.notFound === 0 ? [] : [["  tidak ditemukan / not found", formatNumberId(changes.notFound)]]),
  ];
}
