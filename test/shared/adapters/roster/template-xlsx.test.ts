import { openXlsx, readXlsx, saveXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { templateXlsx } from "#shared/adapters/roster/template-xlsx.ts";
import { zipDirectory } from "#shared/adapters/roster/xlsx/zip-directory.ts";
import { partText } from "#shared/adapters/roster/xlsx/zip-part.ts";
import { rosterId } from "#shared/domain/roster.ts";
import { templateColumns } from "#shared/domain/roster-template/columns.ts";
import { SEGMENT_CODES } from "#shared/domain/segment.ts";
import { context, nik, source, taken } from "./roster-files.ts";

test.each(SEGMENT_CODES)("the template of %s, filled in and saved, is read without a word", async (segment) => {
  const filled = await filledIn(segment, {
    NIK: nik(7),
    NAMA_LENGKAP: "Budi",
    PROGRAM: "JKK,JKM",
    MULAI: "2023-01",
    AKHIR: "2023-12",
    UPAH: 3_500_000,
    NPP: "12345678",
    JENIS_PEKERJAAN: "petani",
  });
  const reading = taken(await readRoster(source(filled), context({ roster: rosterId(`14.03/${segment}/daftar`) })));
  expect(reading.rows).toEqual({ read: 1, accepted: 1, duplicate: 0, rejected: 0 });
  expect([reading.file, reading.problems]).toEqual([[], []]);
});

test("a template that was not filled in names nobody", async () => {
  const reading = await readRoster(source(await templateXlsx("rentan")), context());
  expect(reading.kind === "read" ? reading.rows.read : reading.problems.map(({ code }) => code)).toEqual(0);
});

test("whole columns are text, the wage is a number", async () => {
  const file = await templateXlsx("ppu");
  const [roster] = (await readXlsx(file, { readStyles: true })).sheets;
  const formats = templateColumns("ppu").map((_, at) => roster?.cells?.get(`1,${at}`)?.style?.numFmt);
  expect(formats).toEqual([...Array(7).fill("@"), "#,##0", "@", "@"]);
  const part = zipDirectory(file)?.find(({ name }) => name === "xl/worksheets/sheet1.xml");
  if (part === undefined) throw new Error("no sheet");
  const xml = await partText(file, part);
  const ofCells = [...xml.matchAll(/<c r="[A-Z]2" s="(\d+)"/g)].map(([, style]) => style);
  const ofColumns = [...xml.matchAll(/<col min="\d+" style="(\d+)"/g)].map(([, style]) => style);
  expect(ofColumns).toEqual(ofCells);
  expect(ofColumns).toHaveLength(10);
});

test("what can be chosen stands in lists, and every column has its hint", async () => {
  const [roster, instructions, choices] = (await readXlsx(await templateXlsx("ppu"))).sheets;
  expect(roster?.rows[0]).toEqual(templateColumns("ppu").map(({ name }) => name));
  expect(roster?.freezePane).toMatchObject({ rows: 1 });
  expect(instructions?.name).toBe("Petunjuk Pengisian");
  const rules = roster?.dataValidations ?? [];
  expect(rules.map(({ range }) => range)).toEqual([..."ABCDEFGHIJ"].map((letter) => `${letter}2:${letter}1048576`));
  expect(rules.filter(({ type }) => type === "list").map(({ formula1 }) => formula1)).toEqual([
    "Pilihan!$D$1:$D$2",
    "Pilihan!$E$1:$E$8",
    "Pilihan!$J$1:$J$13",
  ]);
  expect(choices?.rows.slice(0, 2).map((row) => [row[3], row[4], row[9]])).toEqual([
    ["L", "JKK,JKM", "petani"],
    ["P", "JKK,JKM,JHT", "nelayan"],
  ]);
});

async function filledIn(segment: Parameters<typeof templateXlsx>[0], row: Readonly<Record<string, string | number>>) {
  const book = await openXlsx(await templateXlsx(segment));
  const [sheet] = book.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  sheet.rows[1] = templateColumns(segment).map(({ name }) => row[name] ?? null);
  sheet.cells = new Map();
  return saveXlsx(book);
}
