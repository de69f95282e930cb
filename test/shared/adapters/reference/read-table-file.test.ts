import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { month } from "#shared/domain/month.ts";
import { problemsIn, readTable, workbookOf } from "./files.ts";

const WORKFORCE = "kode_kemendagri,nama,tahun,penduduk_bekerja,sumber";
const CLAIMS = "kode_kemendagri,nama,tahun,bulan,program,segmen,kasus,rupiah,sumber";
const TARGETS = "kode_kemendagri,nama,tahun,target_persen,penyebut,sumber";
const figuresOf = (reading: Awaited<ReturnType<typeof readTable>>) =>
  reading.kind === "table" ? reading.figures : problemsIn(reading);
const rowOf = (value: string) => `${WORKFORCE}\n14.03,Kab. Bengkalis,2022,${value},BPS\n`;

describe("a table of workforce figures", () => {
  test("is read: the seed of Riau", async () => {
    const reading = await readTable("workforce", readFileSync("data/14/workforce.csv"));
    expect([reading.rows, problemsIn(reading)]).toEqual([4, []]);
    expect(figuresOf(reading)).toContainEqual({
      kind: "workforce",
      regency: "14.08",
      figure: expect.objectContaining({ workers: 220_236, denominator: "penduduk-bekerja", year: 2022 }),
    });
  });

  test("may name several denominators, one of them or none in a row", async () => {
    const text = `kode_kemendagri;tahun;angkatan_kerja;pekerja_layak;sumber\n14.03;2022;272.000;;BPS\n14.08;2022;234.574;200.000;BPS\n`;
    expect(figuresOf(await readTable("workforce", text))).toMatchObject([
      { regency: "14.03", figure: { denominator: "angkatan-kerja", workers: 272_000 } },
      { regency: "14.08", figure: { denominator: "angkatan-kerja", workers: 234_574 } },
      { regency: "14.08", figure: { denominator: "pekerja-layak", workers: 200_000 } },
    ]);
  });

  test.each(["253988", "253.988", '"253,988"', "253 988"])("%s is 253,988 workers", async (value) => {
    expect(figuresOf(await readTable("workforce", rowOf(value)))).toMatchObject([{ figure: { workers: 253_988 } }]);
  });

  test.each(["253.98", "-5", "0", "banyak", "1e5", "253.988.1"])("%s is no number of workers", async (value) => {
    expect(figuresOf(await readTable("workforce", rowOf(value)))).toEqual(["2 penduduk_bekerja number-unreadable"]);
  });

  test.each([
    ["1403,Kab. Bengkalis,2022,1000,BPS", ["2 kode_kemendagri code-bare"]],
    ["21.71,Kota Batam,2022,1000,BPS", ["2 kode_kemendagri code-of-other-province"]],
    ["14.99,,2022,1000,BPS", ["2 kode_kemendagri code-unknown"]],
    ["14.08,KABUPATEN BENGKALIS,2022,1000,BPS", ["2 nama name-of-other-regency"]],
    ["14.08,S I A K,2022,1000,BPS", []],
    ["14.08,Siak Sri Indrapura,2022,1000,BPS", []],
    ["14.03,,22,1000,BPS", ["2 tahun year-unreadable"]],
    ["14.03,,2022,,BPS", ["2 penduduk_bekerja number-missing"]],
    ["14.03,,2022,1000,", ["2 sumber source-missing"]],
    ["14.03,,,x,-", ["2 sumber source-missing", "2 tahun number-missing", "2 penduduk_bekerja number-unreadable"]],
  ])("%s: %j", async (row, problems) => {
    expect(problemsIn(await readTable("workforce", `${WORKFORCE}\n${row}\n`))).toEqual(problems);
  });

  test("with one wrong row is refused whole, and all that is wrong is told", async () => {
    const text = `${WORKFORCE}\n14.03,,2022,1000,BPS\n1403,,2022,1000,BPS\n14.08,,2022,x,BPS\n`;
    const reading = await readTable("workforce", text);
    expect(reading).toMatchObject({ kind: "refused", rows: 3 });
    expect(problemsIn(reading)).toEqual(["3 kode_kemendagri code-bare", "4 penduduk_bekerja number-unreadable"]);
    for (const { message } of reading.problems) expect(message.id).not.toBe(message.en);
  });

  test("whose rows contradict each other is refused; the same row twice counts once", async () => {
    const row = "14.03,,2022,1000,BPS";
    const twice = await readTable("workforce", `${WORKFORCE}\n${row}\n${row}\n`);
    expect(problemsIn(twice)).toEqual(["3 - row-repeated"]);
    expect(figuresOf(twice)).toHaveLength(1);
    const other = await readTable("workforce", `${WORKFORCE}\n${row}\n14.03,,2022,1001,BPS\n`);
    expect([other.kind, problemsIn(other)]).toEqual(["refused", ["3 - rows-disagree"]]);
  });

  test("tells of columns that it does not know, and refuses what lacks one or has one twice", async () => {
    const more = await readTable("workforce", `${WORKFORCE},catatan\n14.03,,2022,1000,BPS,x\n`);
    expect([more.kind, problemsIn(more)]).toEqual(["table", ["1 catatan reference-column-unknown"]]);
    const without = await readTable("workforce", "kode_kemendagri,tahun,pekerja\n14.03,2022,1000\n");
    expect(problemsIn(without)).toEqual([
      "1 pekerja reference-column-unknown",
      "1 - reference-column-missing",
      "1 - reference-column-missing",
    ]);
    const twice = await readTable("workforce", `${WORKFORCE},Tahun\n14.03,,2022,1000,BPS,2021\n`);
    expect(problemsIn(twice)).toEqual(["1 Tahun reference-column-twice"]);
  });

  test.each([
    ["", "file-empty"],
    ["satu,dua\n1,2\n", "reference-no-header"],
    [`${WORKFORCE}\n`, "reference-no-rows"],
    ["%PDF-1.7 …", "reference-other-kind"],
    ["<html><table></table>", "file-is-html"],
  ])("that holds nothing is refused: %j", async (text, code) => {
    expect(problemsIn(await readTable("workforce", text))).toEqual([`- - ${code}`]);
  });

  test("larger than any is refused", async () => {
    const reading = await readTable("workforce", `${WORKFORCE}\n`.padEnd(5 * 1024 * 1024, "x"));
    expect(problemsIn(reading)).toEqual(["- - reference-too-large"]);
  });
});

