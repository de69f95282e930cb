import { accepted, type CatalogueCase, type CatalogueGroup, type Expected, file, refused, rejected } from "../case.ts";
import { lines, list, nikOf } from "../make/people.ts";

const programmes = (written: string, segment: string, expected: Expected): CatalogueCase =>
  file(
    `PROGRAM ${written} di segmen ${segment}`,
    `PROGRAM ${written} in the segment ${segment}`,
    lines([
      ["NIK", "PROGRAM", "UPAH"],
      [nikOf(0), `"${written}"`, "3500000"],
    ]),
    expected,
    { roster: `14.03/${segment}/daftar` },
  );

export const PROGRAMMES: CatalogueGroup = {
  title: { id: "Program", en: "Programmes" },
  cases: [
    programmes("JKK,JKM", "rentan", accepted()),
    programmes("jkm + jkk", "rentan", accepted()),
    programmes("JKK/JKM/JHT", "bpu", accepted()),
    programmes("JKK, JKM dan JHT", "bpu", accepted()),
    programmes("JKK JKM JHT JP JKP", "ppu", accepted()),
    programmes("-", "rentan", accepted()),
    programmes("JKK", "rentan", rejected("programme-below-minimum")),
    programmes("JHT", "ppu", rejected("programme-below-minimum")),
    programmes("JKK,JKM,JP", "bpu", rejected("programme-not-possible")),
    programmes("JKK,JKM,JHT", "jakon", rejected("programme-not-possible")),
    programmes("JKK,JKX", "ppu", rejected("programme-unknown")),
    programmes("Paket A", "rentan", rejected("programme-unknown")),
    file("PROGRAM dari metadata", "PROGRAM from the metadata", list(1), accepted(), {
      metadata: { program: "JKK,JKM,JHT" },
    }),
    file(
      "Metadata PROGRAM kurang dari minimum",
      "Metadata with less than the minimum",
      list(1),
      refused("metadata-programme"),
      { metadata: { program: "JHT" } },
    ),
  ],
};
