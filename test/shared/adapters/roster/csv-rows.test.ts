import * as fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvRows, DELIMITERS } from "#shared/adapters/roster/csv-rows.ts";
import { csvTop } from "#shared/adapters/roster/csv-top.ts";
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
