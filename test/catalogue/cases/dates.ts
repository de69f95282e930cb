import { accepted, type CatalogueCase, type CatalogueGroup, type Expected, file, rejected, warned } from "../case.ts";
import { lines } from "../make/people.ts";

/** A man born on 31 December 1992, and one on 4 March 1992. */
const LAST_OF_1992 = "1403013112929991";
const FOURTH_OF_MARCH = "1403010403929992";

const birth = (written: string, expected: Expected, nik = LAST_OF_1992, roster = {}): CatalogueCase =>
  file(
    `Tanggal lahir ${written}`,
    `Birth date ${written}`,
    lines([
      ["NIK", "TGL_LAHIR"],
      [nik, `"${written}"`],
    ]),
    expected,
    roster,
  );
const sex = (written: string, expected: Expected): CatalogueCase =>
  file(
    `Jenis kelamin ${written}`,
    `Sex ${written}`,
    lines([
      ["NIK", "JENIS_KELAMIN"],
      [LAST_OF_1992, written],
    ]),
    expected,
  );

const FORMS = [
  "33969",
  "31-12-1992",
  "31/12/1992",
  "31.12.1992",
  "1992-12-31",
  "1992/12/31",
  "31 Desember 1992",
  "31-Des-1992",
  "31-Des-92",
  "31-12-92",
  "31 December 1992",
  "31/12/1992 00:00",
  "1992-12-31T00:00:00",
];

export const DATES: CatalogueGroup = {
  title: { id: "Tanggal lahir, umur, jenis kelamin", en: "Birth dates, ages, sexes" },
  cases: [
    ...FORMS.map((written) => birth(written, accepted())),
    birth("-", accepted()),
    birth("01-01-1992", warned("birth-date-differs")),
    birth("50870", warned("birth-date-unreadable")),
    birth("33970", warned("birth-date-unreadable")),
    birth("31-02-1992", rejected("birth-date-impossible")),
    birth("31-13-1992", rejected("birth-date-impossible")),
    birth("29-02-1993", rejected("birth-date-impossible")),
    birth("12/31/1992", warned("birth-date-month-first")),
    birth("03/04/1992", warned("birth-date-month-first"), FOURTH_OF_MARCH),
    birth("04/03/1992", accepted(), FOURTH_OF_MARCH),
    birth("1992-04-03", warned("birth-date-swapped"), FOURTH_OF_MARCH),
    birth("1992-03-04", accepted(), FOURTH_OF_MARCH),
    file(
      "Tanggal lahir bulan dahulu, di samping MULAI",
      "Birth dates month first, beside MULAI",
      `NIK,TGL_LAHIR,MULAI\r\n${LAST_OF_1992},12/31/1992,11/01/2022\r\n`,
      warned("birth-date-month-first dates-perhaps-month-first"),
    ),
    birth("besok", warned("birth-date-unreadable")),
    birth("31121992", warned("birth-date-unreadable")),
    birth("31-12-2092", rejected("birth-date-future")),
    birth("31-12-2010", warned("age-below-15"), "1403013112109993"),
    birth("31-12-1950", warned("age-above-65"), "1403013112509994"),
    file(
      "Lebih dari 65 tahun, tetapi penerima upah",
      "Over 65, but a wage earner",
      lines([
        ["NIK", "TGL_LAHIR", "UPAH"],
        ["1403013112509994", "31-12-1950", "3500000"],
      ]),
      accepted(),
      { roster: "14.03/ppu/cabang" },
    ),
    file(
      "54 tahun dengan JKP",
      "54 years old with JKP",
      lines([
        ["NIK", "TGL_LAHIR", "PROGRAM", "UPAH"],
        ["1403010101689995", "01-01-1968", '"JKK,JKM,JHT,JKP"', "3500000"],
      ]),
      warned("age-above-jkp"),
      { roster: "14.03/ppu/cabang" },
    ),
    file(
      "Usia pensiun dengan JP",
      "At pension age with JP",
      lines([
        ["NIK", "TGL_LAHIR", "PROGRAM", "UPAH"],
        ["1403010101609996", "01-01-1960", '"JKK,JKM,JHT,JP"', "3500000"],
      ]),
      warned("age-above-jp"),
      { roster: "14.03/ppu/cabang" },
    ),
    sex("L", accepted()),
    sex("Laki-laki", accepted()),
    sex("1", accepted()),
    sex("P", warned("sex-differs")),
    sex("Perempuan", warned("sex-differs")),
    sex("?", accepted()),
  ],
};
