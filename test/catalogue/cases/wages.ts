import { accepted, type CatalogueCase, type CatalogueGroup, type Expected, file, rejected, warned } from "../case.ts";
import { bornOn, lines, nikOf } from "../make/people.ts";

const PPU = "14.03/ppu/cabang";
const wage = (written: string, expected: Expected, roster = PPU): CatalogueCase =>
  file(
    `UPAH ${written || "kosong"}${roster === PPU ? "" : " (pekerja rentan)"}`,
    `UPAH ${written || "empty"}${roster === PPU ? "" : " (vulnerable workers)"}`,
    lines(
      [
        ["NIK", "UPAH"],
        [nikOf(0), `"${written}"`],
      ],
      ";",
    ),
    expected,
    { roster },
  );
const employer = (id: string, en: string, written: string, expected: Expected): CatalogueCase =>
  file(
    `NPP ${id}`,
    `NPP ${en}`,
    lines([
      ["NIK", "NPP"],
      [nikOf(0), `"${written}"`],
    ]),
    expected,
  );

export const WAGES: CatalogueGroup = {
  title: { id: "Upah dan perusahaan", en: "Wages and employers" },
  cases: [
    ...["3500000", "3.500.000", "Rp 3.500.000,-", "3,500,000.00", "3.500.000,50", "IDR3500000"].map((written) =>
      wage(written, accepted()),
    ),
    wage("", warned("wage-missing")),
    wage("0", warned("wage-missing")),
    wage("3.500", warned("wage-very-low")),
    wage("lima juta", rejected("wage-unreadable")),
    wage("-5000", rejected("wage-unreadable")),
    wage("99.999.999.999", rejected("wage-too-large")),
    wage("tidak tetap", warned("wage-not-read"), "14.03/rentan/apbd"),
    wage("", accepted(), "14.03/rentan/apbd"),
    file(
      "Segmen yang dihitung dari upah tanpa kolom UPAH",
      "A segment priced by wage without a wage column",
      lines([["NIK"], [nikOf(0)]]),
      warned("no-wage-column"),
      { roster: PPU },
    ),
    file(
      "Yang berakhir, tanpa kolom UPAH",
      "Those who leave, without a wage column",
      lines([
        ["NIK", "TGL_LAHIR", "AKHIR"],
        [nikOf(0), bornOn(0), "2022-12"],
      ]),
      accepted(),
      { roster: PPU, fileName: "data.end.csv" },
    ),
    file(
      "Yang berakhir, dengan UPAH yang tidak terbaca",
      "Those who leave, with a wage that cannot be read",
      lines([
        ["NIK", "UPAH", "AKHIR"],
        [nikOf(0), "lima juta", "2022-12"],
      ]),
      accepted(),
      { roster: PPU, metadata: { mode: "end" } },
    ),
    employer("biasa", "as usual", "JJ012345", accepted()),
    employer("berisi sebuah NIK", "that holds a NIK", nikOf(5), rejected("employer-has-nik")),
    employer("terlalu panjang", "too long", "x".repeat(40), rejected("employer-unreadable")),
    employer("dari rumus yang gagal", "of a formula that failed", "#N/A", rejected("employer-unreadable")),
    employer("dengan baris baru", "with a line break", "JJ\n01", rejected("employer-unreadable")),
  ],
};
