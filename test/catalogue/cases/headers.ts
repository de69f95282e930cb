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
import { TEMPLATES } from "../make/templates.ts";

const one = (name: string): string =>
  lines([
    ["NAMA", name],
    ["Budi", nikOf(0)],
  ]);

const answer = (id: string, en: string, fileName: string, expected: Expected): CatalogueCase =>
  file(
    id,
    en,
    lines([
      ["NIK", "NAMA", "CAKUPAN_BARIS", "CAKUPAN_KODE", "CAKUPAN_MASALAH", "CAKUPAN_PROBLEM"],
      [nikOf(0), "Budi", "7", "nik-length", "x", "x"],
    ]),
    expected,
    { fileName },
  );

export const HEADERS: CatalogueGroup = {
  title: { id: "Judul kolom", en: "Headers" },
  cases: [
    ...TEMPLATES.map(({ id, en, header, row }) => file(id, en, lines([header, row], ";"), accepted())),
    ...[
      "No. KTP",
      "NO_IDENTITAS",
      "Nomor Induk Kependudukan",
      "NIK (NPWP 16 digit)",
      "nik ktp",
      "NIK*",
      "Nomor Identitas (16 digit)",
      '"NO.\nKTP"',
      "National ID",
    ].map((name) => file(`NIK bernama ${label(name)}`, `The NIK under the name ${label(name)}`, one(name), accepted())),
    file(
      "Judul daftar dan baris kosong di atas",
      "A title and blank lines above",
      `DAFTAR PEKERJA RENTAN\r\nKABUPATEN BENGKALIS\r\n\r\n${list(1)}`,
      accepted(),
    ),
    file(
      "Kolom dalam urutan lain",
      "Columns in another order",
      lines([
        ["UPAH", "NPP", "NAMA", "NIK"],
        ["100000", "JJ012345", "Budi", nikOf(0)],
      ]),
      accepted(),
    ),
    file(
      "Nomor kolom (1), (2), (3) di bawah judul",
      "Numbers (1), (2), (3) under the header",
      lines([
        ["NO", "NIK", "NAMA"],
        ["(1)", "(2)", "(3)"],
        ["1", nikOf(0), "Budi"],
      ]),
      warned("column-numbers"),
    ),
    file(
      "Judul berulang di tengah",
      "The header again in the middle",
      lines([
        ["NIK", "NAMA"],
        [nikOf(0), "A"],
        ["NIK", "NAMA"],
        [nikOf(1), "B"],
      ]),
      warned("header-repeated", { read: 2, accepted: 2 }),
    ),
    file(
      "Jumlah di bawah daftar",
      "A total below the list",
      lines([
        ["NO", "NIK", "UPAH"],
        ["1", nikOf(0), "100"],
        ["JUMLAH", "", "100"],
      ]),
      warned("totals-skipped"),
    ),
    file(
      "Nama desa di antara para pekerja",
      "Names of villages among the workers",
      lines([
        ["NO", "NIK", "NAMA"],
        ["Desa Bantan Air", "", ""],
        ["1", nikOf(0), "Budi"],
        ["Desa Bantan Tua", "", ""],
        ["1", nikOf(1), "Siti"],
      ]),
      warned("sections-skipped", { read: 2, accepted: 2 }),
    ),
    file(
      "Tanda tangan di bawah daftar",
      "Signatures below the list",
      lines([
        ["NO", "NIK", "NAMA"],
        ["1", nikOf(0), "Budi"],
        ["", "", '"Bengkalis, 1 November 2022"'],
        ["", "", "Kepala Dinas"],
      ]),
      warned("signature-skipped"),
    ),
    file(
      "Baris yang baru diisi nomor urutnya",
      "Rows that hold only their number",
      lines([
        ["NO", "NIK", "NAMA"],
        ["1", nikOf(0), "Budi"],
        ["2", "", ""],
        ["3", "", ""],
      ]),
      warned("empty-rows-skipped"),
    ),
    answer(
      "Kolom hasil Cakupan dari unggahan lalu",
      "Cakupan's own columns of an earlier answer",
      "data.add.csv",
      accepted(),
    ),
    answer(
      "Kolom hasil Cakupan di berkas yang namanya daftar lengkap",
      "Cakupan's own columns in a file named as a whole list",
      "perbaikan.csv",
      warned("answer-as-whole-list"),
    ),
    answer(
      "Unduhan kedua dari baris yang ditolak",
      "A second download of the rejected rows",
      "data.add (1).csv",
      accepted(),
    ),
    file(
      "Kolom yang tidak dikenal",
      "Unknown columns",
      lines([
        ["NIK", "Warna Baju", "Zodiak"],
        [nikOf(0), "biru", "leo"],
      ]),
      warned("columns-ignored"),
    ),
    file(
      "Judul berisi NIK orang, dengan spasi atau dalam kurung",
      "A header that holds someone's NIK, with blanks or in brackets",
      lines([
        [`NIK (${nikOf(1)})`, nikOf(2).replace(/(....)(?=.)/g, "$1 ")],
        ["123", "x"],
      ]),
      rejected("columns-ignored nik-length"),
    ),
    file(
      "PROGRAM salah ketik",
      "PROGRAM misspelt",
      lines([
        ["NIK", "PROGRM"],
        [nikOf(0), '"JKK,JKM"'],
      ]),
      warned("column-misspelt"),
    ),
    file(
      "NIK salah ketik",
      "NIK misspelt",
      lines([
        ["NAMA_LENGKAP", "NOMR_IDENTITAS", "UPAH"],
        ["Budi", nikOf(0), "1"],
      ]),
      refused("nik-column-misspelt"),
    ),
    file(
      "Tanpa kolom NIK",
      "No NIK column",
      lines([
        ["NAMA", "UPAH"],
        ["Budi", "1"],
      ]),
      refused("no-nik-among-columns"),
    ),
    file(
      "Tanpa baris judul",
      "No header at all",
      lines([
        ["Budi", nikOf(0)],
        ["Siti", nikOf(1)],
      ]),
      refused("no-nik-column"),
    ),
    file(
      "Judul lebih dari 20 baris di bawah",
      "The header more than 20 rows down",
      `${"x\r\n".repeat(25)}${list(1)}`,
      refused("no-nik-column"),
    ),
    file(
      "Kolom UPAH dua kali",
      "UPAH twice",
      lines([
        ["NIK", "UPAH", "Upah"],
        [nikOf(0), "1", "2"],
      ]),
      refused("column-twice"),
    ),
    file(
      "NIK karyawan di samping NO_KTP",
      "The firm's own NIK beside NO_KTP",
      lines([
        ["NIK", "NO_KTP"],
        ["K-0012", nikOf(0)],
      ]),
      accepted(),
    ),
    file(
      "Judul dua baris dengan sel gabungan",
      "A header of two lines with merged cells",
      lines([
        ["NO", "NIK", "NAMA", "Masa Perlindungan", "", "Jenis Kelamin"],
        ["", "", "", "Mulai", "Akhir", ""],
        ["1", nikOf(0), "Budi", "2022-11", "2023-12", "L"],
      ]),
      accepted(),
    ),
    file(
      "Judul dua baris, NIK di baris kedua",
      "A header of two lines, the NIK in the second",
      lines([
        ["No", "Identitas", "", "Masa", "", "Upah"],
        ["", "NIK", "Nama", "Mulai", "Akhir", ""],
        ["1", nikOf(0), "Budi", "2022-11", "2021-12", "3500000"],
      ]),
      rejected("end-before-start"),
    ),
    file(
      "NIK penanggung jawab di atas judul",
      "The NIK of whoever answers for the list above the header",
      lines([
        ["Nama penanggung jawab", ":", "H. Ahmad"],
        ["NIK", ":", nikOf(9)],
        [""],
        ["NO", "NAMA", "NIK"],
        ["1", "Budi", nikOf(0)],
      ]),
      accepted(),
    ),
    file(
      "NPWP dan rekening 16 angka di atas judul",
      "A tax number and a bank account of 16 digits above the header",
      lines([
        ["NPWP", nikOf(9)],
        ["No. Rekening", "0012345678901234"],
        ["NAMA", "NIK"],
        ["Budi", nikOf(0)],
      ]),
      accepted(),
    ),
    file(
      "Ahli waris dengan NIK sendiri di judul dua baris",
      "An heir with a NIK of his own in a header of two lines",
      lines([
        ["NO", "NAMA", "NIK", "Ahli Waris", "", ""],
        ["", "", "", "Nama", "NIK", "Tgl Lahir"],
        ["1", "Budi", nikOf(0), "Siti", nikOf(1), "05-06-1999"],
      ]),
      warned("columns-ignored"),
    ),
    file(
      "Masa berlaku KTP dan pendidikan",
      "The term of the identity card, and schools",
      lines([
        ["NIK", "Berlaku Sampai", "SD", "SMP"],
        [nikOf(0), "SEUMUR HIDUP", "v", ""],
      ]),
      warned("columns-ignored"),
    ),
    file(
      "Judul ikut terurut ke tengah daftar",
      "The header sorted into the list",
      lines([
        ["Budi", nikOf(0)],
        ["NAMA", "NIK"],
        ["Siti", nikOf(1)],
      ]),
      refused("rows-above-header"),
    ),
    file(
      "Semua kolom di dalam satu sel, setelah dibuka dan disimpan lagi di Excel",
      "All columns in one cell, after Excel opened and saved the file",
      `"NIK,NAMA,UPAH"\r\n"${nikOf(0)},""Budi, S.Pd"",3500000"\r\n`,
      refused("columns-in-one-cell"),
    ),
    file(
      "NIK dengan nama panjang yang tidak dikenal",
      "The NIK under a long name that is not known",
      lines([
        ["NAMA", "NIK sesuai Kartu Keluarga"],
        ["Budi", nikOf(0)],
      ]),
      refused("nik-column-misspelt"),
    ),
    ...(["TANGGAL MULAI,TANGGAL AKHIR", "Tgl Mulai,Tgl Berakhir", "Periode Awal,s/d"] as const).map((names) =>
      file(
        `Bulan perlindungan bernama "${names}"`,
        `The months of protection under the names "${names}"`,
        `NIK,${names}\r\n${nikOf(0)},2022-11,2021-12\r\n`,
        rejected("end-before-start"),
      ),
    ),
    ...["Upah/Bulan", "Honorarium", "Gaji Bulanan (Rp)"].map((name) =>
      file(
        `UPAH bernama "${name}"`,
        `The wage under the name "${name}"`,
        `NIK;${name}\r\n${nikOf(0)};3.500.000\r\n`,
        accepted(),
        { roster: "14.03/non-asn/apbd-2022" },
      ),
    ),
    file(
      "Judul tanpa satu pun pekerja",
      "A header and not one worker",
      "NIK,NAMA_LENGKAP\r\n",
      warned("no-rows", { read: 0, accepted: 0 }),
    ),
    file(
      "Judul __proto__",
      "A header __proto__",
      lines([
        ["NIK", "__proto__", "constructor"],
        [nikOf(0), "x", "y"],
      ]),
      warned("columns-ignored"),
    ),
    file(
      "Judul berisi NIK orang",
      "A header that holds someone's NIK",
      lines([
        ["NIK", nikOf(5)],
        [nikOf(0), "x"],
      ]),
      warned("columns-ignored"),
    ),
    file(
      "Pekerja tanpa NIK bukan jumlah",
      "A worker without a NIK is no total",
      lines([
        ["NO", "NIK", "NAMA"],
        ["1", "", "Budi"],
      ]),
      rejected("nik-missing"),
    ),
  ],
};

function label(name: string): string {
  return `"${name.replaceAll('"', "").replace("\n", " ")}"`;
}
