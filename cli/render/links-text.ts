// Where the parts of an answer can be fetched: by the command that makes links, or by the links themselves, which are long and work for an hour.
import type { ReceiptLinks } from "#shared/adapters/aws/receipt-files.ts";

export function linksText({ page, receipt, rejectedRowsXlsx, rejectedRows }: ReceiptLinks): string {
  const links: readonly (readonly [string, string | null])[] = [
    ["Tanda terima / receipt (HTML)", page],
    ["Tanda terima / receipt (JSON)", receipt],
    ["Baris yang ditolak / rejected rows (XLSX)", rejectedRowsXlsx],
    ["Baris yang ditolak / rejected rows (CSV)", rejectedRows],
  ];
  return links.flatMap(([what, link]) => (link === null ? [] : [`${what}: ${link}`])).join("\n");
}

/** @param province that was named on the command line; null: the one on this machine */
export function linksHint(uploadId: string, { rejectedRows }: ReceiptLinks, province: string | null): string {
  const what =
    rejectedRows === null
      ? "Tanda terima untuk peramban / receipt for a browser:"
      : "Tanda terima untuk peramban, dan baris yang ditolak untuk diperbaiki / receipt for a browser, and the rejected rows to be corrected:";
  return `${what}\n  npx cakupan receipt ${uploadId} --link${province === null ? "" : ` --province ${province}`}`;
}
