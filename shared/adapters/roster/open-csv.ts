// A text as a CSV: its bytes in UTF-8 (or Windows-1252) from the first row on, the separator and the header.
import type { Problem } from "#shared/domain/problem.ts";
import { findHeader, type Header } from "#shared/domain/roster-file/header.ts";
import { type PeekedBytes, peekStream } from "./byte-stream.ts";
import type { Delimiter } from "./csv-rows.ts";
import { csvTop } from "./csv-top.ts";

export interface OpenedCsv {
  readonly kind: "csv";
  readonly header: Header;
  readonly delimiter: Delimiter;
  /** To be read once, or closed. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

const HEAD_BYTES = 64 * 1024;

export async function openCsv(
  text: PeekedBytes,
  encoding: string,
): Promise<OpenedCsv | { readonly kind: "refused"; readonly problems: readonly Problem[] }> {
  const bytes = encoding === "utf-8" ? text : await peekStream(asUtf8(text.all, encoding), HEAD_BYTES);
  const { before, delimiter, rows } = csvTop(bytes.head);
  const header = findHeader(rows);
  if ("refused" in header) {
    await bytes.close();
    return { kind: "refused", problems: [header.refused] };
  }
  return { kind: "csv", header, delimiter, bytes: withoutFirst(bytes.all, before) };
}

async function* asUtf8(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

async function* withoutFirst(
  bytes: AsyncIterable<Uint8Array>,
  count: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = count;
  for await (const chunk of bytes) {
    if (chunk.length > left) yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}
