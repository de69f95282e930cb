// Whether a file names one of some people by their NIK, whatever the file is: CSV in every encoding and dialect, packed or not, and every part of a
// workbook (or any other ZIP of XML) with all its sheets. A number cell that has lost the last digit is taken to be the NIK that begins alike.
import { LONGEST_NIK_TEXT, sixteenDigitsIn } from "#shared/domain/nik-in-text.ts";
import { collectBytes, type PeekedBytes, peekStream } from "./byte-stream.ts";
import { gunzip } from "./gunzip.ts";
import { sniffKind } from "./sniff.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import { zipDirectory } from "./xlsx/zip-directory.ts";
import { partBytes } from "./xlsx/zip-part.ts";

/** `unreadable`: it cannot be told. */
export type FileSearch = "holds" | "clean" | "unreadable";

const HEAD_BYTES = 64 * 1024;
const MOST_ZIP_BYTES = 512 * 1024 * 1024;
/** Packed into one another oftener than this is nobody's list. */
const MOST_GZIPS = 3;
/** What is text all through, although no list of workers; and what holds nothing. */
const PLAIN_KINDS: ReadonlySet<string> = new Set([
  "file-is-html",
  "file-is-xml",
  "file-is-json",
  "file-is-sylk",
  "file-empty",
]);

export async function searchFile(bytes: AsyncIterable<Uint8Array>, niks: ReadonlySet<string>): Promise<FileSearch> {
  try {
    return await search(await peekStream(bytes, HEAD_BYTES), niks, 0);
  } catch (error) {
    if (error instanceof UnreadableFile) return "unreadable";
    throw error;
  }
}

async function search(bytes: PeekedBytes, niks: ReadonlySet<string>, unpacked: number): Promise<FileSearch> {
  const found = sniffKind(bytes.head);
  switch (found.kind) {
    case "gzip":
      if (unpacked === MOST_GZIPS) return closed(bytes);
      return search(await peekStream(gunzip(bytes.all), HEAD_BYTES), niks, unpacked + 1);
    case "zip":
      return searchZip(bytes, niks);
    case "text":
      return (await holds(textOf(bytes.all, found.encoding), niks)) ? "holds" : "clean";
    case "refused": {
      // An old workbook, a PDF, a picture: what of it is plain can be found; that there is nothing cannot be told.
      const isPlain = PLAIN_KINDS.has(found.problem.code);
      const whole = await collectBytes(bytes.all, MOST_ZIP_BYTES);
      if (whole === null) return "unreadable";
      for (const encoding of ["latin1", "utf-16le", "utf-16be"]) {
        if (await holds(textOf(once(whole), encoding), niks)) return "holds";
      }
      return isPlain ? "clean" : "unreadable";
    }
  }
}

async function closed(bytes: PeekedBytes): Promise<FileSearch> {
  await bytes.close();
  return "unreadable";
}

async function searchZip(bytes: PeekedBytes, niks: ReadonlySet<string>): Promise<FileSearch> {
  const file = await collectBytes(bytes.all, MOST_ZIP_BYTES);
  const entries = file === null ? null : zipDirectory(file);
  if (file === null || entries === null) return "unreadable";
  const beginnings = new Set([...niks].map((nik) => nik.slice(0, -1)));
  let result: FileSearch = "clean";
  for (const entry of entries) {
    if (entry.locked) return "unreadable";
    if (entry.bytes === 0) continue;
    if (!/\.(xml|rels|vml|txt|csv|json)$/i.test(entry.name) && entry.name !== "mimetype") {
      // A picture in a workbook may show a list; a workbook in a ZIP is a file of its own.
      const inner = await peekStream(partBytes(file, entry), HEAD_BYTES);
      const found = await search(inner, niks, MOST_GZIPS);
      if (found === "holds") return found;
      if (found === "unreadable") result = found;
      continue;
    }
    const isXml = !/\.(txt|csv|json)$/i.test(entry.name);
    if (await holds(textOf(partBytes(file, entry), "utf-8"), niks, isXml ? beginnings : null)) return "holds";
  }
  return result;
}

/** @param beginnings of XML: fifteen digits each, for numbers that have lost the last */
async function holds(
  text: AsyncIterable<string>,
  niks: ReadonlySet<string>,
  beginnings: ReadonlySet<string> | null = null,
): Promise<boolean> {
  let kept = "";
  for await (const chunk of text) {
    const all = kept + chunk;
    const whole = beginnings === null ? all.length : lastTagEnd(all);
    if (names(all.slice(0, whole), niks, beginnings)) return true;
    // Enough of the end that what begins in it and goes on is seen whole; of XML also the tags within.
    const tail = beginnings === null ? LONGEST_NIK_TEXT : LONGEST_XML_TAIL;
    kept = all.slice(Math.max(0, whole - tail));
  }
  return names(kept, niks, beginnings);
}

const LONGEST_XML_TAIL = 16 * 1024;

function lastTagEnd(xml: string): number {
  return xml.lastIndexOf(">") + 1 || xml.length;
}

function names(text: string, niks: ReadonlySet<string>, beginnings: ReadonlySet<string> | null): boolean {
  if (beginnings === null) return hasOne(text, niks);
  for (const [, value] of text.matchAll(/<v>([\d.]+(?:E\+?\d+)?)<\/v>/gi)) {
    const digits = String(Number(value));
    if (digits.length === 16 && beginnings.has(digits.slice(0, -1))) return true;
  }
  // A text may be cut into runs of other looks; between cells and lines a break stays.
  return hasOne(
    text.replace(/<\/(?:\w+:)?(?:si|c|row|p|table-cell|table-row|is|comment)>/g, "\n").replace(/<[^>]*>/g, ""),
    niks,
  );
}

function hasOne(text: string, niks: ReadonlySet<string>): boolean {
  for (const digits of sixteenDigitsIn(text)) if (niks.has(digits)) return true;
  return false;
}

async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