describe("16 digits in a row", () => {
  const nik = "1403011129299990";
  test.each([
    [`${WORKFORCE}\n14.03,${nik},2022,1000,BPS\n`, ["2 nama reference-nik"]],
    [`${WORKFORCE}\n14.03,,2022,1000,lihat ${nik}.pdf\n`, ["2 sumber reference-nik"]],
    [`${WORKFORCE},${nik}\n14.03,,2022,1000,BPS,x\n`, ["1 - reference-nik", "1 … reference-column-unknown"]],
    [`Daftar ${nik}\n${WORKFORCE}\n14.03,,2022,1000,BPS\n`, ["1 - reference-nik"]],
    [`${nik}\n`, ["1 - reference-nik"]],
  ])("are refused and not repeated (%#)", async (text, problems) => {
    const reading = await readTable("workforce", text);
    expect([reading.kind, problemsIn(reading)]).toEqual(["refused", problems]);
    expect(JSON.stringify(reading)).not.toContain(nik);
  });
});

describe("a table of claims", () => {
  test("is read: the seed of Siak adds up", async () => {
    const reading = await readTable("claims", readFileSync("data/14/claims-2022.csv"));
    const figures = reading.kind === "table" ? reading.figures : [];
    const cases = figures.flatMap((one) =>
      one.kind === "claims" && one.figure.programme !== null ? one.figure.cases : [],
    );
    expect(cases.reduce((sum, one) => sum + one, 0)).toBe(5_551);
    expect(figures).toContainEqual({
      kind: "claims",
      regency: "14.08",
      figure: expect.objectContaining({
        month: month("2022-12"),
        months: 12,
        programme: null,
        segment: null,
        cases: 5_551,
        rupiah: 79_877_988_177,
      }),
    });
  });

  test.each([
    ["14.08,,,2022-03,JKM,non-asn,2,84000000,A", []],
    ["14.08,,2022,,,,0,,A", []],
    ["14.08,,2022,2022-03,,,2,,A", ["2 bulan month-or-year"]],
    ["14.08,,,,,,2,,A", ["2 bulan month-or-year"]],
    ["14.08,,,kapan,,,2,,A", ["2 bulan month-unreadable"]],
    ["14.08,,2022,,JKX,,2,,A", ["2 program reference-programme-unknown"]],
    ["14.08,,2022,,,petani,2,,A", ["2 segmen reference-segment-unknown"]],
    ["14.08,,2022,,,,2,Rp 84 juta,A", ["2 rupiah number-unreadable"]],
    ["14.08,,2022,,,,,5,A", ["2 kasus number-missing"]],
  ])("%s: %j", async (row, problems) => {
    expect(problemsIn(await readTable("claims", `${CLAIMS}\n${row}\n`))).toEqual(problems);
  });
});

