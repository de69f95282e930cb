import { accepted, type CatalogueGroup, file, refused, rejected } from "../case.ts";
import { list, nikOf } from "../make/people.ts";

const two = accepted({ read: 2, accepted: 2 });

export const DELIMITERS: CatalogueGroup = {
  title: { id: "Pemisah dan tanda kutip", en: "Separators and quotation marks" },
  cases: [
    file("Titik koma, seperti Excel Indonesia", "Semicolons, as in Indonesian Excel", list(2, ";"), two),
    file("Tab", "Tabs", list(2, "\t"), two, { fileName: "data.tsv" }),
    file("Garis tegak", "Vertical bars", list(2, "|"), two),
    file("Baris sep=;", "A line sep=;", `sep=;\r\n${list(2, ";")}`, two),
    file(
      "Judul daftar berisi koma, datanya bertitik koma",
      "A title with commas above data with semicolons",
      `Daftar pekerja, Bengkalis, 2022\r\n\r\n${list(2, ";")}`,
      two,
    ),
    file("Satu kolom saja", "A single column", `NIK\r\n${nikOf(0)}\r\n${nikOf(1)}\r\n`, two),
    file(
      "Sel berkutip berisi pemisah",
      "Quoted cells with separators",
      `NIK,NAMA\r\n"${nikOf(0)}","Budi, S.Pd, M.Si"\r\n`,
      accepted(),
    ),
    file(
      "Baris baru di dalam kutip",
      "A line break in quotes",
      `NIK,ALAMAT\r\n${nikOf(0)},"Jalan\r\nBaru"\r\n${nikOf(1)},x\r\n`,
      two,
    ),
    file(
      "Kutip ganda di dalam kutip",
      "Doubled quotes within quotes",
      `NIK,NAMA\r\n${nikOf(0)},"Budi ""Ucok"""\r\n`,
      accepted(),
    ),
    file("Tanda inci di tengah sel", "An inch mark inside a cell", `NIK,NAMA\r\n${nikOf(0)},Pipa 5"\r\n`, accepted()),
    file('NIK sebagai ="…"', 'The NIK as ="…"', `NIK,NAMA\r\n"=""${nikOf(0)}""",Budi\r\n`, accepted()),
    file(
      "Kutip yang tidak pernah ditutup",
      "A quotation mark that is never closed",
      `NIK,NAMA\r\n${nikOf(0)},"Budi\r\n${nikOf(1)},Siti\r\n`,
      refused("csv-quote-open"),
    ),
    file(
      "Kutip terbuka menelan baris berikutnya",
      "An open quotation mark swallows the next row",
      `NIK,NAMA\r\n${nikOf(0)},"Budi\r\n${nikOf(1)},Siti"\r\n`,
      rejected("row-swallowed"),
    ),
    file(
      "Dua kutip terbuka menelan satu baris",
      "Two open quotation marks swallow a row",
      `NIK,NAMA,UPAH\r\n${nikOf(0)},"Budi,1\r\n${nikOf(1)},"Siti,2\r\n${nikOf(2)},Joko,3\r\n`,
      rejected("row-swallowed", { read: 2, accepted: 1 }),
    ),
    file(
      "Kutip terbuka di judul menelan pekerja pertama",
      "An open quotation mark in the header swallows the first worker",
      `NIK,"NAMA,UPAH\r\n${nikOf(0)},"Budi,1\r\n${nikOf(1)},Siti,2\r\n`,
      refused("csv-quote-open"),
    ),
    file(
      "Dua nomor telepon dan alamat dengan baris baru",
      "Two telephone numbers, and an address with a line break",
      `NIK,KETERANGAN\r\n${nikOf(0)},"0812-3456-7890 0813-4567-8901\r\nRT 01"\r\n`,
      accepted(),
    ),
    file(
      "Koma berlebih menggeser isi",
      "A comma too many shifts the cells",
      `NIK,NAMA\r\n${nikOf(0)},Budi, S.Pd\r\n`,
      rejected("row-too-wide"),
    ),
    file(
      "Sebagian baris memakai pemisah lain",
      "Some rows under another separator",
      `NIK;NAMA;MULAI\r\n${nikOf(0)};Budi;2023-01\r\n${nikOf(1)},Siti,2023-01\r\n"${nikOf(2)}","Ucok","2023-01"\r\n`,
      rejected("row-other-separator", { read: 3, accepted: 1 }),
    ),
    file(
      "Sebagian baris memakai pemisah lain, dan NIK bukan kolom pertama",
      "Some rows under another separator, and the NIK is not the first column",
      `NO,NIK,NAMA\r\n1,${nikOf(0)},Budi\r\n2;${nikOf(1)};Siti\r\n`,
      rejected("row-other-separator", { read: 2, accepted: 1 }),
    ),
    file(
      "Koma kosong di akhir setiap baris",
      "Empty commas at the end of each row",
      `NIK,NAMA,,\r\n${nikOf(0)},Budi,,\r\n`,
      accepted(),
    ),
    file(
      "Baris lebih pendek daripada judul",
      "A row shorter than the header",
      `NIK,NAMA,UPAH\r\n${nikOf(0)}\r\n`,
      accepted(),
    ),
  ],
};
