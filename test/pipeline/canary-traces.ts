// Finds a NIK in whatever form it may have slipped through: as it is, with something between its digits, in base64 wherever it begins, percent-encoded,
// in UTF-16, or packed.
import { gunzipSync } from "node:zlib";

/** The forms in which the NIK is there; empty: nowhere. */
export function canaryTraces(bytes: Uint8Array, nik: string): readonly string[] {
  const text = Buffer.from(bytes).toString("latin1");
  return [...new Set([...tracesIn(text, nik), ...packedIn(bytes).flatMap((inner) => canaryTraces(inner, nik))])];
}

function tracesIn(text: string, nik: string): readonly string[] {
  const traces: string[] = [];
  if (text.includes(nik)) traces.push("raw");
  if (text.replaceAll("\0", "").includes(nik)) traces.push("utf-16");
  if (text.replace(/%3([0-9])/g, "$1").includes(nik)) traces.push("percent-encoded");
  if (text.replace(/(?<=\d)(?:%20|%2D|%2E|\\u00a0|\xc2\xa0|[ +.\-_'\xa0]){1,3}(?=\d)/gi, "").includes(nik))
    traces.push("split");
  for (const offset of [0, 1, 2]) if (text.includes(base64Of(nik, offset))) traces.push(`base64 +${offset}`);
  return traces;
}

/** The characters of its base64 that do not depend on what stands around it. */
function base64Of(nik: string, offset: number): string {
  const encoded = Buffer.from("\0".repeat(offset) + nik, "latin1").toString("base64");
  return encoded.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + nik.length) * 8) / 6));
}

function packedIn(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return [];
  return [gunzipSync(bytes)];
}
