import { writeXlsx } from "hucre/xlsx";
import {
  accepted,
  type CatalogueCase,
  type CatalogueGroup,
  type Expected,
  file,
  refused,
  rejected,
  warned,
} from "../case.ts";
import { nikOf } from "../make/people.ts";
import { type CellPart, rowsOf, type SheetPart, type WorkbookForm, workbookOf } from "../make/workbook.ts";

const BORN = "1403013112929991";
const LIST: readonly (readonly CellPart[])[] = [
  ["NIK", "NAMA_LENGKAP"],
  [nikOf(0), "Budi"],
];
const DATA: SheetPart = { name: "data_tk_baru", rows: rowsOf(LIST) };
const INSTRUCTIONS: SheetPart = {
  name: "Petunjuk Pengisian",
  rows: rowsOf([
    ["Kolom", "Isi"],
    ["NIK", "16 angka"],
    ["NAMA_LENGKAP", "sesuai KTP"],
  ]),
};
const PLACES: SheetPart = {
  name: "Lokasi Pekerjaan",
  rows: rowsOf([
    ["Kode", "Nama"],
    ["3275", "Kota Bekasi"],
  ]),
};

const book = (
  id: string,
  en: string,
  sheets: readonly SheetPart[],
  expected: Expected,
  form: WorkbookForm = {},
): CatalogueCase => file(id, en, () => workbookOf(sheets, form), expected, { fileName: "data.xlsx" });
const sheet = (
  id: string,
  en: string,
  rows: readonly (readonly CellPart[])[],
  expected: Expected,
  form: WorkbookForm = {},
): CatalogueCase => book(id, en, [{ name: "Data", rows: rowsOf(rows) }], expected, form);
const xml = (text: string): CellPart => ({ xml: text });
const born = (cell: CellPart, more: readonly (readonly CellPart[])[] = []) => [
  ["NIK", "TGL_LAHIR"],
  [BORN, cell],
  ...more,
];

/** 31 December 1992 as a serial number. */
const IN_1900 = 33969;
const IN_1904 = 32507;

