// Bytes as hexadecimal text and back; Node 24 has no Uint8Array.fromHex yet.

const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Small letters, two digits a byte. */
export function hexOfBytes(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += PAIRS[byte] ?? "";
  return text;
}

/** @throws RangeError when the text is not pairs of hexadecimal digits */
export function bytesOfHex(text: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/i.test(text)) throw new RangeError("not pairs of hexadecimal digits");
  return Uint8Array.from({ length: text.length / 2 }, (_, place) =>
    Number.parseInt(text.slice(2 * place, 2 * place + 2), 16),
  );
}
