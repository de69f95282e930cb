// The answer to a checked file, written to a folder: the receipt for programs and for people, and the rejected rows to be corrected.
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { receipt as receiptSchema } from "#events/receipt.ts";
import { rejectedRowsFile } from "#shared/adapters/roster/rejected-rows-xlsx.ts";
import { receiptPage } from "#shared/domain/receipt-page/receipt-page.ts";
import { rejectedRowsForms, rejectedRowsName, rejectedRowsNames } from "#shared/domain/rejected-rows-files.ts";
import { type CheckedFile, receiptOfCheck } from "./checked-file.ts";
import { UsageError } from "./failures.ts";
import { flagOf, refuseNoFolder, refuseToOverwrite } from "./kept-files.ts";

/** The rejected rows hold personal data. */
const FOR_OWNER_ONLY = { mode: 0o600 };

/** Paths of what was written; `rejectedRows` are null without a rejected row. */
export interface WrittenAnswer {
  readonly receipt: string;
  readonly page: string;
  readonly rejectedRows: string | null;
  readonly rejectedRowsXlsx: string | null;
}

export interface AnswerPlace {
  readonly folder: string;
  /** The file that was checked: never overwritten, as it is read again for the rejected rows. */
  readonly input: string;
  /** Whether rejected rows that are there already, perhaps corrected by now, may be overwritten. */
  readonly force: boolean;
}

/** @throws UsageError, before anything is written, where there can be no folder, or rows would be overwritten that a person may have corrected */
export async function writeAnswer(checked: CheckedFile, { folder, input, force }: AnswerPlace): Promise<WrittenAnswer> {
  const receipt = receiptOfCheck(checked);
  const root = rootOf(checked.file.fileName);
  const names = rejectedRowsNames(root, receipt);
  const forms = checked.kind === "read" ? rejectedRowsForms(receipt.rows.rejected) : [];
  const pathOf = (form: "csv" | "xlsx"): string => join(folder, rejectedRowsName(root, receipt.mode, form));
  refuseNoFolder(folder);
  refuseInput(forms.map(pathOf), input);
  refuseToOverwrite(forms.map(pathOf), force);

  await mkdir(folder, { recursive: true });
  const written = { receipt: join(folder, "receipt.json"), page: join(folder, "receipt.html") };
  await writeFile(written.receipt, `${JSON.stringify(receiptSchema.encode(receipt), null, 2)}\n`);
  await writeFile(written.page, receiptPage(receipt, { checkedOnly: true, rejectedRows: names, linked: true }));

  const rows: { csv: string | null; xlsx: string | null } = { csv: null, xlsx: null };
  if (checked.kind === "read") {
    for (const form of forms) {
      const path = pathOf(form);
      const bytes = rejectedRowsFile(checked.source, checked.reading, form);
      await pipeline(bytes, createWriteStream(path, { ...FOR_OWNER_ONLY, flags: flagOf(force) }));
      rows[form] = path;
    }
  }
  return { ...written, rejectedRows: rows.csv, rejectedRowsXlsx: rows.xlsx };
}

function refuseInput(paths: readonly string[], input: string): void {
  if (!paths.some((path) => resolve(path) === resolve(input))) return;
  throw new UsageError({
    id: `Baris yang ditolak akan menimpa ${input} sendiri; pilih folder lain dengan --out`,
    en: `The rejected rows would overwrite ${input} itself; choose another folder with --out`,
  });
}

/** `list.xlsx` → `list`; so that a list of corrected rows gives one of the same name again, `list.add.csv` too. */
function rootOf(fileName: string): string {
  return fileName
    .replace(/\.gz$/i, "")
    .replace(/\.(csv|xlsx|xlsm|txt|tsv)$/i, "")
    .replace(/\.(add|end)$/i, "");
}
