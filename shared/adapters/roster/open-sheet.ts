// A file as one sheet of rows under a header, whatever it is by its content: CSV or one sheet of an XLSX workbook, also inside a
// gzip. Anything else is refused by what it is.
import type { Problem } from "#shared/domain/problem.ts";
import type { SheetRow } from "#shared/domain/roster-file/cell.ts";
import type { Header } from "#shared/domain/roster-file/header.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import type { RosterSource } from "#shared/domain/roster-file/reading.ts";
import { type PeekedBytes, peekBytes, peekStream } from "./byte-stream.ts";
import { csvRows } from "./csv-rows.ts";
import { gunzip } from "./gunzip.ts";
import { type OpenedCsv, openCsv } from "./open-csv.ts";
import { openXlsx } from "./open-xlsx.ts";
import { bodyRows } from "./sheet-body.ts";
import { sniffKind } from "./sniff.ts";

interface Sheet {
  readonly kind: "sheet";
  readonly header: Header;
  /** `;` where the file itself has no separator. */
  readonly delimiter: string;
  readonly cellsMayShift: boolean;
  /** All rows below the header that hold anything; to be read once. */
  readonly batches: AsyncIterable<readonly SheetRow[]>;
  /** What is to be known of the sheet as a whole, once its rows are read. */
  readonly told: () => readonly Problem[];
  /** A CSV as bytes, for the hot loop to read instead of the batches. */
  readonly csv: OpenedCsv | null;
}

export type OpenedSheet = Sheet | { readonly kind: "refused"; readonly problems: readonly Problem[] };

const HEAD_BYTES = 64 * 1024;

/** @throws UnreadableFile while the batches are read, when the file breaks off or cannot be told apart */
export async function openSheet(source: RosterSource): Promise<OpenedSheet> {
  const packed = await peekBytes(source, HEAD_BYTES);
  const isPacked = sniffKind(packed.head).kind === "gzip";
  const bytes = isPacked ? await peekStream(gunzip(packed.all), HEAD_BYTES) : packed;
  const found = sniffKind(bytes.head);
  if (found.kind === "text") return openCsvSheet(bytes, found.encoding);
  if (found.kind === "zip") return openWorkbookSheet(bytes);
  await bytes.close();
  return { kind: "refused", problems: [found.kind === "refused" ? found.problem : problem("file-is-gzip")] };
}

async function openCsvSheet(bytes: PeekedBytes, encoding: string): Promise<OpenedSheet> {
  const csv = await openCsv(bytes, encoding);
  if (csv.kind === "refused") return csv;
  const { header, delimiter } = csv;
  const batches = bodyRows(header, csvRows(csv.bytes, delimiter));
  return { kind: "sheet", header, delimiter, cellsMayShift: true, batches, told: () => [], csv };
}

async function openWorkbookSheet(bytes: PeekedBytes): Promise<OpenedSheet> {
  const chosen = await openXlsx(bytes);
  if (chosen.kind === "refused") return chosen;
  const { header, rows, told } = chosen;
  return {
    kind: "sheet",
    header,
    delimiter: ";",
    cellsMayShift: false,
    batches: bodyRows(header, rows),
    told,
    csv: null,
  };
}