describe("a table of targets", () => {
  test.each([
    ['14.03,,2025,"55,05",pekerja layak,SE', 0.5505],
    ["14.03,,2025,55.05 %,pekerja_layak,SE", 0.5505],
    ["14.03,,2025,100,pekerja-layak,SE", 1],
  ])("%s is a share of %f", async (row, share) => {
    expect(figuresOf(await readTable("targets", `${TARGETS}\n${row}\n`))).toMatchObject([
      { kind: "targets", figure: { share, denominator: "pekerja-layak", year: 2025 } },
    ]);
  });

  test.each([
    ["14.03,,2025,0.55,pekerja-layak,SE", ["2 target_persen percent-unreadable"]],
    ["14.03,,2025,120,pekerja-layak,SE", ["2 target_persen percent-unreadable"]],
    ["14.03,,2025,55,semua,SE", ["2 penyebut denominator-unknown"]],
  ])("%s: %j", async (row, problems) => {
    expect(problemsIn(await readTable("targets", `${TARGETS}\n${row}\n`))).toEqual(problems);
  });
});

describe("the same table in another form", () => {
  const rows = [
    ["Jumlah pekerja di Riau", null, null, null],
    ["KODE KEMENDAGRI", "TAHUN", "PENDUDUK BEKERJA", "SUMBER"],
    ["14.03", 2022, 253_988, "BPS"],
    [14.08, 2022, 220_236, "BPS"],
  ];
  const expected = [
    { regency: "14.03", figure: { workers: 253_988 } },
    { regency: "14.08", figure: { workers: 220_236 } },
  ];

  test("a workbook with a title and instructions beside it", async () => {
    const book = await workbookOf({ Petunjuk: [["Isi lembar Data"]], Data: rows });
    expect(figuresOf(await readTable("workforce", book))).toMatchObject(expected);
  });

  test("a workbook with two such sheets is refused", async () => {
    const book = await workbookOf({ A: rows, B: rows });
    expect(problemsIn(await readTable("workforce", book))).toEqual(["- - reference-several-sheets"]);
  });

  test("gzip, semicolons, a byte order mark, UTF-16", async () => {
    const text = rows.map((row) => row.join(";")).join("\r\n");
    for (const body of [gzipSync(text), `\ufeff${text}`, Buffer.from(`\ufeff${text}`, "utf16le")])
      expect(figuresOf(await readTable("workforce", body))).toMatchObject(expected);
  });
});
