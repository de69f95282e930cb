import { accepted, type CatalogueGroup, file, rejected, warned } from "../case.ts";
import { lines, nikOf } from "../make/people.ts";

const rows = (...cells: readonly string[]): string =>
  lines([
    ["NIK", "NPP", "MULAI", "AKHIR", "UPAH"],
    ...cells.map((row) => row.split(" ").map((cell) => cell.replace("A", nikOf(0)).replace("B", nikOf(1)))),
  ]);

export const REPEATS: CatalogueGroup = {
  title: { id: "Pekerja yang sama lebih dari sekali", en: "The same worker more than once" },
  cases: [
    file(
      "Dua baris yang sama",
      "Two equal rows",
      rows("A J1 2023-01 2023-12 100", "A J1 2023-01 2023-12 100"),
      warned("duplicate", { read: 2, accepted: 1 }),
    ),
    file(
      "Dua baris yang sama artinya, ditulis lain",
      "Two rows that mean the same, written otherwise",
      rows("A J1 2023-01 2023-12 100", "'A J1 01/2023 31-12-2023 Rp100"),
      warned("duplicate", { read: 2, accepted: 1 }),
    ),
    file(
      "Dua perusahaan",
      "Two employers",
      rows("A J1 2023-01 2023-12 100", "A J2 2023-01 2023-12 100"),
      accepted({ read: 2, accepted: 2 }),
    ),
    file(
      "Dua masa yang terpisah",
      "Two separate ranges",
      rows("A J1 2023-01 2023-06 100", "A J1 2023-07 2023-12 200"),
      accepted({ read: 2, accepted: 2 }),
    ),
    file(
      "Dua upah untuk bulan yang sama",
      "Two wages for the same months",
      rows("A J1 2023-01 2023-12 100", "A J1 2023-01 2023-12 200"),
      rejected("rows-contradict", { read: 2 }),
    ),
    file(
      "Dua masa yang bertumpang tindih",
      "Two ranges that overlap",
      rows("A J1 2023-01 2023-06 100", "B J1 2023-01 2023-06 100", "A J1 2023-06 2023-12 200"),
      rejected("rows-contradict", { read: 3, accepted: 1 }),
    ),
    file(
      "Satu baris baik, satu dengan NIK yang sama tetapi salah",
      "One sound row, and one of the same NIK that is wrong",
      rows("A J1 2023-01 2023-12 100", "A J1 2023-13 2023-12 100"),
      rejected("start-impossible", { read: 2, accepted: 1 }),
    ),
    file(
      "Semua masalah sebuah baris sekaligus",
      "All problems of a row at once",
      lines([
        ["NIK", "PROGRAM", "MULAI", "AKHIR", "NPP"],
        [nikOf(0), "JKK", "2023-05", "2023-04", nikOf(1)],
      ]),
      rejected("employer-has-nik end-before-start programme-below-minimum"),
    ),
  ],
};
