// A small file, whatever it is by its content: an XLSX workbook as sheets of rows, or a text as its bytes.
import type { Problem } from "#shared/domain/problem.ts";
import { referenceProblem } from "#shared/domain/reference/problems.ts";
import type { SheetRow } from "#shared/domain/roster-file/cell.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { RosterSource } from "#shared/domain/roster-file/reading.ts";
import { collectBytes, peekBytes, peekStream } from "../roster/byte-stream.ts";
import { gunzip } from "../roster/gunzip.ts";
import { sniffKind } from "../roster/sniff.ts";
import { UnreadableFile } from "../roster/unreadable-file.ts";
import { openWorkbook } from "../roster/xlsx/workbook.ts";

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

export type ReadSheets =
  | { readonly kind: "workbook"; readonly sheets: readonly Sheet[] }
  /** In UTF-8, or Windows-1252 here and there. */
  | { readonly kind: "text"; readonly bytes: Uint8Array }
  | { readonly kind: "refused"; readonly problem: Problem };

const MEGABYTES = 4;
const MOST_BYTES = MEGABYTES * 1024 * 1024;
const HEAD_BYTES = 64 * 1024;

/** A file that cannot be used is a value; an error of its source (network, storage) is thrown. */
export async function readSheets(source: RosterSource): Promise<ReadSheets> {
  try {
    const packed = await peekBytes(source, HEAD_BYTES);
    const isPacked = sniffKind(packed.head).kind === "gzip";
    const bytes = isPacked ? await peekStream(gunzip(packed.all), HEAD_BYTES) : packed;
    const found = sniffKind(bytes.head);
    const file = await collectBytes(bytes.all, MOST_BYTES);
    if (file === null) return { kind: "refused", problem: referenceProblem("reference-too-large", MEGABYTES) };
    if (found.kind === "text") return { kind: "text", bytes: asUtf8(file, found.encoding) };
    if (found.kind === "zip") return await workbookOf(file);
    if (found.kind === "refused" && found.problem.code === "file-is-json") return { kind: "text", bytes: file };
    return {
      kind: "refused",
      problem: found.kind === "refused" ? ofReference(found.problem) : problem("file-is-gzip"),
    };
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: "refused", problem: error.problem };
    throw error;
  }
}

async function workbookOf(file: Uint8Array): Promise<ReadSheets> {
  const workbook = await openWorkbook(file);
  if ("refused" in workbook) return { kind: "refused", problem: workbook.refused };
  const sheets: Sheet[] = [];
  for (const sheet of workbook.sheets) {
    const rows: SheetRow[] = [];
    for await (const batch of sheet.rows()) rows.push(...batch);
    sheets.push({ name: sheet.name, rows });
  }
  return { kind: "workbook", sheets };
}

function asUtf8(file: Uint8Array, encoding: string): Uint8Array {
  return encoding === "utf-8" ? file : Buffer.from(new TextDecoder(encoding).decode(file));
}

/** Kinds that no saving in another form makes a table of: for rosters, their words ask for a list of workers. */
const OTHER_KINDS = [
  "pdf",
  "doc",
  "word",
  "powerpoint",
  "odf",
  "rtf",
  "image",
  "media",
  "email",
  "database",
  "program",
];

function ofReference(found: Problem): Problem {
  const isOther = found.code === "file-not-text" || OTHER_KINDS.some((kind) => found.code === `file-is-${kind}`);
  return isOther ? referenceProblem("reference-other-kind") : found;
}
