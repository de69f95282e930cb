import { describe, expect, test } from "vitest";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { monthText } from "#shared/domain/month.ts";
import { unpack } from "#shared/domain/packed-enrolments.ts";
import { context, nik, nikOf, source, taken, workbook } from "./roster-files.ts";

type Rows = Parameters<typeof workbook>[0][number];
const read = async (sheets: readonly Rows[], dates: "1900" | "1904" = "1900") =>
  readRoster(source(await workbook(sheets, dates)), context());

describe("a workbook", () => {
  test("text is text, and rows count as in the sheet", async () => {
    const rows = [["Daftar pekerja"], [], ["NIK", "NAMA"], [nik(0), "A"], [], ["x", "B"], [nik(1), null]];
    const reading = taken(await read([rows]));
    expect(
      unpack(reading.enrolments)
        .map((row) => nikOf(row.worker))
        .sort(),
    ).toEqual([nik(0), nik(1)].sort());
    expect(reading.problems.map((found) => `${found.row} ${found.code}`)).toEqual(["6 nik-not-digits"]);
  });

  test("a NIK in a numeric cell is damaged, however sound its digits look", async () => {
    const reading = taken(await read([[["NIK"], [Number(nik(0))], [nik(1)]]]));
    expect(reading.problems.map((found) => `${found.row} ${found.code}`)).toEqual(["2 nik-is-number"]);
    expect(reading).toMatchObject({ unreadable: 1, rows: { accepted: 1 } });
  });

  test.each(["1900", "1904"] as const)(
    "dates of the %s system and serial numbers are the days they show",
    async (dates) => {
      const birth = new Date(Date.UTC(2000, 0, 1));
      const start = new Date(Date.UTC(2023, 1, 28));
      const header = ["NIK", "TGL_LAHIR", "MULAI", "AKHIR", "UPAH"];
      const rows = [
        header,
        [nik(0), dates === "1900" ? birth : "01-01-2000", start, dates === "1900" ? 45291 : 43829, 1592000],
      ];
      const reading = taken(await read([rows], dates));
      expect(reading.problems).toEqual([]);
      const [row] = unpack(reading.enrolments);
      expect(row && [monthText(row.first), monthText(row.last), row.basisRupiah]).toEqual([
        "2023-02",
        "2023-12",
        1_592_000,
      ]);
    },
  );

  test("cells beside the columns do not make a row unreadable", async () => {
    expect(taken(await read([[["NIK"], [nik(0), "catatan"]]])).rows.accepted).toBe(1);
  });

  test("the sheet with persons is read, after instructions and before a list of codes", async () => {
    const instructions = [
      ["Kolom", "Isi"],
      ["NIK", "16 angka"],
      ["NAMA_LENGKAP", "sesuai KTP"],
    ];
    const codes = [
      ["Kode", "Nama"],
      ["3275", "Kota Bekasi"],
    ];
    const reading = taken(
      await read([
        instructions,
        [
          ["NAMA_LENGKAP", "NOMOR_IDENTITAS"],
          ["A", nik(0)],
        ],
        codes,
      ]),
    );
    expect(reading.rows).toMatchObject({ read: 1, accepted: 1 });
  });

  test.each([
    [
      "two sheets with persons",
      [
        [["NIK"], [nik(0)]],
        [["NIK"], [nik(1)]],
      ],
      "several-sheets",
    ],
    [
      "no NIK column in any",
      [
        [
          ["NAMA", "UPAH"],
          ["A", 1],
        ],
        [["Kode"]],
      ],
      "no-nik-among-columns",
    ],
    ["nothing at all", [[]], "no-nik-column"],
  ] as const)("%s is refused", async (_, sheets, code) => {
    expect(await read(sheets)).toMatchObject({ kind: "refused", problems: [{ code }] });
  });
});
