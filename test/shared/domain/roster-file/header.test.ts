import { describe, expect, test } from "vitest";
import type { SheetRow } from "#shared/domain/roster-file/cell.ts";
import { findHeader, safeName, withoutNumbers } from "#shared/domain/roster-file/header.ts";

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
    expect("warnings" in header && header.warnings[0]?.message.en).toContain("Warna, … (C)");
    expect(header).toMatchObject({ warnings: [{ code: "columns-ignored", severity: "warning" }] });
    expect(JSON.stringify(header)).toContain("Warna");
    expect("warnings" in header && header.warnings[0]?.message.en).not.toContain("0812345678");
  });

  test("a header that is there twice is refused", () => {
    expect(findHeader(sheet(["NIK", "UPAH", "Upah"]))).toMatchObject({ refused: { code: "column-twice" } });
  });
});

describe("a header of two lines", () => {
  test("is read as one", () => {
    const header = findHeader(
      sheet(["NO", "NIK", "Masa Perlindungan", null, "Jenis Kelamin"], [null, null, "Mulai", "Akhir", null], [1, "x"]),
    );
    expect(header).toMatchObject({ row: 2, names: ["NO", "NIK", "Mulai", "Akhir", "Jenis Kelamin"], warnings: [] });
    expect("columns" in header && header.columns).toEqual({ nik: 1, first: 2, last: 3, sex: 4 });
  });

  test("takes from the line above only what it has no name for itself", () => {
    const header = findHeader(sheet(["No", "Identitas", null, "Upah"], [null, "NIK", "Nama", null]));
    expect(header).toMatchObject({ row: 2, names: ["No", "NIK", "Nama", "Upah"], columns: { nik: 1, wage: 3 } });
  });

  test("may hold names that mean something only under another", () => {
    const header = findHeader(sheet(["NIK", "Jenis Kelamin", null], [null, "L", "P"], ["x", "v", null]));
    expect(header).toMatchObject({ row: 2, names: ["NIK", "Jenis Kelamin", "P"] });
  });

  test.each([[["PROGRAM", "JKK, JKM"]], [["MULAI", "2022-01", null, "AKHIR", "2022-12"]]])(
    "takes no name from a form above: %j",
    (form) => {
      const header = findHeader(sheet(form, [null, "NAMA", "NIK"], [1, "Budi", "1403010101009990"]));
      expect("columns" in header && header.columns).toEqual({ nik: 2 });
    },
  );

  test("takes no word for a relative in which one is hidden", () => {
    const header = findHeader(sheet(["NIK", "Kontribusi", null], [null, "Mulai", "Akhir"], ["x", "2022-01", ""]));
    expect("columns" in header && header.columns).toEqual({ nik: 0, first: 1, last: 2 });
  });

  test("leaves to relatives what is theirs, and to its first column what is there twice", () => {
    const header = findHeader(
      sheet(
        ["NAMA", "NIK", "Istri", null, "Masa", null],
        [null, null, "NIK", "Tgl Lahir", "Mulai", "Mulai"],
        ["Budi", "x", "y", "z", "2022-01", "2023-01"],
      ),
    );
    expect(header).toMatchObject({ row: 2, names: ["NAMA", "NIK", "Istri", "", "Mulai", ""] });
    expect("columns" in header && header.columns).toEqual({ nik: 1, first: 4 });
  });

  test.each([
    [["", "Budi", "", "KETERANGAN"]],
    [["", "", "", "catatan"]],
    [["1403010101009990", "MULAI", "AKHIR", ""]],
    [["", "", "", "KETERANGAN"]],
  ])("a row below with other content is no second line: %j", (below) => {
    expect(findHeader(sheet(["NIK", "NAMA", "MULAI", ""], below))).toMatchObject({ row: 1 });
  });
});

test("a worker beside whose NIK stands his sex, in a column without a name, is no second line of the header", () => {
  expect(findHeader(sheet(["NIK", ""], ["1403010101009990", "L"], ["1403010101009991", "P"]))).toMatchObject({
    row: 1,
  });
});

describe("workers above the header", () => {
  test("are no title: the file is refused, its rows being named by number only", () => {
    const refused = findHeader(sheet(["1403013112929990", "Budi"], ["NIK", "NAMA"], ["1403013112929991", "Siti"]));
    expect(refused).toMatchObject({ refused: { code: "rows-above-header" }, known: 2 });
    expect(JSON.stringify(refused)).not.toMatch(/1403|Budi/);
  });

  test("a form above may hold the NIK of whoever signs, and name it", () => {
    const rows = sheet(["NIK", ":", "1403013112929990"], [], ["NO", "NAMA", "NIK"], [1, "Budi", "1403013112929991"]);
    expect(findHeader(rows)).toMatchObject({ row: 3, columns: { nik: 2 } });
  });

  test.each([
    ["NPWP", "1403013112929990"],
    ["NIK Penanggung Jawab", "1403013112929990"],
    ["No. Rekening", "1234567890123456"],
  ])("a form above may hold another number of 16 digits: %s", (...line) => {
    expect(findHeader(sheet(line, ["NAMA", "NIK"], ["Budi", "1403013112929991"]))).toMatchObject({ row: 2 });
  });

  test("a form above may have as many names as the list", () => {
    const rows = sheet(["NIK", "1403013112929990"], [], [null, "NIK"], [1, "1403013112929991"]);
    expect(findHeader(rows)).toMatchObject({ row: 3, columns: { nik: 1 } });
  });

  test.each(["1403013112929990", "1403 0131 1292 9990"])(
    "a fuller header below workers does not hide them: %s",
    (nik) => {
      const rows = sheet(["NIK", "Warna"], [nik, "x"], ["NIK", "NAMA", "UPAH"]);
      expect(findHeader(rows)).toMatchObject({ row: 1 });
    },
  );
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

  test("the NIK of a relative is none of a worker's", () => {
    const refused = findHeader(sheet(["NAMA", "NIK AHLI WARIS", "ALAMAT"]));
    expect(refused).toMatchObject({ refused: { code: "no-nik-among-columns" } });
  });

  test("a row of persons whose identity type is KTP is no header", () => {
    const rows = sheet(["NAMA_LENGKAP", "JENIS_IDENTITAS", "NOMER"], ["Budi", "KTP", "1"]);
    expect(findHeader(rows)).toMatchObject({ refused: { code: "no-nik-among-columns" } });
  });
});

test("a name that is nearly one that is read is named with it, and nothing is taken for what it is not meant to be", () => {
  const found = findHeader(sheet(["NIK", "PROGRM", "AKHIR", "Catatan"]));
  const warnings = "refused" in found ? [] : found.warnings;
  expect(warnings).toMatchObject([{ code: "column-misspelt" }]);
  expect(warnings[0]?.message.en).toContain("If PROGRAM is meant");
});

test("no name is repeated with the digits of a NIK in it, however they are set apart", () => {
  expect(safeName("1403 0101 0170 0001")).toBe("…");
  expect(safeName("Masuk 01-01-2024")).toBe("Masuk 01-01-2024");
  expect(withoutNumbers("NIK (1403.0101.0170.0001)")).toBe("NIK (…)");
  expect(withoutNumbers("NIK (16 digit)")).toBe("NIK (16 digit)");
});

test.each([
  ["S/D", "last"],
  ["s.d.", "last"],
  ["SD", undefined],
])("%s is read as the end, but for a school", (name, field) => {
  const found = findHeader(sheet(["NIK", name]));
  expect("columns" in found && found.columns.last).toBe(field === undefined ? undefined : 1);
});
