// The answer to a checked file, written to a folder: the receipt for programs and for people, and the rejected rows to be corrected.
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { receipt as receiptSchema } from "#events/receipt.ts";
import { rejectedRowsFile } from "#shared/adapters/roster/rejected-rows-xlsx.ts";
import { receiptPage } from "#shared/domain/receipt-page/receipt-page.ts";
import { rejectedRowsForms, rejectedRowsName, rejectedRowsNames } from "#shared/domain/rejected-rows-files.ts";
import { type CheckedFile, receiptOfCheck } from "./checked-file.ts";

/** The rejected rows hold personal data. */
const FOR_OWNER_ONLY = { mode: 0o600 };

/** Paths of what was written; `rejectedRows` are null without a rejected row. */
export interface WrittenAnswer {
  readonly receipt: string;
  readonly page: string;
  readonly rejectedRows: string | null;
  readonly rejectedRowsXlsx: string | null;
}

export async function writeAnswer(checked: CheckedFile, folder: string): Promise<WrittenAnswer> {
  await mkdir(folder, { recursive: true });
  const receipt = receiptOfCheck(checked);
  const root = rootOf(checked.file.fileName);
  const names = rejectedRowsNames(root, receipt);
  const written = { receipt: join(folder, "receipt.json"), page: join(folder, "receipt.html") };
  await writeFile(written.receipt, `${JSON.stringify(receiptSchema.encode(receipt), null, 2)}\n`);
  await writeFile(written.page, receiptPage(receipt, { checkedOnly: true, rejectedRows: names, linked: true }));

  const rows: { csv: string | null; xlsx: string | null } = { csv: null, xlsx: null };
  if (checked.kind === "read") {
    for (const form of rejectedRowsForms(receipt.rows.rejected)) {
      const path = join(folder, rejectedRowsName(root, receipt.mode, form));
      const bytes = rejectedRowsFile(checked.source, checked.reading, form);
      await pipeline(bytes, createWriteStream(path, FOR_OWNER_ONLY));
      rows[form] = path;
    }
  }
  return { ...written, rejectedRows: rows.csv, rejectedRowsXlsx: rows.xlsx };
}

/** `list.xlsx` → `list`; so that a list of corrected rows gives one of the same name again, `list.add.csv` too. */
function rootOf(fileName: string): string {
  return fileName
    .replace(/\.gz$/i, "")
    .replace(/\.(csv|xlsx|txt|tsv)$/i, "")
    .replace(/\.(add|end)$/i, "");
}
