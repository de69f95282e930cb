import { gzipSync } from "node:zlib";
import { accepted, type CatalogueCase, type CatalogueGroup, file, refused, rejected, warned } from "../case.ts";
import { lines, nikOf } from "../make/people.ts";
import { rowsOf, type WorkbookForm, workbookOf } from "../make/workbook.ts";

const MEGABYTE = 1024 * 1024;
const SHEET = "xl/worksheets/sheet1.xml";
const rows = rowsOf([
  ["NIK", "NAMA"],
  [nikOf(0), "Budi"],
]);
const book = (id: string, en: string, form: () => WorkbookForm, code: string): CatalogueCase =>
  file(id, en, () => workbookOf([{ name: "Data", rows }], form()), refused(code), { fileName: "data.xlsx" });
const sheetPart = (content: string): WorkbookForm => ({
  parts: { [SHEET]: `<?xml version="1.0"?>${content}` },
});
const billionLaughs = (): string => {
  const levels = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");
  return `<!DOCTYPE w [<!ENTITY l0 "ha">${levels}]><worksheet><sheetData><row><c t="str"><v>&l9;</v></c></row></sheetData></worksheet>`;
};

export const HOSTILE: CatalogueGroup = {
  title: { id: "Berkas yang berbahaya", en: "Hostile files" },
  cases: [
    book("Bom entitas XML", "XML entities that grow (billion laughs)", () => sheetPart(billionLaughs()), "xlsx-broken"),
    book(
      "Entitas XML dari luar",
      "An XML entity from outside",
      () =>
        sheetPart(
          '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>',
        ),
      "xlsx-broken",
    ),
    book(
      "Lembar yang mengembang 500 kali",
      "A sheet that grows five hundredfold",
      () => ({ parts: { [SHEET]: Buffer.alloc(100 * MEGABYTE, " ") } }),
      "file-too-large",
    ),
    book(
      "Teks bersama 100 MB",
      "100 MB of shared strings",
      () => ({ parts: { "xl/sharedStrings.xml": Buffer.alloc(100 * MEGABYTE, " ") } }),
      "file-too-large",
    ),
    book(
      "Bom yang menyembunyikan ukurannya",
      "A bomb that hides its size",
      () => ({ parts: { [SHEET]: Buffer.alloc(30 * MEGABYTE, " ") }, claimed: { [SHEET]: 1000 } }),
      "xlsx-broken",
    ),
    file(
      "Jutaan teks bersama yang kosong",
      "Millions of empty shared strings",
      () =>
        workbookOf([{ name: "Data", rows }], {
          parts: { "xl/sharedStrings.xml": `<sst>${"<si/>".repeat(4_000_000)}</sst>` },
        }),
      accepted(),
      { fileName: "data.xlsx" },
    ),
    book(
      "Sel 30 MB",
      "A cell of 30 MB",
      () =>
        sheetPart(
          `<worksheet><sheetData><row><c t="str"><v>${"x".repeat(30 * MEGABYTE)}</v></c></row></sheetData></worksheet>`,
        ),
      "cell-too-long",
    ),
    book(
      "XML bersarang seribu lapis",
      "XML nested a thousand deep",
      () => sheetPart(`<worksheet>${"<a>".repeat(1000)}`),
      "xlsx-broken",
    ),
    book(
      "XML yang tidak ditutup",
      "XML that is not closed",
      () => sheetPart(`<worksheet><sheetData>${rows}`),
      "xlsx-broken",
    ),
    book(
      "XML dengan tutup yang salah",
      "XML closed wrongly",
      () => sheetPart("<worksheet><sheetData></row></sheetData></worksheet>"),
      "xlsx-broken",
    ),
    book(
      "Kolom di luar Excel",
      "A column beyond Excel's last",
      () => sheetPart('<worksheet><sheetData><row><c r="ZZZZ1"><v>1</v></c></row></sheetData></worksheet>'),
      "xlsx-broken",
    ),
    book(
      "Baris ke sejuta miliar",
      "Row number a million thousand million",
      () => sheetPart('<worksheet><sheetData><row r="1000000000000000"><c><v>1</v></c></row></sheetData></worksheet>'),
      "xlsx-broken",
    ),
    book(
      "Lembar yang tidak ada di dalam ZIP",
      "A sheet that the ZIP does not have",
      () => ({
        parts: {
          "xl/_rels/workbook.xml.rels":
            '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>',
        },
      }),
      "xlsx-broken",
    ),
    book("Cara pemampatan yang tidak dikenal", "An unknown way of compression", () => ({ method: 14 }), "xlsx-broken"),
    file(
      "CSV dengan sel 30 MB",
      "A CSV with a cell of 30 MB",
      () =>
        Buffer.concat([Buffer.from(`NIK,NAMA\n${nikOf(0)},"`), Buffer.alloc(30 * MEGABYTE, "x"), Buffer.from('"\n')]),
      refused("csv-quote-open"),
    ),
    file(
      "CSV 30 MB tanpa akhir baris",
      "30 MB of CSV without a line end",
      () => Buffer.concat([Buffer.from("NIK,NAMA\n"), Buffer.alloc(30 * MEGABYTE, "x")]),
      refused("csv-quote-open"),
    ),
    file(
      "XLSX 70 MB",
      "XLSX of 70 MB",
      () => Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.alloc(70 * MEGABYTE)]),
      refused("file-too-large"),
      { fileName: "data.xlsx" },
    ),
    file(
      "Bom gzip",
      "A gzip bomb",
      () => gzipSync(Buffer.concat([Buffer.from("NIK\n"), Buffer.alloc(100 * MEGABYTE, "\n")])),
      refused("gzip-too-large"),
      { fileName: "data.csv.gz" },
    ),
    file("Sejuta kolom", "A million columns", () => `NIK${",".repeat(1_000_000)}\n${nikOf(0)}\n`, accepted()),
    file(
      "Rumus di dalam sel",
      "Formulas in cells",
      lines([
        ["NIK", "NAMA"],
        [nikOf(0), '"=HYPERLINK(""http://x"")"'],
      ]),
      accepted(),
    ),
    file(
      "Skrip HTML di dalam sel",
      "HTML script in cells",
      lines([
        ["NIK", "NAMA", "<script>alert(1)</script>"],
        [nikOf(0), "<b>Budi</b>", "x"],
      ]),
      warned("columns-ignored"),
    ),
    file(
      "NIK berisi perintah SQL",
      "A NIK that is SQL",
      lines([["NIK"], ["'; DROP TABLE pekerja; --"]]),
      rejected("nik-not-digits"),
    ),
    file(
      "Karakter arah teks (RTL) di NIK",
      "Text-direction marks in the NIK",
      lines([["NIK"], [`\u202e${nikOf(0)}`]]),
      rejected("nik-not-digits"),
    ),
    file(
      "100.000 baris rusak",
      "100,000 bad rows",
      () => `NIK\n${"x\n".repeat(100_000)}`,
      rejected("nik-not-digits rejected-rows-csv-only", { read: 100_000 }),
    ),
    file(
      "Sel yang penuh spasi",
      "Cells full of blanks",
      () => `NIK,NAMA\n${nikOf(0)},${" ".repeat(500_000)}\n`,
      accepted(),
    ),
  ],
};
