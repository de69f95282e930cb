// A file as one sheet of rows under a header, whatever it is by its content: CSV (UTF-8 or UTF-16) or one sheet of an XLSX workbook. Anything else
// is refused by what it is.
import type { Problem } from "#shared/domain/problem.ts";
import { isEmptyRow, type SheetRow } from "#shared/domain/roster-file/cell.ts";
import { columnKey } from "#shared/domain/roster-file/columns.ts";
import { findHeader, HEADER_WITHIN_ROWS, type Header } from "#shared/domain/roster-file/header.ts";
import type { RosterSource } from "#shared/domain/roster-file/reading.ts";
import { type PeekedBytes, peekBytes } from "./byte-stream.ts";
import { csvRows, csvTop } from "./csv-rows.ts";
import { openXlsx } from "./open-xlsx.ts";
import { sniffKind } from "./sniff.ts";

interface Sheet {
  readonly kind: "sheet";
  readonly header: Header;
  /** `;` where the file itself has no separator. */
  readonly delimiter: string;
  readonly cellsMayShift: boolean;
  /** Numbers in columns of dates count days from 1904. */
  readonly date1904: boolean;
  /** All rows below the header that hold anything; to be read once. */
  readonly batches: AsyncIterable<readonly SheetRow[]>;
}

export type OpenedSheet = Sheet | { readonly kind: "refused"; readonly problems: readonly Problem[] };

const HEAD_BYTES = 64 * 1024;

/** @throws UnreadableFile while the batches are read, when the file breaks off or cannot be told apart */
export async function openSheet(source: RosterSource): Promise<OpenedSheet> {
  const bytes = await peekBytes(source, HEAD_BYTES);
  const found = sniffKind(bytes.head);
  if (found.kind === "text") return openCsv(bytes, found.encoding);
  if (found.kind === "zip") return openWorkbookSheet(bytes);
  await bytes.close();
  return { kind: "refused", problems: [found.problem] };
}

async function openCsv(bytes: PeekedBytes, encoding: string): Promise<OpenedSheet> {
  const top = csvTop(new TextDecoder(encoding).decode(bytes.head));
  const header = findHeader(top.rows.slice(0, HEADER_WITHIN_ROWS));
  if ("refused" in header) {
    await bytes.close();
    return { kind: "refused", problems: [header.refused] };
  }
  const text = encoding === "utf-8" ? bytes.all : asUtf8(bytes.all, encoding);
  const batches = below(header, csvRows(text, top.delimiter));
  return { kind: "sheet", header, delimiter: top.delimiter, cellsMayShift: true, date1904: false, batches };
}

async function* asUtf8(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
}

async function openWorkbookSheet(bytes: PeekedBytes): Promise<OpenedSheet> {
  const chosen = await openXlsx(bytes);
  if (chosen.kind === "refused") return chosen;
  const { header, rows, date1904 } = chosen;
  return { kind: "sheet", header, delimiter: ";", cellsMayShift: false, date1904, batches: below(header, rows) };
}

async function* below(
  header: Header,
  batches: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  for await (const batch of batches) {
    yield batch.filter((row) => row.row > header.row && !isEmptyRow(row.cells) && !isHeaderAgain(row, header));
  }
}

/** Lists put together from several pages repeat their header. */
function isHeaderAgain(row: SheetRow, header: Header): boolean {
  const column = header.columns.nik ?? 0;
  const cell = row.cells[column];
  return (
    typeof cell === "string" &&
    cell.length < 80 &&
    !/\d{10}/.test(cell) &&
    cell !== "" &&
    columnKey(cell) === columnKey(header.names[column] ?? "")
  );
}
