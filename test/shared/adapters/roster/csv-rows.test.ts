import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { csvRows, DELIMITERS } from "#shared/adapters/roster/csv-rows.ts";
import { csvTop } from "#shared/adapters/roster/csv-top.ts";
import { openSheet } from "#shared/adapters/roster/open-sheet.ts";
import { pickCsvRows } from "#shared/adapters/roster/pick-csv-rows.ts";
import type { SheetRow } from "#shared/domain/roster-file/cell.ts";
import { source } from "./roster-files.ts";

const readAll = async (text: string, delimiter: (typeof DELIMITERS)[number], chunkBytes: number) => {
  const rows: (readonly unknown[])[] = [];
  const numbers: number[] = [];
  for await (const batch of csvRows(await source(text, chunkBytes).open(), delimiter)) {
    for (const { row, cells } of batch) {
      rows.push(cells);
      numbers.push(row);
    }
  }
  return { rows, numbers };
};

const allOf = async (batches: AsyncIterable<readonly SheetRow[]>): Promise<readonly SheetRow[]> => {
  const rows: SheetRow[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
};

const cell = fc.oneof(
  fc.constantFrom("", "NIK", "a b", 'say "hi"', "two\nlines", "two\r\nlines", ",", ";", "\t|", "é", "'1403", "=1+1"),
  fc.string({ maxLength: 6 }).filter((text) => !text.includes("\ufeff")),
);

test("the rows and cells are those of papaparse, under every separator and line ending, wherever the chunks break", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...DELIMITERS),
      fc.constantFrom("\r\n", "\n", "\r"),
      fc.integer({ min: 1, max: 40 }),
      async (rows, delimiter, newline, chunkBytes) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes: true });
        const expected = Papa.parse(text, { delimiter, newline }).data;
        const read = await readAll(text, delimiter, chunkBytes);
        expect(read.rows).toEqual(expected);
        expect(read.numbers).toEqual(expected.map((_, index) => index + 1));
      },
    ),
    { numRuns: 200 },
  );
});

test("line endings may be mixed, blank lines count, and stray quotation marks stay what they are", async () => {
  const read = await readAll('a,b\r\n\nc,d "e" f\r5",g\n"h "i" j",k\n', ",", 3);
  expect(read.rows).toEqual([["a", "b"], [""], ["c", 'd "e" f'], ['5"', "g"], ['"h "i" j"', "k"]]);
});

test.each(DELIMITERS)("the separator %j is found by the header it shows", (delimiter) => {
  const head = `Daftar, pekerja; 2023\n\n${["NAMA", "NIK", "UPAH"].join(delimiter)}\n"Budi, S.Pd; M.Si"`;
  expect(csvTop(Buffer.from(head)).delimiter).toBe(delimiter);
});

test("a cell of data that names a column does not decide the separator", () => {
  const { delimiter, rows } = csvTop(Buffer.from("NIK\tNAMA\tUPAH\tNPP\n;\t;\tNIK\t;\n"));
  expect([delimiter, rows.length]).toEqual(["\t", 2]);
});

test("rows picked by their numbers are those of all rows, wherever the chunks break", async () => {
  const text = fc
    .array(fc.constantFrom("a", "NIK", '"', '""', ",", ",", "\r", "\n", "\r\n", "\n", "é", " "), { maxLength: 60 })
    .map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.integer({ min: 1, max: 20 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 20 })),
      async (all, chunkBytes, picked) => {
        const wanted = new Set(picked);
        const gather = async (
          batches: AsyncIterable<readonly SheetRow[]>,
        ): Promise<readonly SheetRow[] | "refused"> => {
          try {
            return (await allOf(batches)).filter(({ row }) => wanted.has(row));
          } catch {
            return "refused";
          }
        };
        const plain = await gather(csvRows(await source(all, chunkBytes).open(), ","));
        if (plain === "refused") return;
        expect(
          await gather(pickCsvRows(await source(all, chunkBytes).open(), ",", Uint32Array.from(wanted).sort())),
        ).toEqual(plain);
      },
    ),
    { numRuns: 500 },
  );
});

describe("a file is read as papaparse reads it, in every encoding and with what may stand in front", () => {
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  test.each([
    ["UTF-8", (text: string) => Buffer.from(text)],
    ["UTF-8 with a mark", (text: string) => Buffer.from(`\ufeff${text}`)],
    ["UTF-16 little-endian", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 big-endian", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["gzip", (text: string) => gzipSync(text)],
  ])("%s", async (_, encode) => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom("\r\n", "\n", "\r"),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        async (body, delimiter, newline, states, chunkBytes) => {
          const text = Papa.unparse([["NIK", "NAMA", "UPAH", "NPP"], ...body], { delimiter, newline });
          const sheet = await openSheet(
            source(encode((states ? `sep=${delimiter}${newline}` : "") + text), chunkBytes),
          );
          if (sheet.kind === "refused") throw new Error("refused");
          const read = await allOf(sheet.batches);
          const expected = Papa.parse(text, { delimiter, newline })
            .data.map((cells, index) => ({ row: index + 1, cells: cells.map((text: string) => text.toWellFormed()) }))
            .slice(1)
            .filter(({ cells }) => cells.some((text) => text.trim() !== ""));
          expect(read).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("Windows-1252, where the bytes are no UTF-8", async () => {
    const sheet = await openSheet(source(Buffer.from("NIK;NAMA\n1;B\xfbdi \x93x\x94\n2;B\xc3\xbbdi\n", "latin1")));
    if (sheet.kind === "refused") throw new Error("refused");
    expect((await allOf(sheet.batches)).map(({ cells }) => cells[1])).toEqual(["Bûdi “x”", "Bûdi"]);
  });
});
