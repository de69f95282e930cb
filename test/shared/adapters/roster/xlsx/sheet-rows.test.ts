import * as fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { openWorkbook } from "#shared/adapters/roster/xlsx/workbook.ts";
import type { Cell } from "#shared/domain/roster-file/cell.ts";
import { type CellPart, rowsOf, workbookOf } from "#test/catalogue/make/workbook.ts";

/** Rows that hold anything, without what is empty at their ends. */
async function ours(file: Uint8Array): Promise<readonly (readonly Cell[])[]> {
  const workbook = await openWorkbook(file);
  if ("refused" in workbook) throw new Error(workbook.refused.code);
  const rows: (readonly Cell[])[] = [];
  for (const sheet of workbook.sheets) {
    for await (const batch of sheet.rows()) for (const { cells } of batch) rows.push(trimmed(cells));
  }
  return rows.filter((cells) => cells.length > 0);
}

async function theirs(file: Uint8Array): Promise<readonly (readonly Cell[])[]> {
  const sheets: readonly { readonly data: readonly (readonly unknown[])[] }[] = await readXlsxFile(Buffer.from(file), {
    trim: false,
  });
  return sheets
    .flatMap(({ data }) => data.map((cells) => trimmed(cells.map(plain))))
    .filter((cells) => cells.length > 0);
}

function plain(value: unknown): Cell {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "boolean") return String(value).toUpperCase();
  return typeof value === "number" || typeof value === "string" ? value : null;
}

/** An empty text and no text are one to the other library. */
function trimmed(cells: readonly Cell[]): readonly Cell[] {
  const filled = cells.map((cell) => (cell === "" ? null : cell));
  return filled.slice(0, filled.findLastIndex((cell) => cell !== null) + 1);
}

const text = fc.oneof(
  fc.constantFrom(
    "NIK",
    "1403010101809990",
    "a & b < c > d",
    '"x"',
    "'y'",
    " blanks ",
    "baris\nbaru",
    "é€😀",
    "_x000D_?",
    "0812",
  ),
  fc.string({ unit: "grapheme", maxLength: 12 }).filter((value) => !/[\p{Cc}\ufffe\uffff]|_x/u.test(value)),
);
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }));
const day = fc
  .date({ min: new Date("1905-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 86_400_000) * 86_400_000));

describe("what another library reads is what is read", () => {
  test("of workbooks written by a program, in both systems of dates", async () => {
    const cell = fc.oneof(text, number, day, fc.boolean(), fc.constant(null));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom("1900" as const, "1904" as const),
        async (rows, dateSystem) => {
          const file = await writeXlsx({ dateSystem, sheets: [{ name: "Data", rows }] });
          expect(await ours(file)).toEqual(await theirs(file));
        },
      ),
      { numRuns: 150 },
    );
  });

  test("of workbooks written by hand: shared, rich, inline and formula texts, numbers, dates, gaps", async () => {
    const shared = (place: number): CellPart => ({ xml: `<c t="s"><v>${place}</v></c>` });
    const cell: fc.Arbitrary<CellPart> = fc.oneof(
      text,
      fc.integer(),
      fc.nat(3).map(shared),
      fc.integer({ min: 61, max: 60_000 }).map((serial) => ({ xml: `<c s="1"><v>${serial}</v></c>` })),
      text.map((value) => ({ xml: `<c t="str"><f>A1</f><v>${value.replace(/[&<]/g, "")}</v></c>` })),
      fc.constant(null),
    );
    const strings = `<si><t>satu</t></si><si><r><t xml:space="preserve">dua </t></r><r><rPr><b/></rPr><t>tiga</t></r></si><si><t>&lt;4&gt;&#65;</t></si><si><t/></si>`;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 8 }), async (rows) => {
        const file = workbookOf([{ name: "Data", rows: rowsOf(rows) }], { strings, formats: ["dd/mm/yyyy"] });
        expect(await ours(file)).toEqual(await theirs(file));
      }),
      { numRuns: 150 },
    );
  });
});
