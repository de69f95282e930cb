// Where the parts of an answer can be fetched, while their links work.
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
