// The receipt of a file of reference data for a person: what became of it, and each problem with its place.
import { formatNumberId } from "#shared/domain/format.ts";
import type { RowProblem } from "#shared/domain/problem.ts";
import type { ReferenceReceipt } from "#shared/domain/reference/reference-receipt.ts";
import { referenceSummary } from "#shared/domain/reference/reference-summary.ts";
import { regencyName } from "#shared/domain/region.ts";
import { messageText, problemsText } from "./problems-text.ts";
import { columns, wrapped } from "./table.ts";

const WIDTH = 96;

/** @param sent name of the file on this machine; null where only the receipt is known */
export function referenceReceiptText(receipt: ReferenceReceipt, sent: string | null = null): string {
  const { id, en } = referenceSummary({ ...receipt, file: [], problems: [] });
  const about = [
    ["Unggahan / upload", receipt.uploadId],
    ["Diterima / received", `${receipt.receivedAt} (${receipt.asOf})`],
  ];
  return sheet([...wrapped(id, WIDTH), ...wrapped(en, WIDTH)], about, receipt, sent);
}

/** The same of a file that was checked and not sent anywhere. */
export function referenceCheckedText(receipt: ReferenceReceipt, checked: string): string {
  const said =
    receipt.status === "refused"
      ? ["Berkas ini akan ditolak seluruhnya.", "This file would be refused as a whole."]
      : ["Hanya diperiksa; tidak ada yang dikirim.", "Checked only; nothing was sent."];
  return sheet(said, [], receipt, checked);
}

function sheet(
  said: readonly string[],
  about: readonly (readonly string[])[],
  receipt: ReferenceReceipt,
  own: string | null,
): string {
  const { fileName, agreement, counts, regencies, file, problems } = receipt;
  const listed = problemsText({ problems, problemCounts: countsOf(problems) });
  return [
    said.join("\n"),
    columns([
      ["Berkas / file", own === null || own === fileName ? fileName : `${own} → ${fileName}`],
      ...(agreement === null ? [] : [["Perjanjian / agreement", agreement]]),
      ...about,
      ["Baris atau masa / rows or periods", formatNumberId(counts.read)],
      ...(receipt.uploadId === "-" ? [] : changeRows(receipt)),
      ...regencies.map((regency, index) => [
        index === 0 ? "Berubah di / changed in" : "",
        `${regency} ${regencyName(regency)}`,
      ]),
    ]),
    ...file.map(messageText),
    ...(listed === "" ? [] : [listed]),
  ].join("\n\n");
}

function changeRows({ counts }: ReferenceReceipt): readonly (readonly string[])[] {
  return [
    ["  berubah / applied", formatNumberId(counts.applied)],
    ["  tetap / unchanged", formatNumberId(counts.unchanged)],
    ["  sudah lebih baru / superseded", formatNumberId(counts.superseded)],
  ];
}

function countsOf(problems: readonly RowProblem[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
