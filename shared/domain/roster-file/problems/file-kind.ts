// Files that are no roster by what they are: what, and how its uploader comes to one that is.
import type { Bilingual } from "../../text.ts";
import { error } from "./entry.ts";

const SAVE: Bilingual = {
  id: 'Buka dengan Excel atau LibreOffice, lalu "Simpan sebagai" Excel (.xlsx) atau CSV, dan unggah lagi.',
  en: 'Open it with Excel or LibreOffice, "Save as" Excel (.xlsx) or CSV, and upload it again.',
};
const LIST: Bilingual = {
  id: "Unggah daftar pekerjanya sendiri, sebagai Excel (.xlsx) atau CSV dengan satu pekerja per baris.",
  en: "Upload the list of workers itself, as Excel (.xlsx) or CSV with one worker a row.",
};
const TAKE_OUT: Bilingual = {
  id: "Keluarkan dahulu berkas Excel atau CSV di dalamnya, lalu unggah berkas itu.",
  en: "Take out the Excel or CSV file in it first, and upload that.",
};
const EXPORT: Bilingual = {
  id: 'Buka, lalu "Ekspor ke" Excel (.xlsx) atau CSV, dan unggah lagi.',
  en: 'Open it, "Export to" Excel (.xlsx) or CSV, and upload that.',
};

const otherKind = (what: Bilingual, remedy = LIST) =>
  error(() => ({
    id: `Berkas ini ${what.id}, bukan CSV atau XLSX. ${remedy.id}`,
    en: `This file is ${what.en}, not a CSV or XLSX. ${remedy.en}`,
  }));

export const FILE_KIND_PROBLEMS = {
  "file-is-pdf": otherKind({ id: "sebuah PDF", en: "a PDF" }),
  "file-is-html": otherKind({ id: "sebuah halaman web (HTML)", en: "a web page (HTML)" }, SAVE),
  "file-is-xml": otherKind({ id: "sebuah XML", en: "an XML file" }, SAVE),
  "file-is-old-office": otherKind(
    {
      id: "dalam bentuk Office lama (.xls, .doc) atau terkunci kata sandi",
      en: "of an old Office form (.xls, .doc) or locked by a password",
    },
    SAVE,
  ),
  "file-is-xls": otherKind({ id: "sebuah buku kerja Excel lama (.xls)", en: "an old Excel workbook (.xls)" }, SAVE),
  "file-is-doc": otherKind({ id: "sebuah dokumen Word lama (.doc)", en: "an old Word document (.doc)" }),
  "file-is-encrypted": error(() => ({
    id: "Buku kerja ini terkunci kata sandi. Buka, hapus kata sandinya (Berkas, Info, Proteksi), simpan, lalu unggah lagi.",
    en: "This workbook is locked by a password. Open it, remove the password (File, Info, Protect), save it, and upload it again.",
  })),
  "file-is-mhtml": otherKind({ id: "sebuah halaman web tersimpan (MHTML)", en: "a saved web page (MHTML)" }, SAVE),
  "file-is-email": otherKind({
    id: "sebuah surel (lampirannya yang diperlukan)",
    en: "an e-mail (what is attached to it is needed)",
  }),
  "file-is-json": otherKind({ id: "sebuah JSON", en: "a JSON file" }),
  "file-is-sylk": otherKind({ id: "sebuah tabel lama (SYLK)", en: "an old form of table (SYLK)" }, SAVE),
  "file-is-media": otherKind({ id: "sebuah rekaman suara atau video", en: "a sound or video recording" }),
  "file-is-archive": otherKind(
    {
      id: "sebuah arsip (7z, RAR, …)",
      en: "an archive (7z, RAR, …)",
    },
    TAKE_OUT,
  ),
  "file-is-database": otherKind({ id: "sebuah basis data", en: "a database" }),
  "file-is-program": otherKind({ id: "sebuah program", en: "a program" }),
  "file-is-powerpoint": otherKind({ id: "sebuah presentasi", en: "a presentation" }),
  "file-is-odf": otherKind({ id: "sebuah dokumen OpenDocument", en: "an OpenDocument file that is no table" }),
  "file-is-iwork": otherKind({ id: "sebuah dokumen Numbers atau Pages", en: "a Numbers or Pages document" }, EXPORT),
  "file-is-image": otherKind({ id: "sebuah gambar atau foto", en: "a picture or photo" }),
  "file-is-rtf": otherKind({ id: "sebuah dokumen RTF", en: "an RTF document" }),
  "file-is-gzip": otherKind(
    { id: "dimampatkan dua kali (gzip dalam gzip)", en: "compressed twice (gzip in gzip)" },
    TAKE_OUT,
  ),
  "file-is-word": otherKind({ id: "sebuah dokumen Word", en: "a Word document" }),
  "file-is-ods": otherKind({ id: "sebuah OpenDocument (.ods)", en: "an OpenDocument file (.ods)" }, SAVE),
  "file-is-xlsb": otherKind(
    { id: "sebuah buku kerja Excel biner (.xlsb)", en: "a binary Excel workbook (.xlsb)" },
    SAVE,
  ),
  "file-is-zip": otherKind(
    {
      id: "sebuah ZIP tanpa buku kerja Excel di dalamnya",
      en: "a ZIP without an Excel workbook in it",
    },
    TAKE_OUT,
  ),
  "file-not-text": otherKind({ id: "bukan teks", en: "no text" }),
};
