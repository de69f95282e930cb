// The bytes of one part of a ZIP, unpacked as they are asked for and never beyond what the directory said of them; what was said must also be
// true at the end, so that a damaged part is never taken for a short one.
import { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { problem } from "#shared/domain/roster-file/problems.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import type { ZipEntry } from "./zip-directory.ts";

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const CHUNK_BYTES = 128 * 1024;
const STORED = 0;
const DEFLATED = 8;

export function broken(cause?: unknown): UnreadableFile {
  return new UnreadableFile(problem("xlsx-broken"), cause);
}

export function tooLarge(mostBytes: number): UnreadableFile {
  return new UnreadableFile(problem("file-too-large", mostBytes / 1024 / 1024));
}

/** @throws UnreadableFile when the part is not what the directory says */
export async function* partBytes(file: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  let checksum = 0;
  for await (const chunk of unpacked(packedBytes(file, entry), entry)) {
    bytes += chunk.length;
    if (bytes > entry.bytes) throw broken();
    checksum = crc32(chunk, checksum);
    yield chunk;
  }
  if (bytes !== entry.bytes || (entry.crc32 !== 0 && checksum !== entry.crc32)) throw broken();
}

/** The whole of a small part, as text. */
export async function partText(file: Uint8Array, entry: ZipEntry): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of partBytes(file, entry)) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

function packedBytes(file: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const { at } = entry;
  if (at + LOCAL_HEADER_BYTES > file.length || view.getUint32(at, true) !== LOCAL_HEADER || entry.locked)
    throw broken();
  const from = at + LOCAL_HEADER_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + entry.compressedBytes > file.length) throw broken();
  return file.subarray(from, from + entry.compressedBytes);
}

async function* unpacked(packed: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array, void, undefined> {
  if (entry.method === STORED) {
    for (let at = 0; at < packed.length; at += CHUNK_BYTES) yield packed.subarray(at, at + CHUNK_BYTES);
    return;
  }
  if (entry.method !== DEFLATED) throw broken();
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  const source = Readable.from([packed]);
  source.pipe(inflate);
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) yield chunk;
  } catch (error) {
    // The packed bytes are all there, so whatever goes wrong lies in them.
    throw broken(error);
  } finally {
    source.destroy();
    inflate.destroy();
  }
}
