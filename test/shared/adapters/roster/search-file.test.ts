// Whether a file names somebody, in every form in which files come.
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { searchFile } from "#shared/adapters/roster/search-file.ts";
import { nik, source, workbook } from "./roster-files.ts";

const WANTED = nik(7);
const OTHER = nik(1000);
const spaced = `${WANTED.slice(0, 6)} ${WANTED.slice(6, 12)}.${WANTED.slice(12)}`;
const search = async (content: string | Uint8Array, chunk = 1000) =>
  searchFile(await source(content, chunk).open(), new Set([WANTED]));
const csv = (cell: string): string => `NIK;NAMA\r\n${OTHER};Siti\r\n${cell};Budi\r\n`;

test.each<[string, string | Uint8Array]>([
  ["a CSV", csv(WANTED)],
  ["a CSV with blanks in the NIK", csv(spaced)],
  ["a CSV with an apostrophe", csv(`'${WANTED}`)],
  ["a CSV in UTF-16", Buffer.from(`\ufeff${csv(WANTED)}`, "utf16le")],
  ["a gzip", gzipSync(csv(WANTED))],
  ["a gzip in a gzip", gzipSync(gzipSync(csv(WANTED)))],
  ["a file without a NIK column", `a,b\r\n${WANTED},1\r\n`],
  ["an HTML page", `<html><body><table><td>${WANTED}</td></table></body></html>`],
  ["an HTML page in UTF-16", Buffer.from(`\ufeff<html><td>${WANTED}</td>`, "utf16le")],
  ["an HTML page in big-endian UTF-16", Buffer.from(`\ufeff<html><td>${WANTED}</td>`, "utf16le").swap16()],
  [
    "an old Excel file",
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600), Buffer.from(WANTED, "utf16le")]),
  ],
])("is found in %s, wherever its bytes are cut", async (_, content) => {
  expect(await search(content)).toBe("holds");
  expect(await search(content, 7)).toBe("holds");
});

test("is found in every sheet of a workbook, as text and as a number that has lost its last digit", async () => {
  expect(
    await search(
      await workbook([
        [["NIK"], [OTHER]],
        [["Catatan"], [`lihat ${spaced}`]],
      ]),
    ),
  ).toBe("holds");
  expect(await search(await workbook([[["NIK"], [Number(`${WANTED.slice(0, 15)}0`)]]]))).toBe("holds");
});

test("is not found where it is not", async () => {
  expect(await search(csv(OTHER))).toBe("clean");
  expect(await search(gzipSync(csv(OTHER)))).toBe("clean");
  expect(await search(await workbook([[["NIK"], [OTHER], [Number(`${OTHER.slice(0, 15)}0`)]]]))).toBe("clean");
  expect(await search("")).toBe("clean");
});

test("cannot be told of what cannot be read", async () => {
  expect(await search(gzipSync(csv(WANTED)).subarray(0, 30))).toBe("unreadable");
  expect(await search(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"))).toBe("unreadable");
  expect(await search((await workbook([[["NIK"], [WANTED]]])).subarray(0, 300))).toBe("unreadable");
});
