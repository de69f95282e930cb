import Papa from "papaparse";
import { expect, test } from "vitest";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { rejectedRowsCsv } from "#shared/adapters/roster/rejected-rows.ts";
import { context, nik, source, taken, textOfBytes, workbook } from "./roster-files.ts";

async function givenBack(content: string | Uint8Array) {
  const file = source(content);
  const reading = taken(await readRoster(file, context()));
  const text = await textOfBytes(rejectedRowsCsv(file, reading));
  return { reading, text, rows: Papa.parse(text.slice(1), { skipEmptyLines: true }).data };
}

test("the rejected rows come back in the uploader's columns, with row, codes and what to do", async () => {
  const { text, rows } = await givenBack(
    `Daftar\nNAMA;NIK;MULAI\nAdi;${nik(0)};\n"Budi; S.Pd";123;2023-13\nSiti;${nik(1)};2023-01\n`,
  );
  expect(text.startsWith("\ufeffNAMA;NIK;MULAI;CAKUPAN_BARIS;CAKUPAN_KODE;CAKUPAN_MASALAH;CAKUPAN_PROBLEM\r\n")).toBe(
    true,
  );
  expect(rows).toHaveLength(2);
  expect(rows[1]?.slice(0, 5)).toEqual(["Budi; S.Pd", "123", "2023-13", "4", "nik-length start-impossible"]);
  expect(rows[1]?.[5]).toMatch(/^NIK berisi 3 angka.* \| MULAI bukan bulan/);
  expect(rows[1]?.[6]).toMatch(/^The NIK has 3 digits.* \| MULAI is no month/);
});

test("what is wrong is told of the column as the file names it", async () => {
  const { rows } = await givenBack(`No. KTP;GAJI\n123;x\n`);
  expect(rows[1]?.[4]).toMatch(/^No\. KTP: NIK berisi 3 angka.* \| GAJI: UPAH tidak terbaca/);
});

test("rows under another separator come back in their columns, and can be sent as they are", async () => {
  const { text, rows, reading } = await givenBack(
    `NO;NIK;NAMA;MULAI\n1;${nik(0)};Adi;2023-01\n2,${nik(1)},"Budi ""Ucok"", S.Pd",2023-01\n"3"|"${nik(2)}"|"Siti"|"2023-01"\n`,
  );
  expect(reading.problemCounts).toEqual({ "row-other-separator": 2 });
  expect(rows.slice(1).map((row) => row.slice(0, 6))).toEqual([
    ["2", `'${nik(1)}`, 'Budi "Ucok", S.Pd', "2023-01", "3", "row-other-separator"],
    ["3", `'${nik(2)}`, "Siti", "2023-01", "4", "row-other-separator"],
  ]);
  const again = taken(await readRoster(source(text), context()));
  expect([again.rows.accepted, again.rows.rejected]).toEqual([2, 0]);
});

test("rows that contradict each other come back too", async () => {
  const { rows } = await givenBack(`NIK,UPAH\n${nik(0)},1\n${nik(1)},1\n${nik(0)},2\n`);
  expect(rows.slice(1).map((row) => [row[0], row[3]])).toEqual([
    [`'${nik(0)}`, "rows-contradict"],
    [`'${nik(0)}`, "rows-contradict"],
  ]);
});

test("formulas are disarmed, negative numbers are not, and long digits stay text", async () => {
  const cells = ["=HYPERLINK(1)", "+CMD", "@SUM(1)", "-2+3", "\t=1", "-5.000", "+62", "0812", nik(1)];
  const header = cells.map((_, index) => `K${index}`).join(";");
  const { rows } = await givenBack(`NIK;${header}\nx;${cells.map((text) => `"${text}"`).join(";")}\n`);
  expect(rows[1]?.slice(1, 10)).toEqual([
    "'=HYPERLINK(1)",
    "'+CMD",
    "'@SUM(1)",
    "'-2+3",
    "'\t=1",
    "-5.000",
    "+62",
    "'0812",
    `'${nik(1)}`,
  ]);
});

test("corrected and sent again the rows are accepted, the added columns ignored", async () => {
  const { text } = await givenBack(`NAMA;NIK;PROGRAM\nAdi;${nik(0)};JKK\n`);
  const again = taken(await readRoster(source(text.replace(";JKK;", ";JKK,JKM;")), context()));
  expect(again.rows).toEqual({ read: 1, accepted: 1, duplicate: 0, rejected: 0 });
  expect(again.file).toEqual([]);
  const once = await givenBack(text);
  expect(once.text).toBe(text);
});

test("a NIK that was a number in a workbook does not become sound by coming back as text", async () => {
  const file = await workbook([
    [
      ["NIK", "TGL_LAHIR"],
      [Number(nik(0)), 33969],
      [nik(1), "01-02-1900"],
    ],
  ]);
  const { text, rows } = await givenBack(file);
  expect(rows[1]?.slice(0, 2)).toEqual(["1,40301E+15", "1992-12-31"]);
  const again = taken(await readRoster(source(text), context()));
  expect(again.problemCounts).toMatchObject({ "nik-scientific": 1 });
});
