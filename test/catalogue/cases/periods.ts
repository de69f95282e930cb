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
import { lines, list, nikOf } from "../make/people.ts";

const period = (first: string, last: string, expected: Expected): CatalogueCase =>
  file(
    `MULAI ${first || "kosong"}, AKHIR ${last || "kosong"}`,
    `MULAI ${first || "empty"}, AKHIR ${last || "empty"}`,
    lines([
      ["NIK", "MULAI", "AKHIR"],
      [nikOf(0), first, last],
    ]),
    expected,
  );
const months = (written: string, expected: Expected): CatalogueCase =>
  file(
    `BULAN_IURAN ${written}`,
    `BULAN_IURAN ${written}`,
    lines([
      ["NIK", "MULAI", "BULAN_IURAN"],
      [nikOf(0), "2022-11", written],
    ]),
    expected,
  );

/** As where MULAI and AKHIR were merged over all rows before the sheet became a CSV. */
const merged = file(
  "Sel MULAI dan AKHIR yang digabung, disimpan sebagai CSV",
  "Merged cells of MULAI and AKHIR, saved as a CSV",
  lines([
    ["NIK", "MULAI", "AKHIR"],
    [nikOf(0), "2022-11", "2023-12"],
    [nikOf(1), "", ""],
    [nikOf(2), "", ""],
  ]),
  warned("start-empty-in-some end-empty-in-some", { read: 3, accepted: 3 }),
);

export const PERIODS: CatalogueGroup = {
  title: { id: "Bulan perlindungan", en: "Months of protection" },
  cases: [
    period("2022-11", "2023-12", accepted()),
    period("11/2022", "12-2023", accepted()),
    period("01-11-2022", "31/12/2023", accepted()),
    period("November 2022", "Des 2023", accepted()),
    period("Nov-22", "Des-23", accepted()),
    period("01-11-22", "31-12-23", accepted()),
    period("", "", accepted()),
    merged,
    period("2022-11", "-", accepted()),
    period("2023-11", "", accepted()),
    period("2023-12", "", warned("start-far-ahead")),
    period("2035-01", "2035-12", warned("start-far-ahead")),
    period("2023-13", "", rejected("start-impossible")),
    period("bulan depan", "", rejected("start-unreadable")),
    period("2022-11", "2023-00", rejected("end-impossible")),
    period("2022–11", "31–12–2023", accepted()),
    period("Agust 2022", "—", accepted()),
    period("2022-11", "selesai", rejected("end-unreadable")),
    period("2023-05", "2023-04", rejected("end-before-start")),
    period("44866", "45291", accepted()),
    period("42023", "", rejected("start-unreadable")),
    period("20221", "", rejected("start-unreadable")),
    period("2022-11", "51223", rejected("end-unreadable")),
    period("12/31/2022", "", rejected("start-month-first dates-month-first dates-perhaps-month-first")),
    period("2022-11", "12/31/2023", rejected("end-month-first dates-month-first dates-perhaps-month-first")),
    months("3", accepted()),
    months("12 bulan", accepted()),
    months("12.0", accepted()),
    months("120", accepted()),
    months("0", rejected("months-unreadable")),
    months("setahun", rejected("months-unreadable")),
    file(
      "AKHIR lebih kuat daripada BULAN_IURAN",
      "AKHIR goes before BULAN_IURAN",
      lines([
        ["NIK", "AKHIR", "BULAN_IURAN"],
        [nikOf(0), "2023-12", "x"],
      ]),
      accepted(),
    ),
    file("MULAI dan AKHIR dari metadata", "MULAI and AKHIR from the metadata", list(1), accepted(), {
      metadata: { mulai: "2022-11", akhir: "2023-12" },
    }),
    file(
      "MULAI dari metadata, lebih dari setahun lagi",
      "MULAI from the metadata, more than a year ahead",
      list(1),
      warned("start-far-ahead"),
      {
        metadata: { mulai: "2032-11" },
      },
    ),
    file(
      "Metadata yang berakhir sebelum mulai",
      "Metadata that end before they start",
      list(1),
      refused("metadata-end-before-start"),
      { metadata: { mulai: "2023-11", akhir: "2022-12" } },
    ),
    file(
      "Metadata dengan bulan yang tidak ada",
      "Metadata with a month that is none",
      list(1),
      refused("metadata-month"),
      { metadata: { mulai: "2023-13" } },
    ),
    file(
      "Metadata dengan cara yang tidak dikenal",
      "Metadata with an unknown mode",
      list(1),
      refused("metadata-mode"),
      { metadata: { mode: "ganti" } },
    ),
  ],
};
