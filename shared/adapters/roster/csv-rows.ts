// Rows of a CSV, by csv-parse. A row is counted as a spreadsheet counts it: a line break inside quotes stays in its row, and a blank line is one.
// The seam is an async iterable of batches of rows: whatever reads faster only has to give the same batches.
import { pipeline, Readable } from "node:stream";
import { CsvError, type Options, parse } from "csv-parse";
import { parse as parseAll } from "csv-parse/sync";
import type { SheetRow } from "#shared/domain/roster-file/cell.ts";
import { findHeader, HEADER_WITHIN_ROWS } from "#shared/domain/roster-file/header.ts";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { UnreadableFile } from "./unreadable-file.ts";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const BATCH_ROWS = 512;
/** A row beyond this is a quotation mark that nobody closed. */
const LONGEST_ROW_BYTES = 1024 * 1024;

function options(delimiter: Delimiter): Options {
  return {
    delimiter,
    bom: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW_BYTES,
  };
}

export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  delimiter: Delimiter,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  // Errors of either side come out of the parser below.
  const parser = pipeline(Readable.from(bytes), parse(options(delimiter)), () => {});
  let batch: SheetRow[] = [];
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      row += 1;
      batch.push({ row, cells });
      if (batch.length === BATCH_ROWS) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new UnreadableFile(problem("csv-quote-open", row + 1), error);
    throw error;
  }
  if (batch.length > 0) yield batch;
}

export interface CsvTop {
  readonly delimiter: Delimiter;
  readonly rows: readonly SheetRow[];
}

/** The first rows, under the separator that makes most of them: the one that shows a header, and of several the one with most columns. */
export function csvTop(head: string): CsvTop {
  const tops = DELIMITERS.map((delimiter) => ({ delimiter, rows: topRows(head, delimiter) }));
  const withHeader = tops.map((top) => ({ top, width: headerWidth(top.rows) })).sort((a, b) => b.width - a.width)[0];
  if (withHeader && withHeader.width > 0) return withHeader.top;
  const widest = tops.map((top) => ({ top, width: Math.max(0, ...top.rows.map((row) => row.cells.length)) }));
  return widest.sort((a, b) => b.width - a.width)[0]?.top ?? { delimiter: ",", rows: [] };
}

function headerWidth(rows: readonly SheetRow[]): number {
  const header = findHeader(rows);
  return "refused" in header ? 0 : header.names.length;
}

function topRows(head: string, delimiter: Delimiter): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  const keep = (cells: string[]): string[] => {
    rows.push({ row: rows.length + 1, cells });
    return cells;
  };
  try {
    parseAll(head, { ...options(delimiter), to: HEADER_WITHIN_ROWS, on_record: keep });
  } catch (error) {
    // The head ends somewhere, perhaps inside quotes: the rows before are what is wanted.
    if (!(error instanceof CsvError)) throw error;
  }
  return rows;
}
