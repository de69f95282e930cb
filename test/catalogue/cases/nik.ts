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
import { lines, nikOf } from "../make/people.ts";
import { rowsOf, workbookOf } from "../make/workbook.ts";

const good = nikOf(0);
/** One row, under NAMA and NIK. */
const nik = (id: string, en: string, text: string, expected: Expected): CatalogueCase =>
  file(
    `NIK ${id}`,
    `NIK ${en}`,
    lines([
      ["NAMA", "NIK"],
      ["Budi", text],
    ]),
    expected,
  );
const many = (count: number, ending: (n: number) => string): string =>
  lines([["NIK"], ...Array.from({ length: count }, (_, n) => [nikOf(n * 10).slice(0, 14) + ending(n)])]);

export const NIKS: CatalogueGroup = {
  title: { id: "NIK", en: "NIK" },
  cases: [
    nik("kosong", "empty", "", rejected("nik-missing")),
    nik("15 angka", "of 15 digits", good.slice(1), rejected("nik-length")),
    nik("17 angka", "of 17 digits", `${good}1`, rejected("nik-length")),
    nik("dengan huruf O", "with the letter O", `14O3${good.slice(4)}`, rejected("nik-not-digits")),
    nik(
      "dengan angka lebar (Unicode)",
      "in full-width digits",
      "１４０３０１３１１２９２９９９０",
      rejected("nik-not-digits"),
    ),
    nik(
      "dengan spasi setiap empat angka",
      "with blanks after every four digits",
      good.replace(/(.{4})(?=.)/g, "$1 "),
      warned("nik-spaced"),
    ),
    nik(
      "dengan titik",
      "with dots",
      `${good.slice(0, 6)}.${good.slice(6, 12)}.${good.slice(12)}`,
      warned("nik-spaced"),
    ),
    nik("dengan apostrof di depan", "with an apostrophe in front", `'${good}`, accepted()),
    nik("dengan apostrof di belakang", "with an apostrophe behind", `${good}'`, accepted()),
    nik("ilmiah (1,40E+15)", "in scientific notation (1,40E+15)", '"1,40301E+15"', rejected("nik-scientific")),
    nik("ilmiah Inggris (1.40301E+15)", "in English scientific notation", "1.40301E+15", rejected("nik-scientific")),
    nik("berakhiran 0000", "that ends in 0000", `${good.slice(0, 12)}0000`, rejected("nik-digits-lost")),
    nik("dengan kode kabupaten 70", "with regency 70", `1470${good.slice(4)}`, rejected("nik-region-unknown")),
    nik("dengan kode kabupaten 00", "with regency 00", `1400${good.slice(4)}`, rejected("nik-region-unknown")),
    nik(
      "dari provinsi yang tidak ada (99)",
      "of a province that is none (99)",
      `9901${good.slice(4)}`,
      rejected("nik-region-unknown"),
    ),
    nik("dari Papua (di atas 2^53)", "of Papua (above 2^53)", `9171${good.slice(4)}`, accepted()),
    nik("dari Merauke lama (91.01)", "of the former Merauke (91.01)", `9101${good.slice(4)}`, accepted()),
    nik("dari Tarakan lama (64.73)", "of the former Tarakan (64.73)", `6473${good.slice(4)}`, accepted()),
    nik(
      "dengan kode kabupaten yang tidak terdaftar",
      "with a regency in no list",
      `1413${good.slice(4)}`,
      warned("nik-region-unlisted"),
    ),
    nik(
      "lahir 31 Februari",
      "born on 31 February",
      `${good.slice(0, 6)}310290${good.slice(12)}`,
      rejected("nik-date-impossible"),
    ),
    nik(
      "lahir bulan 13",
      "born in month 13",
      `${good.slice(0, 6)}011390${good.slice(12)}`,
      rejected("nik-date-impossible"),
    ),
    nik("perempuan (tanggal + 40)", "of a woman (day + 40)", `${good.slice(0, 6)}410180${good.slice(12)}`, accepted()),
    nik(
      "lahir 29 Februari di tahun biasa",
      "born on 29 February of a common year",
      `${good.slice(0, 6)}290283${good.slice(12)}`,
      rejected("nik-date-impossible"),
    ),
    nik("yang sebenarnya nomor paspor", "that is a passport's number", "C1234567", rejected("nik-is-passport")),
    nik("#N/A", "#N/A", "#N/A", rejected("nik-is-formula")),
    nik("berisi tanda hubung saja", "of a dash only", "-", rejected("nik-missing")),
    nik("dengan desimal (….0)", "with decimals (….0)", `${good}.0`, rejected("nik-is-number")),
    nik("dengan desimal (…,00)", "with decimals (…,00)", `"${good},00"`, rejected("nik-is-number")),
    nik("dengan tanda tak terlihat", "with an unseen mark", `\u200b${good}`, rejected("nik-not-digits")),
    file(
      "NIK di sel angka (XLSX)",
      "NIK in a numeric cell (XLSX)",
      () => workbookOf([{ name: "Data", rows: rowsOf([["NIK"], [Number(good)]]) }]),
      rejected("nik-is-number"),
      { fileName: "data.xlsx" },
    ),
    file(
      "NIK Papua di sel angka (XLSX)",
      "NIK of Papua in a numeric cell (XLSX)",
      () => workbookOf([{ name: "Data", rows: rowsOf([["NIK"], [Number(`9171${good.slice(4)}`)]]) }]),
      rejected("nik-is-number"),
      { fileName: "data.xlsx" },
    ),
    file(
      "Seluruh kolom NIK berakhiran 0",
      "A whole NIK column that ends in 0",
      many(30, () => "10"),
      refused("nik-column-damaged"),
    ),
    file(
      "Seluruh kolom berakhiran 0, sebagian 0000",
      "A whole column that ends in 0, some in 0000",
      lines([
        ["NIK"],
        ...Array.from({ length: 20 }, (_, n) => [nikOf(n * 10).slice(0, 12) + (n % 2 ? "0000" : "0010")]),
      ]),
      refused("nik-column-damaged"),
    ),
    file(
      "Lebih dari separuh NIK berakhiran 0",
      "More than half of the NIK end in 0",
      many(30, (n) => (n < 20 ? "10" : "11")),
      warned("nik-column-suspect", { read: 30, accepted: 30 }),
    ),
    file(
      "Empat NIK yang semua berakhiran 0",
      "Four NIK that all end in 0",
      many(4, () => "10"),
      accepted({ read: 4, accepted: 4 }),
    ),
    file(
      "Lima NIK yang semua berakhiran 0",
      "Five NIK that all end in 0",
      many(5, () => "10"),
      warned("nik-column-suspect", { read: 5, accepted: 5 }),
    ),
  ],
};
