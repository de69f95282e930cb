import { gzipSync } from "node:zlib";
import { accepted, type CatalogueGroup, file, refused, rejected } from "../case.ts";
import { lines, list, nikOf } from "../make/people.ts";

const BOM = "\ufeff";
const two = accepted({ read: 2, accepted: 2 });
const accented = lines([
  ["NIK", "NAMA_LENGKAP"],
  [nikOf(0), "Siti Nuraéni"],
]);

function bigEndian(text: string): Uint8Array {
  return Buffer.from(text, "utf16le").swap16();
}

export const ENCODINGS: CatalogueGroup = {
  title: { id: "Huruf dan pemampatan", en: "Letters and compression" },
  cases: [
    file("CSV UTF-8", "CSV in UTF-8", list(2), two),
    file("CSV UTF-8 dengan BOM, seperti dari Excel", "CSV in UTF-8 with a BOM, as Excel writes it", BOM + list(2), two),
    file(
      "CSV UTF-16 (Teks Unicode dari Excel)",
      "CSV in UTF-16 (Unicode text of Excel)",
      Buffer.from(BOM + list(2, "\t"), "utf16le"),
      two,
      { fileName: "data.txt" },
    ),
    file("CSV UTF-16 big endian", "CSV in big-endian UTF-16", bigEndian(BOM + list(2)), two),
    file(
      "CSV UTF-16 yang terpotong di tengah huruf",
      "CSV in UTF-16 cut within a character",
      Buffer.from(`${BOM + list(2)}x`, "utf16le").subarray(0, -1),
      rejected("nik-not-digits", { read: 3, accepted: 2 }),
    ),
    file("Nama beraksen, UTF-8", "Accented name, UTF-8", accented, accepted()),
    file("Nama beraksen, Windows-1252", "Accented name, Windows-1252", Buffer.from(accented, "latin1"), accepted()),
    file(
      "Huruf yang bukan UTF-8 di mana-mana",
      "Bytes that are no UTF-8 everywhere",
      Buffer.from(
        lines([
          ["NIK", "NAMA_LENGKAP"],
          [nikOf(0), "\xff\xfe\x81\x8d"],
        ]),
        "latin1",
      ),
      accepted(),
    ),
    file("CSV di dalam gzip", "CSV inside gzip", gzipSync(list(2)), two, { fileName: "data.csv.gz" }),
    file("gzip yang terpotong", "gzip cut short", gzipSync(list(500)).subarray(0, -200), refused("gzip-broken"), {
      fileName: "data.csv.gz",
    }),
    file("PDF di dalam gzip", "PDF inside gzip", gzipSync("%PDF-1.7\n%âãÏÓ"), refused("file-is-pdf"), {
      fileName: "data.csv.gz",
    }),
    file("gzip di dalam gzip", "gzip inside gzip", gzipSync(gzipSync(list(2))), refused("file-is-gzip"), {
      fileName: "data.csv.gz",
    }),
    file("Baris berakhir LF", "Lines that end in LF", list(2, ",", "\n"), two),
    file("Baris berakhir CR (Mac lama)", "Lines that end in CR (old Mac)", list(2, ",", "\r"), two),
    file(
      "Akhir baris campuran dan baris terakhir tanpa akhir",
      "Mixed line ends, the last line without one",
      `NIK,NAMA\r\n${nikOf(0)},A\n${nikOf(1)},B`,
      two,
    ),
    file("Tanda akhir berkas dari DOS (Ctrl-Z)", "The end mark of DOS (Ctrl-Z)", `${list(2)}\u001a`, two),
    file(
      "Spasi tak-putus dan apostrof di sekitar NIK",
      "No-break blanks and apostrophes around the NIK",
      lines([["NIK"], [`\u00a0’${nikOf(0)} `]]),
      accepted(),
    ),
  ],
};