export const WORKBOOKS: CatalogueGroup = {
  title: { id: "Buku kerja Excel (XLSX)", en: "Excel workbooks (XLSX)" },
  cases: [
    file(
      "Ditulis oleh sebuah program, teks bersama",
      "Written by a program, shared strings",
      () =>
        writeXlsx({
          sheets: [
            {
              name: "Data",
              rows: [
                ["NIK", "NAMA"],
                [nikOf(0), "Budi"],
              ],
            },
          ],
        }),
      accepted(),
      { fileName: "data.xlsx" },
    ),
    sheet("Teks di dalam sel (inline)", "Inline strings", LIST, accepted()),
    sheet("Teks berformat (rich text)", "Rich text", [["NIK"], [xml('<c t="s"><v>0</v></c>')]], accepted(), {
      strings: `<si><r><rPr><b/></rPr><t>${nikOf(0).slice(0, 8)}</t></r><r><t>${nikOf(0).slice(8)}</t></r></si>`,
    }),
    sheet(
      "Teks bersama yang tidak ada",
      "A shared string that is not there",
      [
        ["NIK", "MULAI"],
        [nikOf(0), xml('<c t="s"><v>7</v></c>')],
      ],
      refused("xlsx-broken"),
    ),
    sheet(
      "Awalan nama pada XML, seperti Open XML SDK",
      "Prefixed XML, as the Open XML SDK writes it",
      LIST,
      accepted(),
      {
        parts: {
          "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><x:worksheet xmlns:x="m"><x:sheetData>${rowsOf(LIST).replace(/<(\/?)(row|c|is|t)\b/g, "<$1x:$2")}</x:sheetData></x:worksheet>`,
        },
      },
    ),
    sheet("Garis miring terbalik di dalam ZIP", "Backslashes in the ZIP", LIST, accepted(), { backslashes: true }),
    sheet("Tanpa nomor baris dan nama sel", "Without row numbers and cell names", LIST, accepted(), {
      parts: {
        "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet><sheetData>${rowsOf(LIST).replace(/ r="[A-Z]*\d+"/g, "")}</sheetData></worksheet>`,
      },
    }),
    sheet("Tidak dimampatkan", "Not compressed", LIST, accepted(), { method: 0 }),
    sheet("Dengan komentar di akhir ZIP", "With a comment at the end of the ZIP", LIST, accepted(), {
      comment: "dibuat oleh bagian umum",
    }),
    book(
      "Templat SIPP: petunjuk, data, kode lokasi",
      "SIPP template: instructions, data, place codes",
      [INSTRUCTIONS, DATA, PLACES],
      accepted(),
    ),
    book(
      "Lembar tersembunyi berisi kode",
      "A hidden sheet with codes",
      [{ ...PLACES, state: "hidden" }, DATA],
      accepted(),
    ),
    book(
      "Lembar yang hanya terlihat oleh makro",
      "A sheet that only macros see",
      [{ ...DATA, name: "salinan", state: "veryHidden" }, DATA],
      accepted(),
    ),
    book(
      "Dua lembar berisi pekerja",
      "Two sheets with workers",
      [DATA, { ...DATA, name: "bulan lalu" }],
      refused("several-sheets"),
    ),
    book(
      "Lembar tersembunyi juga berisi pekerja",
      "A hidden sheet has workers too",
      [DATA, { ...DATA, name: "lama", state: "hidden" }],
      refused("several-sheets"),
    ),
    book(
      "Lembar lain berisi pekerja, dengan judul NIK yang salah ketik",
      "Another sheet has workers, under a misspelt NIK",
      [
        DATA,
        {
          name: "Desa B",
          rows: rowsOf([
            ["NOMR_IDENTITAS", "NAMA"],
            [nikOf(1), "Siti"],
          ]),
        },
      ],
      refused("several-sheets"),
    ),
    book(
      "Lembar lain berisi NIK tanpa judul kolom",
      "Another sheet has NIK without a header",
      [DATA, { name: "lanjutan", rows: rowsOf([[nikOf(1), "Siti"]]) }],
      warned("sheets-not-read"),
    ),
    book(
      "Hanya lembar petunjuk",
      "Instructions only",
      [INSTRUCTIONS],
      rejected("columns-ignored nik-not-digits", { read: 1 }),
    ),
    book("Lembar kosong", "An empty sheet", [{ name: "Sheet1", rows: "" }], refused("no-nik-column")),
    book(
      "Lebih dari 255 lembar",
      "More than 255 sheets",
      Array.from({ length: 256 }, (_, n) => ({ name: `S${n}`, rows: "" })),
      refused("too-many-sheets"),
    ),
    sheet(
      "Judul daftar di atas, baris kosong di antaranya",
      "A title above, blank rows between",
      [["DAFTAR PEKERJA RENTAN"], [], ...LIST, [], [nikOf(1), "Siti"]],
      accepted({ read: 2, accepted: 2 }),
    ),
    sheet(
      "Judul dua baris dengan sel gabungan (XLSX)",
      "A header of two lines with merged cells (XLSX)",
      [
        ["NO", "NIK", "NAMA", "Masa Perlindungan", null, "Upah"],
        [null, null, null, "Mulai", "Akhir", null],
        [1, nikOf(0), "Budi", "2022-11", "2023-12", 3500000],
      ],
      accepted(),
    ),
    sheet(
      "Judul dua baris yang berulang di halaman berikutnya",
      "A header of two lines again on the next page",
      [
        ["NO", "NIK", "NAMA", "Periode", null],
        [null, null, null, "Mulai", "Akhir"],
        [1, nikOf(0), "Budi", "2022-11", "2023-12"],
        ["NO", "NIK", "NAMA", "Periode", null],
        [null, null, null, "Mulai", "Akhir"],
        [2, nikOf(1), "Siti", "2022-11", "2023-12"],
      ],
      warned("header-repeated", { read: 2, accepted: 2 }),
    ),
    sheet(
      "Semua kolom di dalam kolom A",
      "All columns in column A",
      [["NIK;NAMA;UPAH"], [`${nikOf(0)};Budi;3500000`]],
      refused("columns-in-one-cell"),
    ),
    sheet(
      "Judul berulang, jumlah, nomor urut saja",
      "Header again, a total, running numbers only",
      [
        ["NO", "NIK"],
        [1, nikOf(0)],
        ["NO", "NIK"],
        [2, nikOf(1)],
        [3, null],
        ["TOTAL", null],
      ],
      warned("empty-rows-skipped header-repeated totals-skipped", { read: 2, accepted: 2 }),
    ),
    sheet(
      "Jumlah orang di kolom NIK di bawah daftar",
      "A count under the NIK column",
      [
        ["NAMA", "NIK"],
        ["Budi", nikOf(0)],
        ["JUMLAH", 1],
      ],
      warned("totals-skipped"),
    ),
    sheet("Tanggal Excel", "An Excel date", born(xml(`<c s="1"><v>${IN_1900}</v></c>`)), accepted(), {
      formats: ["dd\\-mm\\-yyyy"],
    }),
    sheet(
      "Tanggal Excel berformat Indonesia",
      "An Excel date in Indonesian",
      born(xml(`<c s="1"><v>${IN_1900}</v></c>`)),
      accepted(),
      { formats: ["[$-421]dd mmmm yyyy;@"] },
    ),
    sheet("Nomor tanggal tanpa format", "A serial number without a format", born(IN_1900), accepted()),
    sheet(
      "Tanggal Excel, sistem 1904",
      "An Excel date, 1904 system",
      born(xml(`<c s="1"><v>${IN_1904}</v></c>`)),
      accepted(),
      { formats: ["d/m/yy"], date1904: true },
    ),
    sheet(
      "Nomor tanggal tanpa format, sistem 1904",
      "A serial number without a format, 1904 system",
      born(IN_1904),
      accepted(),
      { date1904: true },
    ),
    sheet(
      "Tanggal ISO di sel (t=d)",
      "An ISO date in a cell (t=d)",
      born(xml('<c t="d"><v>1992-12-31T00:00:00</v></c>')),
      accepted(),
    ),
    sheet("Tanggal sebagai teks", "A date as text", born("31-12-1992"), accepted()),
    sheet("Tanggal yang menjadi ####", "A date that became ####", born("########"), warned("birth-date-unreadable")),
    sheet(
      "Angka merah bukan tanggal",
      "A number in red is no date",
      [
        ["NIK", "UPAH"],
        [nikOf(0), xml('<c s="1"><v>3500000</v></c>')],
      ],
      accepted(),
      { formats: ["[Red]#,##0"] },
    ),
    sheet(
      "Rumus dengan nilai tersimpan",
      "A formula with its last value",
      [["NIK"], [xml(`<c t="str"><f>A1&amp;B1</f><v>${nikOf(0)}</v></c>`)]],
      accepted(),
    ),
    sheet(
      "Rumus tanpa nilai tersimpan",
      "A formula without a value",
      [["NIK"], [xml("<c><f>VLOOKUP(A1,X:X,1,0)</f></c>")]],
      rejected("nik-is-formula"),
    ),
    sheet(
      "Rumus dengan nilai kosong, seperti dari openpyxl",
      "A formula with an empty value, as openpyxl writes it",
      [
        ["NIK", "MULAI"],
        [nikOf(0), xml("<c><f>DATE(2022,11,1)</f><v></v></c>")],
      ],
      rejected("start-unreadable"),
    ),
    sheet(
      "Rumus yang memberi teks kosong",
      "A formula that gives an empty text",
      [
        ["NIK", "AKHIR"],
        [nikOf(0), xml('<c t="str"><f>IF(A2="","x","")</f><v></v></c>')],
      ],
      accepted(),
    ),
    sheet(
      "MULAI digabung (merge) untuk beberapa pekerja",
      "MULAI merged over several workers",
      [["NIK", "MULAI"], [nikOf(0), "2022-11"], [nikOf(1)], [nikOf(2)]],
      refused("cells-merged"),
      { merged: ["B2:B4"] },
    ),
    sheet(
      "UPAH digabung (merge) untuk satu pekerja dengan dua baris",
      "UPAH merged for one worker in two rows",
      [
        ["NO", "NIK", "ALAMAT", "UPAH", "MULAI"],
        [1, nikOf(0), "Jl. Sudirman", "3500000"],
        [],
        [2, nikOf(1), "Jl. Melati", "3500000"],
      ],
      accepted({ read: 2, accepted: 2 }),
      { merged: ["D2:D3", "E2:E4"] },
    ),
    sheet("Pekerja di baris tersembunyi", "A worker in a hidden row", LIST, warned("hidden-rows"), {
      parts: {
        "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet><sheetData>${rowsOf(LIST).replace('<row r="2"', '<row r="2" hidden="1"')}</sheetData></worksheet>`,
      },
    }),
    sheet(
      "Tanda tangan dengan NIP di kolom NIK",
      "A signature with an NIP in the NIK column",
      [
        ["NO", "NIK", "NAMA"],
        [1, nikOf(0), "Budi"],
        [null, "Bengkalis, 1 November 2022"],
        [null, "Kepala Desa"],
        [null, "NIP. 196501011990031001"],
      ],
      warned("signature-skipped"),
    ),
    sheet(
      "Nama, judul dan tanda tangan digabung (merge)",
      "Names, titles and signatures merged",
      [
        ["DAFTAR PEKERJA", null, null],
        ["NIK", "NAMA", "MULAI"],
        [nikOf(0), "Budi", "2022-11"],
        [nikOf(1), null, "2022-11"],
        [null, null, "Mengetahui,"],
      ],
      warned("signature-skipped", { read: 2, accepted: 2 }),
      { merged: ["A1:C1", "B3:B4", "C5:C8"] },
    ),
    sheet(
      "Rumus yang gagal (#REF!)",
      "A formula that failed (#REF!)",
      [["NIK"], [xml('<c t="e"><f>A1</f><v>#REF!</v></c>')]],
      rejected("nik-is-formula"),
    ),
    sheet(
      "NIK di sel berformat tanggal",
      "The NIK in a cell formatted as a date",
      [["NIK"], [xml(`<c s="1"><v>${nikOf(0)}</v></c>`)]],
      rejected("nik-is-number"),
      { formats: ["dd/mm/yyyy"] },
    ),
    sheet(
      "Upah sebagai angka pecahan",
      "The wage as a fraction",
      [
        ["NIK", "UPAH"],
        [nikOf(0), 3500000.5],
      ],
      accepted(),
    ),
    sheet(
      "Sel benar/salah",
      "A cell that is true or false",
      [
        ["NIK", "GELAR"],
        [nikOf(0), xml('<c t="b"><v>1</v></c>')],
      ],
      accepted(),
    ),
    sheet("Catatan di luar kolom", "A note beside the columns", [["NIK"], [nikOf(0), "catatan"]], accepted()),
    sheet("Format sampai kolom XFD", "Formats out to column XFD", LIST, accepted(), {
      parts: {
        "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet><sheetData>${rowsOf(LIST).replace("</row>", '<c r="XFD1" s="0"/></row>')}</sheetData></worksheet>`,
      },
    }),
    sheet(
      "Teks dengan _x000D_",
      "Text with _x000D_",
      [
        ["NIK", "NAMA_x000D_"],
        [nikOf(0), "Budi_x000D_"],
      ],
      accepted(),
    ),
    file("CSV bernama .xlsx", "A CSV called .xlsx", `NIK\r\n${nikOf(0)}\r\n`, accepted(), { fileName: "data.xlsx" }),
    file("Buku kerja bernama .csv", "A workbook called .csv", () => workbookOf([DATA]), accepted()),
  ],
};
