import { describe, expect, test } from "vitest";
import type { SheetRow } from "#shared/domain/roster-file/cell.ts";
import { columnLetter, findHeader, safeName, withoutNumbers } from "#shared/domain/roster-file/header.ts";

const sheet = (...rows: readonly (readonly (string | number | null)[])[]): readonly SheetRow[] =>
  rows.map((cells, index) => ({ row: index + 1, cells }));

describe("a header is found by its names", () => {
  test.each(["NIK", "No. KTP", "NO_IDENTITAS", "Nomor Induk Kependudukan", "nik (npwp 16 digit)", " nomor identitas "])(
    "%s is a NIK column",
    (name) => {
      expect(findHeader(sheet(["NAMA", name]))).toMatchObject({ row: 1, columns: { nik: 1 } });
    },
  );

  test("title rows above it are passed over", () => {
    const header = findHeader(sheet(["Daftar pekerja"], [], [null, "NIK", "MULAI"], ["1", "x", "y"]));
    expect(header).toMatchObject({ row: 3, columns: { nik: 1, first: 2 }, warnings: [] });
  });

  test("NO_KTP is read before NIK, which may be the firm's own number", () => {
    expect(findHeader(sheet(["NIK", "NO_KTP"]))).toMatchObject({ columns: { nik: 1 } });
  });

  test("unknown columns are named once, without what may be personal", () => {
    const header = findHeader(sheet(["NIK", "Warna", "0812345678", "NAMA_LENGKAP"]));
    expect(header).toMatchObject({ warnings: [{ code: "columns-ignored", severity: "warning" }] });
    expect(JSON.stringify(header)).toContain("Warna");
    expect("warnings" in header && header.warnings[0]?.message.en).not.toContain("0812345678");
  });

  test("a header that is there twice is refused", () => {
    expect(findHeader(sheet(["NIK", "UPAH", "Upah"]))).toMatchObject({ refused: { code: "column-twice" } });
  });
});

describe("without a NIK column nothing of the file is repeated", () => {
  test("rows of persons", () => {
    const refused = findHeader(sheet(["Budi Santoso", "1403013112929990"], ["Siti Aminah", "1403017112929991"]));
    expect(refused).toMatchObject({ refused: { code: "no-nik-column" } });
    expect(JSON.stringify(refused)).not.toMatch(/Budi|Siti|1403/);
  });

  test("names of the templates are told, others not", () => {
    const refused = findHeader(sheet(["NAMA_LENGKAP", "UPAH", "Budi Santoso"]));
    expect(refused).toMatchObject({ refused: { code: "no-nik-among-columns" } });
    expect(JSON.stringify(refused)).toContain("NAMA_LENGKAP, UPAH");
    expect(JSON.stringify(refused)).not.toContain("Budi");
  });

  test.each(["NIKK", "NOMR_IDENTITAS", "NO KPT"])("a near miss is pointed at by its column: %s", (name) => {
    const refused = findHeader(sheet(["NAMA_LENGKAP", name, "UPAH"]));
    expect(refused).toMatchObject({ refused: { code: "nik-column-misspelt" } });
    expect("refused" in refused && refused.refused.message.en).toContain("column B");
  });

  test("a row of persons whose identity type is KTP is no header", () => {
    const rows = sheet(["NAMA_LENGKAP", "JENIS_IDENTITAS", "NOMER"], ["Budi", "KTP", "1"]);
    expect(findHeader(rows)).toMatchObject({ refused: { code: "no-nik-among-columns" } });
  });
});

test.each([
  ["Tgl Akhir", "AKHIR"],
  ["Tanggal Berakhir", "AKHIR"],
  ["TGL_MULAI", "MULAI"],
  ["PROGRM", "PROGRAM"],
])("%s is not read, and %s is named as what may be meant", (name, meant) => {
  const found = findHeader(sheet(["NIK", name]));
  const [warning] = "refused" in found ? [] : found.warnings;
  expect(warning).toMatchObject({ code: "column-misspelt" });
  expect(warning?.message.en).toContain(`If ${meant} is meant`);
});

test("nothing is taken for what it is not meant to be", () => {
  const found = findHeader(sheet(["NIK", "AKHIR", "Tgl Akhir", "Catatan"]));
  expect("refused" in found ? [] : found.warnings).toMatchObject([{ code: "columns-ignored" }]);
});

test("no name is repeated with the digits of a NIK in it, however they are set apart", () => {
  expect(safeName("1403 0101 0170 0001")).toBe("…");
  expect(safeName("Masuk 01-01-2024")).toBe("Masuk 01-01-2024");
  expect(withoutNumbers("NIK (1403.0101.0170.0001)")).toBe("NIK (…)");
  expect(withoutNumbers("NIK (16 digit)")).toBe("NIK (16 digit)");
});

test.each([
  [0, "A"],
  [25, "Z"],
  [26, "AA"],
  [701, "ZZ"],
  [702, "AAA"],
])("column %i is %s", (index, letter) => {
  expect(columnLetter(index)).toBe(letter);
});
