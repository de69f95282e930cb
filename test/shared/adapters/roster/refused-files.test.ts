import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readRoster } from "#shared/adapters/roster/read-roster.ts";
import { rowsOf, workbookOf } from "#test/catalogue/make/workbook.ts";
import { zip } from "#test/catalogue/make/zip.ts";
import { context, nik, source, workbook } from "./roster-files.ts";

const codes = async (content: string | Uint8Array): Promise<readonly string[]> => {
  const reading = await readRoster(source(content), context());
  return reading.kind === "refused" ? reading.problems.map((found) => found.code) : ["read"];
};

describe("a file is refused by what it is, whatever its name", () => {
  test.each([
    ["nothing", "", "file-empty"],
    ["only blanks and a mark", "\ufeff \r\n\r\n", "file-empty"],
    ["a PDF", "%PDF-1.7\n%âãÏÓ", "file-is-pdf"],
    ["a web page", "\ufeff<!DOCTYPE html><html><table><tr><td>NIK", "file-is-html"],
    ["a web page that says XML", '<?xml version="1.0"?>\n<html xmlns="x">', "file-is-html"],
    ["XML", '<?xml version="1.0"?><Workbook>', "file-is-xml"],
    ["RTF", "{\\rtf1 NIK}", "file-is-rtf"],
    ["old Excel or a locked one", Buffer.from("d0cf11e0a1b11ae1000000", "hex"), "file-is-old-office"],
    ["a photo", Buffer.from("ffd8ffe000104a464946", "hex"), "file-is-image"],
    ["gzip in gzip", gzipSync(gzipSync(`NIK\n${nik(0)}\n`)), "file-is-gzip"],
    ["a PDF in gzip", gzipSync("%PDF-1.7\n"), "file-is-pdf"],
    ["gzip cut short", gzipSync(`NIK\n${nik(0)}\n`).subarray(0, 20), "gzip-broken"],
    ["gzip with wrong bytes in it", Buffer.from("1f8b0800000000000003ffffffff", "hex"), "gzip-broken"],
    ["a gzip bomb", gzipSync(Buffer.alloc(40 * 1024 * 1024, "NIK\n1\n")), "gzip-too-large"],
    ["NUL bytes", Buffer.from("NIK\0\0\0\n"), "file-not-text"],
    ["no NIK column", "NAMA,UPAH\nBudi,1\n", "no-nik-among-columns"],
    ["rows without a header", `Budi,${nik(0)}\n`, "no-nik-column"],
    ["a quotation mark that nobody closes", `NIK,NAMA\n${nik(0)},"Budi\n${nik(1)},Siti\n`, "csv-quote-open"],
  ])("%s", async (_, content, code) => {
    expect(await codes(content)).toEqual([code]);
  });
});

describe("archives", () => {
  test.each([
    ["word/document.xml", "file-is-word"],
    ["content.xml", "file-is-ods"],
    ["xl/workbook.bin", "file-is-xlsb"],
    ["photo.jpg", "file-is-zip"],
  ])("a ZIP with %s", async (name, code) => {
    expect(await codes(zip({ [name]: "x" }))).toEqual([code]);
  });

  test("a workbook cut short", async () => {
    const file = await workbook([[["NIK"], [nik(0)]]]);
    expect(await codes(file.subarray(0, file.length - 40))).toEqual(["xlsx-broken"]);
  });

  test("a workbook whose parts are no XML", async () => {
    expect(await codes(zip({ "xl/workbook.xml": "x", "xl/worksheets/sheet1.xml": "y" }))).toEqual(["xlsx-broken"]);
  });

  test("a bomb, by what it says of itself, and when it lies", async () => {
    const name = "xl/sharedStrings.xml";
    const sheets = [{ name: "Data", rows: rowsOf([["NIK"], [nik(0)]]) }];
    expect(await codes(workbookOf(sheets))).toEqual(["read"]);
    expect(await codes(workbookOf(sheets, { claimed: { [name]: 2 ** 31 } }))).toEqual(["file-too-large"]);
    expect(await codes(workbookOf(sheets, { claimed: { [name]: 100 } }))).toEqual(["xlsx-broken"]);
  });

  test("a CSV that is called a workbook is read as CSV", async () => {
    expect(await codes(`NIK\n${nik(0)}\n`)).toEqual(["read"]);
  });
});
