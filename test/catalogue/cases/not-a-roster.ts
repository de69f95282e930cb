import { type CatalogueCase, type CatalogueGroup, file, refused } from "../case.ts";
import * as other from "../make/other-files.ts";
import { list, nikOf } from "../make/people.ts";
import { rowsOf, workbookOf } from "../make/workbook.ts";
import { type ZipFiles, zip } from "../make/zip.ts";

const is = (name: string, content: string | Uint8Array, code: string, fileName = "data.xlsx"): CatalogueCase =>
  file(name, name, content, refused(code), { fileName });
const archive = (name: string, files: ZipFiles, code: string): CatalogueCase =>
  file(name, name, () => zip(files), refused(code), { fileName: "data.xlsx" });
const workbook = (): Buffer => workbookOf([{ name: "Data", rows: rowsOf([["NIK"], [nikOf(0)]]) }]);

export const NOT_A_ROSTER: CatalogueGroup = {
  title: { id: "Berkas lain, apa pun namanya", en: "Other files, whatever their names" },
  cases: [
    file("Berkas kosong", "An empty file", "", refused("file-empty")),
    file("Hanya baris kosong", "Only blank lines", "\ufeff \r\n\r\n", refused("file-empty")),
    is("PDF", other.PDF, "file-is-pdf"),
    is("HTML", other.HTML, "file-is-html"),
    is("HTML, .xls", other.EXCEL_HTML, "file-is-html", "data.xls"),
    is("HTML, UTF-16", Buffer.from(`\ufeff${other.HTML}`, "utf16le"), "file-is-html", "data.xls"),
    is("PDF, CRLF", Buffer.concat([Buffer.from("\r\n"), other.PDF]), "file-is-pdf"),
    is("MHTML", other.MHTML, "file-is-mhtml", "data.xls"),
    is("XML (Excel 2003)", other.XML_2003, "file-is-xml", "data.xls"),
    is("RTF", other.RTF, "file-is-rtf", "data.doc"),
    is("XLS (Excel 97)", other.ole("Workbook"), "file-is-xls", "data.xls"),
    is("XLS (Excel 5)", other.ole("Book"), "file-is-xls", "data.xls"),
    is("DOC (Word 97)", other.ole("WordDocument"), "file-is-doc", "data.doc"),
    is("Office 97, …", other.ole("PowerPoint Document"), "file-is-old-office"),
    file(
      "XLSX terkunci kata sandi",
      "XLSX locked by a password",
      other.ole("EncryptedPackage"),
      refused("file-is-encrypted"),
      { fileName: "data.xlsx" },
    ),
    is("JPEG", other.JPEG, "file-is-image", "data.csv"),
    is("PNG", other.PNG, "file-is-image"),
    is("GIF", other.GIF, "file-is-image"),
    is("HEIC (iPhone)", other.HEIC, "file-is-image"),
    is("WEBP", other.WEBP, "file-is-image"),
    is("TIFF", other.TIFF, "file-is-image"),
    is("BMP", other.BMP, "file-is-image"),
    is("MP3", other.MP3, "file-is-media"),
    is("MP4", other.MP4, "file-is-media"),
    is("WAV", other.WAV, "file-is-media"),
    is("RAR", other.RAR, "file-is-archive"),
    is("7z", other.SEVEN_ZIP, "file-is-archive"),
    is("EXE (Windows)", other.EXE, "file-is-program"),
    is("ELF (Linux)", other.ELF, "file-is-program"),
    is("shell script", other.SCRIPT, "file-is-program", "data.csv"),
    is("SQLite", other.SQLITE, "file-is-database"),
    is("Access", other.ACCESS, "file-is-database"),
    is("DBF", other.DBF, "file-not-text"),
    is("e-mail", other.EMAIL, "file-is-email", "data.csv"),
    is("JSON [ ]", other.JSON_LIST, "file-is-json", "data.csv"),
    is("JSON { }", other.JSON_OBJECT, "file-is-json", "data.csv"),
    is("SYLK", other.SYLK, "file-is-sylk", "data.csv"),
    archive("DOCX", { "[Content_Types].xml": "x", "word/document.xml": "x" }, "file-is-word"),
    archive("PPTX", { "[Content_Types].xml": "x", "ppt/presentation.xml": "x" }, "file-is-powerpoint"),
    archive("ODS", { mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x" }, "file-is-ods"),
    archive("ODT", { mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "x" }, "file-is-odf"),
    archive("XLSB", { "[Content_Types].xml": "x", "xl/workbook.bin": "x" }, "file-is-xlsb"),
    archive("Numbers", { "Index/Document.iwa": "x", "preview.jpg": "x" }, "file-is-iwork"),
    archive("ZIP, CSV", { "data.csv": list(1) }, "file-is-zip"),
    archive("ZIP, JPEG", { "KTP.jpg": other.JPEG }, "file-is-zip"),
    file("ZIP kosong", "An empty ZIP", () => zip({}), refused("file-is-zip"), { fileName: "data.zip" }),
    file(
      "ZIP terkunci kata sandi",
      "A ZIP locked by a password",
      () => workbookOf([{ name: "Data", rows: rowsOf([["NIK"], [nikOf(0)]]) }], { locked: true }),
      refused("file-is-encrypted"),
      { fileName: "data.xlsx" },
    ),
    file(
      "XLSX terpotong di akhir",
      "XLSX cut short at its end",
      () => workbook().subarray(0, -40),
      refused("xlsx-broken"),
      { fileName: "data.xlsx" },
    ),
    file(
      "XLSX terpotong di tengah",
      "XLSX cut in the middle",
      () => workbook().subarray(0, 900),
      refused("xlsx-broken"),
      { fileName: "data.xlsx" },
    ),
    file("Teks dengan NUL", "Text with NUL bytes", `NIK\0\0,NAMA\n${nikOf(0)}\0,Budi\n`, refused("file-not-text")),
  ],
};
