import { buffer } from "node:stream/consumers";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { rejectedRowsFile } from "#shared/adapters/roster/rejected-rows-xlsx.ts";
import { RESULT_COLUMNS } from "#shared/domain/roster-file/columns.ts";
import { context, nik, source, taken, workbook } from "./roster-files.ts";

async function givenBack(content: string | Uint8Array) {
  const file = source(content);
  const reading = taken(await readRoster(file, context()));
  const bytes = await buffer(rejectedRowsFile(file, reading, "xlsx"));
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets;
  if (sheet === undefined) throw new Error("no sheet");
  return { reading, bytes, sheet, rows: sheet.rows };
}

test("the rejected rows come back in the uploader's columns, with row, codes and what to do", async () => {
  const { rows } = await givenBack(
    `Daftar\nNAMA;NIK;MULAI\nAdi;${nik(0)};\n"Budi; S.Pd";123;2023-13\nSiti;${nik(1)};2023-01\n`,
  );
  expect(rows[0]).toEqual(["NAMA", "NIK", "MULAI", ...RESULT_COLUMNS]);
  expect(rows).toHaveLength(2);
  expect(rows[1]?.slice(0, 5)).toEqual(["Budi; S.Pd", "123", "2023-13", "4", "nik-length start-impossible"]);
  expect(rows[1]?.[5]).toMatch(/^NIK berisi 3 angka.* \| MULAI bukan bulan/);
});

test("every cell is text, long digits and leading zeros as they were; formulas are disarmed, negative numbers are not", async () => {
  const cells = ["=HYPERLINK(1)", "+CMD", "@SUM(1)", "-2+3", "-5.000", "+62", "0812", nik(1), "", " a\u0001b ", "<&>"];
  const header = cells.map((_, index) => `K${index}`).join(";");
  const { rows, sheet } = await givenBack(`NIK;${header}\nx;${cells.map((text) => `"${text}"`).join(";")}\n`);
  expect(rows[1]?.slice(1, 12)).toEqual([
    "'=HYPERLINK(1)",
    "'+CMD",
    "'@SUM(1)",
    "'-2+3",
    "-5.000",
    "+62",
    "0812",
    nik(1),
    null,
    " a\u0001b ",
    "<&>",
  ]);
  const formats = [...(sheet.cells ?? new Map()).values()].map((cell) => cell.style?.numFmt);
  expect(formats).toHaveLength(2 * (cells.length + 1 + RESULT_COLUMNS.length));
  expect(new Set(formats)).toEqual(new Set(["@"]));
});

test("the header stays in view and the columns are wide enough for a NIK", async () => {
  const { sheet } = await givenBack("NIK;NAMA\n1;A\n");
  expect(sheet.freezePane).toMatchObject({ rows: 1 });
  expect(sheet.columns?.[0]?.width).toBeGreaterThanOrEqual(18);
});

test("corrected and sent again the rows are accepted, the added columns ignored", async () => {
  const { rows } = await givenBack(`NAMA;NIK;PROGRAM\nAdi;${nik(0)};JKK\nBudi;${nik(1)};JKK,JKM\n`);
  const corrected = rows.map((cells) => cells.map((cell) => (cell === "JKK" ? "JKK,JKM" : String(cell ?? ""))));
  const again = taken(await readRoster(source(await workbook([corrected])), context()));
  expect(again.rows).toEqual({ read: 1, accepted: 1, duplicate: 0, rejected: 0 });
  expect(again.file).toEqual([]);
});

test("not corrected, the same rows are rejected for the same reasons", async () => {
  const once = await givenBack(
    await workbook([
      [
        ["NIK", "TGL_LAHIR"],
        [Number(nik(0)), 33969],
        [`${nik(1)}0`, "31-12-1992"],
      ],
    ]),
  );
  const twice = await givenBack(once.bytes);
  expect(once.reading.problemCounts).toEqual({ "nik-is-number": 1, "nik-length": 1 });
  expect(twice.reading.problemCounts).toEqual({ "nik-scientific": 1, "nik-length": 1 });
  expect(once.rows[1]?.slice(0, 2)).toEqual(["1,40301E+15", "1992-12-31"]);
});

test("nothing stands in it that would make a spreadsheet call the workbook damaged", async () => {
  const long = "x".repeat(40_000);
  const { rows, bytes } = await givenBack(`NIK;A;B\uffff;C\n12;${long};a\ufffe\uffffb;x_x000D_y\n`);
  const [head, row] = rows;
  expect(head?.[2]).toBe("B\ufffd");
  expect(row?.[1]).toBe(`${"x".repeat(32_766)}…`);
  expect(row?.slice(2, 4)).toEqual(["a\ufffd\ufffdb", "x_x000D_y"]);
  expect(taken(await readRoster(source(bytes), context())).rows.read).toBe(1);
});

test("of more columns than a sheet has, those that fit are given back, and ours", async () => {
  const cells = "K;".repeat(17_000);
  const { rows, bytes } = await givenBack(`NIK;${cells}\n12;${cells}\n`);
  expect(rows[0]).toHaveLength(16_384);
  expect(rows[0]?.slice(-4)).toEqual([...RESULT_COLUMNS]);
  expect(rows[1]?.slice(-6, -3)).toEqual(["K", "K", "2"]);
  expect(taken(await readRoster(source(bytes), context())).rows).toMatchObject({ read: 1, rejected: 1 });
});
